package io.mailslot4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotNetwork;
import io.mailslot4j.interop.lab.Waiting;
import io.mailslot4j.interop.peer.OurPeer;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes of one user that share a UDP port, on the loopback interface, and the one that has it is killed. */
class PortTakeOverTest {
    private static final int ROUNDS = Integer.getInteger("mailslot4j.takeovers", 5);
    private static final Duration BETWEEN_MESSAGES = Duration.ofMillis(3);

    @TempDir
    private Path folder;

    private final Deque<OurPeer> peers = new ArrayDeque<>();
    private MailslotNetwork outside;
    private String port = "";

    @BeforeEach
    void open() throws SocketException {
        try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            port = Integer.toString(free.getLocalPort());
        }
        outside = MailslotNetwork.builder()
                .computerName("OUTSIDE")
                .workgroup("GRP")
                .networkInterface("127.0.0.1")
                .remotePort(Integer.parseInt(port))
                .withoutOtherProcesses()
                .build();
    }

    @AfterEach
    void close() {
        peers.forEach(OurPeer::close);
        outside.close();
    }

    private OurPeer start(String slot) {
        OurPeer peer = OurPeer.startHere(
                "computer=PC",
                "workgroup=GRP",
                "interface=127.0.0.1",
                "port=" + port,
                "folder=" + folder.resolve("run"));
        peers.add(peer);
        assertThat(peer.listen(slot).problem()).isEmpty();
        return peer;
    }

    private void broadcast(String slot, String text) {
        try (Mailslot<String> out =
                Mailslot.builder("\\\\*\\mailslot\\" + slot).network(outside).open()) {
            out.put(text);
        }
    }

    @Test
    void anotherTakesThePortOfOneThatIsKilled() throws InterruptedException {
        start("slot-0");
        List<Long> millis = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            String slot = "slot-" + round;
            OurPeer next = start(slot);
            OurPeer holder = peers.remove();
            assertThat(holder.holder()).isEmpty();
            assertThat(next.holder()).isEqualTo(Long.toString(holder.pid()));
            broadcast(slot, "before");
            assertThat(next.next(slot).text()).isEqualTo("before");

            AtomicBoolean enough = new AtomicBoolean();
            AtomicInteger sent = new AtomicInteger();
            Thread sending = new Thread(() -> {
                while (!enough.get()) {
                    broadcast(slot, Integer.toString(sent.get()));
                    sent.incrementAndGet();
                    LockSupport.parkNanos(BETWEEN_MESSAGES.toNanos());
                }
            });
            sending.start();
            Waiting.until(() -> sent.get() > 0, () -> "the first message");
            long start = System.nanoTime();
            holder.kill();
            int last = sent.get();
            while (Integer.parseInt(next.next(slot).text()) <= last) {
                // Sent while the other had the port, or nobody.
            }
            millis.add(Duration.ofNanos(System.nanoTime() - start).toMillis());
            enough.set(true);
            sending.join();
            assertThat(next.holder()).isEmpty();
            broadcast(slot, "after");
            while (!next.next(slot).text().equals("after")) {
                // The last of those numbers.
            }
        }
        System.out.println("taken over after ms: " + millis);
    }

    @Test
    void everyProcessHearsABroadcastAndWhatIsItsOwn() {
        OurPeer one = start("one");
        OurPeer two = start("two");
        OurPeer three = start("three");
        for (OurPeer peer : List.of(one, two, three)) {
            String slot = peer == one ? "one" : peer == two ? "two" : "three";
            broadcast(slot, "hello");
            assertThat(peer.next().text()).isEqualTo("hello");
            Waiting.until(
                    () -> peer.counters().get("received")
                            == 1L + List.of("one", "two", "three").indexOf(slot),
                    () -> "all of them at " + slot);
        }
        three.put("\\\\*\\mailslot\\one", "by one of us");
        assertThat(one.next().text()).isEqualTo("by one of us");
        Waiting.until(() -> one.counters().containsKey("DUPLICATE"), () -> "the copy from the wire");
    }
}
