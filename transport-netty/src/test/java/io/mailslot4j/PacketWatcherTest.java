package io.mailslot4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailslot4j.protocol.Octets;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever watches is shown what passes the sockets. */
@Timeout(60)
class PacketWatcherTest {
    private record Seen(InetSocketAddress from, InetSocketAddress to, Octets packet) {}

    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private DatagramSocket other;

    @BeforeEach
    void open() throws IOException {
        other = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() {
        other.close();
    }

    private MailslotNetwork network(PacketWatcher watcher) {
        return MailslotNetwork.builder()
                .computerName("HERE")
                .networkInterface("127.0.0.1")
                .listenPort(0)
                .remotePort(other.getLocalPort())
                .withoutOtherProcesses()
                .packetWatcher(watcher)
                .build();
    }

    private Octets arrived() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[1500], 1500);
        other.receive(packet);
        return Octets.wrap(Arrays.copyOf(packet.getData(), packet.getLength()));
    }

    @Test
    void whatIsSentWhileNobodyReads() throws IOException {
        try (MailslotNetwork network = network((from, to, packet) -> seen.add(new Seen(from, to, packet)));
                Mailslot<String> slot = writer(network)) {
            slot.put("hello");
            assertThat(seen).singleElement().satisfies(packet -> {
                assertThat(packet.from().getAddress()).isEqualTo(InetAddress.getLoopbackAddress());
                assertThat(packet.to()).isEqualTo(other.getLocalSocketAddress());
                assertThat(packet.packet()).isEqualTo(arrived());
            });
        }
    }

    private static Mailslot<String> writer(MailslotNetwork network) {
        return Mailslot.builder("\\\\THERE@127.0.0.1\\mailslot\\x")
                .network(network)
                .open();
    }

    @Test
    void whatIsSentAndReceivedWhileSomebodyReads() throws Exception {
        try (MailslotNetwork network = network((from, to, packet) -> seen.add(new Seen(from, to, packet)));
                Mailslot<String> reader = Mailslot.builder("x").network(network).openReader();
                Mailslot<String> slot = writer(network)) {
            InetSocketAddress here = network.status().listening().get(0);
            slot.put("hello");
            Octets hello = arrived();
            byte[] garbage = {1, 2, 3};
            other.send(new DatagramPacket(garbage, garbage.length, here));
            until(() -> seen.size() == 2);
            assertThat(seen)
                    .containsExactly(
                            new Seen(here, (InetSocketAddress) other.getLocalSocketAddress(), hello),
                            new Seen(
                                    (InetSocketAddress) other.getLocalSocketAddress(),
                                    new InetSocketAddress(here.getPort()),
                                    Octets.wrap(garbage)));
            assertThat(reader.isEmpty()).isTrue();
        }
    }

    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aWatcherThatFailsHindersNobody() throws Exception {
        PacketWatcher broken = (from, to, packet) -> {
            throw new IllegalStateException("broken");
        };
        try (MailslotNetwork network = network(broken);
                Mailslot<String> reader = Mailslot.builder("x").network(network).openReader();
                Mailslot<String> slot = writer(network)) {
            slot.put("hello");
            Octets hello = arrived();
            byte[] again = hello.toArray();
            other.send(new DatagramPacket(
                    again, again.length, network.status().listening().get(0)));
            until(() -> network.counters().received() == 1);
            assertThat(reader.isEmpty()).isTrue();
        }
    }

    @Test
    void aWatcherMayCloseTheNetwork() throws Exception {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        MailslotNetwork[] watched = {null};
        watched[0] = network((from, to, packet) -> {
            watched[0].close();
            closed.complete(null);
        });
        Mailslot<String> reader = Mailslot.builder("x").network(watched[0]).openReader();
        CompletableFuture<String> waiting = Waiting.in(reader::get);
        other.send(new DatagramPacket(
                new byte[3], 3, watched[0].status().listening().get(0)));
        assertThatThrownBy(() -> waiting.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(MailslotClosedException.class);
        closed.get(20, TimeUnit.SECONDS);
    }
}
