package io.mailslot4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailslot4j.host.ScriptedNmbd;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.DatagramFlags;
import io.mailslot4j.protocol.datagram.DatagramHeader;
import io.mailslot4j.protocol.datagram.DatagramType;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A port of the loopback interface that a program has which hands over what it hears as Samba's nmbd does. */
@Timeout(60)
class BesideNmbdTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final InetSocketAddress SENDER = new InetSocketAddress("127.0.0.9", 138);

    @TempDir
    private Path folder;

    private DatagramSocket taken;
    private ScriptedNmbd nmbd;
    private MailslotNetwork network;

    @BeforeEach
    void takeThePort() throws IOException {
        taken = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        nmbd = ScriptedNmbd.listen(folder);
        network = network().build();
    }

    @AfterEach
    void close() throws IOException {
        network.close();
        nmbd.close();
        taken.close();
    }

    private MailslotNetworkBuilder network() {
        return MailslotNetwork.builder()
                .computerName("PC")
                .workgroup("GRP")
                .networkInterface("127.0.0.1")
                .listenPort(taken.getLocalPort())
                .requireNetwork(true)
                .nmbdSocket(nmbd.path())
                .runtimeFolder(folder.resolve("run"));
    }

    private Mailslot<String> openedReader() throws InterruptedException {
        Thread assenting = nmbd.assenting();
        Mailslot<String> reader = reader(network, "LOG");
        assenting.join();
        return reader;
    }

    private static Mailslot<String> reader(MailslotNetwork network, String slot) {
        return Mailslot.builder(slot).network(network).openReader();
    }

    private static byte[] datagram(DatagramType type, String to, int id, String slot, String text) {
        DatagramHeader header =
                new DatagramHeader(type, DatagramFlags.whole(NodeType.B), id, Ipv4Address.parse("127.0.0.9"), 138);
        return NetBiosDatagram.of(
                        header,
                        NetBiosName.of("SENDER", NameSuffix.WORKSTATION),
                        NetBiosName.of(to, NameSuffix.WORKSTATION),
                        MailslotWrite.of("\\MAILSLOT\\" + slot, Octets.wrap(text.getBytes(StandardCharsets.UTF_8)))
                                .encode())
                .encode()
                .toArray();
    }

    private static byte[] toUs(int id, String text) {
        return datagram(DatagramType.DIRECT_UNIQUE, "PC", id, "LOG", text);
    }

    private void handOver(InetSocketAddress from, byte... packet) throws IOException {
        nmbd.say(ScriptedNmbd.event(ScriptedNmbd.DATAGRAM_SERVICE, from, packet));
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    @Test
    void whatNmbdHandsOverArrives() throws IOException, InterruptedException {
        Mailslot<String> log = openedReader();
        handOver(SENDER, toUs(1, "to you"));
        Message<String> message = log.receive(LONG);
        assertThat(message.payload()).isEqualTo("to you");
        assertThat(message.sender()).hasToString("SENDER<00>");
        assertThat(message.address()).contains(SENDER);
        assertThat(message.delivery()).isEqualTo(Message.Delivery.UNIQUE);
    }

    @Test
    void theStatusSaysSo() throws InterruptedException {
        openedReader();
        NetworkStatus status = network.status();
        assertThat(status.problem()).isEmpty();
        assertThat(status.holder()).isEmpty();
        assertThat(status.nmbdSocket()).contains(nmbd.path());
        assertThat(status.listening()).doesNotContain((InetSocketAddress) taken.getLocalSocketAddress());
    }

    /** nmbd hands over each broadcast twice, unless told otherwise, and our own socket hears it too. */
    @Test
    void broadcastsArriveOnceHoweverManyWaysTheyCome() throws IOException, InterruptedException {
        Mailslot<String> log = openedReader();
        byte[] packet = datagram(DatagramType.DIRECT_GROUP, "GRP", 1, "LOG", "to all of you");
        try (DatagramSocket sender = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            InetSocketAddress from = (InetSocketAddress) sender.getLocalSocketAddress();
            handOver(from, packet);
            handOver(from, packet);
            sender.setBroadcast(true);
            sender.send(new DatagramPacket(
                    packet, packet.length, InetAddress.getByName("127.255.255.255"), taken.getLocalPort()));
        }
        handOver(SENDER, toUs(2, "after it"));
        assertThat(log.get(LONG)).isEqualTo("to all of you");
        assertThat(log.get(LONG)).isEqualTo("after it");
    }

    @Test
    void aBroadcastThatNmbdDoesNotHandOverArrivesToo() throws IOException, InterruptedException {
        Mailslot<String> log = openedReader();
        byte[] packet = datagram(DatagramType.DIRECT_GROUP, "GRP", 1, "LOG", "x".repeat(420));
        try (DatagramSocket sender = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            sender.setBroadcast(true);
            sender.send(new DatagramPacket(
                    packet, packet.length, InetAddress.getByName("127.255.255.255"), taken.getLocalPort()));
        }
        assertThat(log.get(LONG)).hasSize(420);
    }

    /** nmbd hears all interfaces, and does not tell which one a packet came by. */
    @Test
    void whatComesFromOtherNetworksThanTheChosenIsNotHeard() throws IOException, InterruptedException {
        Mailslot<String> log = openedReader();
        handOver(new InetSocketAddress("192.0.2.7", 138), toUs(1, "from elsewhere"));
        handOver(SENDER, toUs(2, "from here"));
        assertThat(log.get(LONG)).isEqualTo("from here");
    }

    @Test
    void otherProgramsOfOursGetItToo() throws IOException, InterruptedException {
        openedReader();
        try (MailslotNetwork other = network().build()) {
            Mailslot<String> second = reader(other, "SECOND");
            assertThat(other.status().nmbdSocket()).contains(nmbd.path());
            assertThat(other.status().holder()).isPresent();
            handOver(SENDER, datagram(DatagramType.DIRECT_UNIQUE, "PC", 1, "SECOND", "to the second"));
            assertThat(second.get(LONG)).isEqualTo("to the second");
        }
    }

    @Test
    void thePortIsOursWhenNmbdEnds() throws IOException, InterruptedException {
        Mailslot<String> log = openedReader();
        taken.close();
        nmbd.leave();
        await(() -> network.status().nmbdSocket().isEmpty()
                && !network.status().listening().isEmpty());
        byte[] packet = toUs(1, "directly");
        try (DatagramSocket sender = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            sender.send(new DatagramPacket(
                    packet,
                    packet.length,
                    InetAddress.getLoopbackAddress(),
                    network.status().listening().get(0).getPort()));
        }
        assertThat(log.get(LONG)).isEqualTo("directly");
    }

    @Test
    void nmbdIsAskedAgainWhenItIsStartedAgain() throws IOException, InterruptedException {
        Mailslot<String> log = openedReader();
        Thread assenting = nmbd.assenting();
        nmbd.leave();
        assenting.join();
        handOver(SENDER, toUs(1, "again"));
        assertThat(log.get(LONG)).isEqualTo("again");
    }

    /** As on a host that starts: nmbd would end if it could not have the port. */
    @Test
    void nmbdMayStartLater() throws IOException, InterruptedException {
        InetSocketAddress address = (InetSocketAddress) taken.getLocalSocketAddress();
        nmbd.close();
        taken.close();
        Mailslot<String> log = reader(network, "LOG");
        assertThat(network.status().nmbdSocket()).isEmpty();
        assertThatThrownBy(() -> new DatagramSocket(address).close())
                .as("another program that wants the port for itself")
                .isInstanceOf(BindException.class);
        taken = new DatagramSocket(null);
        taken.setReuseAddress(true);
        taken.bind(address);
        nmbd = ScriptedNmbd.listen(folder);
        Thread assenting = nmbd.assenting();
        assenting.join();
        handOver(SENDER, toUs(1, "by nmbd"));
        assertThat(log.get(LONG)).isEqualTo("by nmbd");
        await(() -> network.status().nmbdSocket().isPresent());
    }

    @Test
    void whereNmbdHandsNothingOutThePortIsInUse() throws IOException {
        nmbd.close();
        assertThatThrownBy(() -> reader(network, "LOG"))
                .isInstanceOfSatisfying(
                        NetworkException.class,
                        e -> assertThat(e.reason()).isEqualTo(NetworkException.Reason.PORT_IN_USE))
                .hasMessageContainingAll(
                        "UDP port " + taken.getLocalPort(), nmbd.path().toString());
    }
}
