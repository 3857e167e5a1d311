package io.mailslot4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mailslot4j.protocol.mailslot.SizeLimit;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two networks on the loopback interface, as if on two machines. */
@Timeout(60)
class LoopbackTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String AT_READER = "\\\\READER@127.0.0.1\\mailslot\\x";

    private MailslotNetwork receiving;
    private MailslotNetwork sending;
    private int sentTo;

    private MailslotNetworkBuilder loopback(String computer) {
        return MailslotNetwork.builder()
                .computerName(computer)
                .workgroup("GRP")
                .networkInterface("127.0.0.1")
                .requireNetwork(true)
                .withoutOtherProcesses();
    }

    @BeforeEach
    void open() {
        receiving = loopback("READER").listenPort(0).build();
        Mailslot.builder("ready").network(receiving).openReader();
        sentTo = port();
        sending = loopback("WRITER").remotePort(sentTo).build();
    }

    @AfterEach
    void close() {
        sending.close();
        receiving.close();
    }

    private int port() {
        return receiving.status().listening().get(0).getPort();
    }

    private Mailslot<String> reader() {
        return Mailslot.builder("x").network(receiving).openReader();
    }

    private Mailslot<String> writer(String name) {
        return Mailslot.builder(name).network(sending).open();
    }

    @Test
    void saysWhereItListens() {
        NetworkStatus status = receiving.status();
        assertThat(status.computerName()).isEqualTo("READER");
        assertThat(status.workgroup()).isEqualTo("GRP");
        assertThat(status.problem()).isEmpty();
        assertThat(status.receiveBuffer()).isPositive();
        assertThat(status.listening())
                .extracting(a -> a.getAddress().getHostAddress())
                .startsWith("127.0.0.1");
    }

    @Test
    void aComputerIsReachedByAUniqueDatagram() throws Exception {
        Mailslot<String> in = reader();
        writer(AT_READER).put("hello");
        Message<String> message = in.receive(LONG);
        assertThat(message.payload()).isEqualTo("hello");
        assertThat(message.delivery()).isEqualTo(Message.Delivery.UNIQUE);
        assertThat(message.sender()).hasToString("WRITER<00>");
        assertThat(message.destination()).hasToString("READER<00>");
        assertThat(message.slot()).isEqualTo("\\MAILSLOT\\x");
        assertThat(message.address().orElseThrow().getAddress().getHostAddress())
                .isEqualTo("127.0.0.1");
        assertThat(message.networkInterface())
                .contains(NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress())
                        .getName());
    }

    /** The socket is one for all threads. */
    @Test
    void aWriterThatIsInterruptedSendsAllTheSame() throws Exception {
        Mailslot<String> in = reader();
        Mailslot<String> out = writer(AT_READER);
        Thread.currentThread().interrupt();
        out.put("interrupted");
        assertThat(Thread.interrupted()).isTrue();
        out.put("not");
        assertThat(List.of(in.get(LONG), in.get(LONG))).containsExactly("interrupted", "not");
    }

    /** Each datagram is whole, whoever else writes one meanwhile. */
    @Test
    void severalThreadsSendAtTheSameTime() throws Exception {
        Mailslot<String> in = reader();
        Mailslot<String> out = writer(AT_READER);
        List<Thread> threads = new ArrayList<>();
        CyclicBarrier start = new CyclicBarrier(4);
        Set<String> expected = new HashSet<>();
        for (int i = 0; i < 4; i++) {
            String letter = String.valueOf((char) ('a' + i));
            for (int size = 1; size <= 40; size++) {
                expected.add(letter.repeat(size));
            }
            threads.add(new Thread(() -> {
                awaitAt(start);
                for (int size = 1; size <= 40; size++) {
                    out.put(letter.repeat(size));
                }
            }));
        }
        threads.forEach(Thread::start);
        Set<String> got = new HashSet<>();
        for (int i = 0; i < expected.size(); i++) {
            got.add(in.get(LONG));
        }
        assertThat(got).isEqualTo(expected);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(sending.counters().sent()).isEqualTo(expected.size());
    }

    private static void awaitAt(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whoever reads sends from the socket that it reads, which its own threads must not close. */
    @Test
    void aThreadThatIsInterruptedSendsAllTheSame() throws Exception {
        Mailslot<String> in = reader();
        try (MailslotNetwork both =
                loopback("BOTH").listenPort(0).remotePort(sentTo).build()) {
            Mailslot.builder("y").network(both).openReader();
            Mailslot<String> out = Mailslot.builder(AT_READER).network(both).open();
            Thread.currentThread().interrupt();
            out.put("interrupted");
            assertThat(Thread.interrupted()).isTrue();
            out.put("not");
            int port = both.status().listening().get(0).getPort();
            for (String text : List.of("interrupted", "not")) {
                Message<String> message = in.receive(LONG);
                assertThat(message.payload()).isEqualTo(text);
                assertThat(message.address().orElseThrow().getPort()).isEqualTo(port);
            }
        }
    }

    @Test
    void theWorkgroupAndEveryoneAreReachedByBroadcast() throws InterruptedException {
        Mailslot<String> in = reader();
        for (String name : List.of("\\\\*\\mailslot\\x", "\\\\grp\\mailslot\\x", "\\\\GRP<1E>\\mailslot\\X")) {
            writer(name).put(name);
            Message<String> message = in.receive(LONG);
            assertThat(message.payload()).isEqualTo(name);
            assertThat(message.delivery()).isEqualTo(Message.Delivery.GROUP);
            assertThat(message.destination().text()).isEqualTo("GRP");
        }
    }

    /** A copy has the id of the first; a message that says the same has another. */
    @Test
    void theSameTextToAGroupTwiceIsTwoMessages() throws InterruptedException {
        Mailslot<String> in = reader();
        Mailslot<String> out = writer("\\\\*\\mailslot\\x");
        List.of("again", "again", "end").forEach(out::put);
        assertThat(List.of(in.get(LONG), in.get(LONG), in.get(LONG))).containsExactly("again", "again", "end");
    }

    @Test
    void theTableTellsWhereAComputerIs() throws InterruptedException {
        Mailslot<String> in = reader();
        try (MailslotNetwork other =
                loopback("OTHER").remotePort(port()).host("reader", "127.0.0.1").build()) {
            Mailslot.builder("\\\\reader\\mailslot\\x").network(other).open().put("hello");
            assertThat(in.get(LONG)).isEqualTo("hello");
        }
    }

    @Test
    void aSendersOwnReaderHearsItsGroupMessagesOnce() throws InterruptedException {
        receiving.close();
        try (MailslotNetwork both =
                loopback("BOTH").listenPort(sentTo).remotePort(sentTo).build()) {
            Mailslot<String> in = Mailslot.builder("x").network(both).openReader();
            Mailslot<String> out =
                    Mailslot.builder("\\\\*\\mailslot\\x").network(both).open();
            out.put("same");
            out.put("same");
            // Another's broadcast comes to the same socket as the copies of ours, and after them.
            try (MailslotNetwork other = loopback("OTHER").remotePort(sentTo).build()) {
                Mailslot.builder("\\\\*\\mailslot\\x").network(other).open().put("end");
            }
            List<Message<String>> got = List.of(in.receive(LONG), in.receive(LONG), in.receive(LONG));
            assertThat(got).extracting(Message::payload).containsExactly("same", "same", "end");
            assertThat(got.get(0).address()).isEmpty();
            assertThat(both.counters().dropped(DropReason.DUPLICATE)).isEqualTo(2);
        }
    }

    @Test
    void thousandsOfMessagesArriveInOrder() throws InterruptedException {
        Mailslot<String> in = reader();
        Mailslot<String> out = writer(AT_READER);
        for (int batch = 0; batch < 50; batch++) {
            int start = batch * 100;
            IntStream.range(start, start + 100).forEach(i -> out.put("message " + i));
            for (int i = start; i < start + 100; i++) {
                assertThat(in.get(LONG)).isEqualTo("message " + i);
            }
        }
        assertThat(receiving.counters().dropped()).isEmpty();
    }

    @Test
    void theLargestMessageArrivesAndOneOctetMoreIsRefused() throws InterruptedException {
        Mailslot<String> in = reader();
        Mailslot<String> out = writer(AT_READER);
        int limit = SizeLimit.WINDOWS.maxPayload("\\MAILSLOT\\x");
        out.put("a".repeat(limit));
        assertThat(in.get(LONG)).hasSize(limit);
        MessageTooBigException e =
                catchThrowableOfType(MessageTooBigException.class, () -> out.put("a".repeat(limit + 1)));
        assertThat(List.of(e.actual(), e.limit())).containsExactly(429, 428);
        assertThat(e).hasMessageContaining("512");
    }

    @Test
    void fragmentsAreSentIfAskedForAndPutTogether() throws InterruptedException {
        Mailslot<String> in = reader();
        try (MailslotNetwork other =
                loopback("OTHER").remotePort(sentTo).fragmentAbove(576).build()) {
            Mailslot.builder(AT_READER).network(other).open().put("a".repeat(420));
            assertThat(in.get(LONG)).isEqualTo("a".repeat(420));
            assertThat(other.counters().sent()).isEqualTo(2);
        }
        assertThatThrownBy(() -> loopback("OTHER").fragmentAbove(552)).hasMessageContaining("553");
    }

    @Test
    void whatIsNotForUsIsCountedByReason() throws Exception {
        Mailslot<String> in = reader();
        writer("\\\\ELSE@127.0.0.1\\mailslot\\x").put("a");
        writer("\\\\READER@127.0.0.1\\mailslot\\nobody").put("a");
        try (DatagramSocket socket = new DatagramSocket()) {
            for (int size : new int[] {0, 5, 3000}) {
                socket.send(new DatagramPacket(
                        new byte[size], size, new InetSocketAddress(InetAddress.getLoopbackAddress(), port())));
            }
        }
        writer(AT_READER).put("end");
        assertThat(in.get(LONG)).isEqualTo("end");
        NetworkCounters counters = receiving.counters();
        assertThat(counters.dropped(DropReason.NOT_OUR_NAME)).isEqualTo(1);
        assertThat(counters.dropped(DropReason.NO_READER)).isEqualTo(1);
        assertThat(counters.dropped(DropReason.MALFORMED_DATAGRAM)).isEqualTo(3);
        assertThat(counters.received()).isEqualTo(6);
    }

    @Test
    void aPortThatIsTakenIsAnErrorOnlyIfTheNetworkIsRequired() {
        assertThatThrownBy(() -> Mailslot.builder("y")
                        .network(loopback("SECOND").listenPort(port()).build())
                        .openReader())
                .isInstanceOfSatisfying(
                        NetworkException.class,
                        e -> assertThat(e.reason()).isEqualTo(NetworkException.Reason.PORT_IN_USE));
        try (MailslotNetwork lenient =
                loopback("THIRD").listenPort(port()).requireNetwork(false).build()) {
            Mailslot<String> in = Mailslot.builder("y").network(lenient).openReader();
            Mailslot.builder("y").network(lenient).open().put("local");
            assertThat(in.getNow()).isEqualTo("local");
            assertThat(lenient.status().problem()).isPresent();
            assertThat(lenient.status().listening()).isEmpty();
        }
    }

    @Test
    void aSlotWhoseReaderCouldNotOpenIsFreeAgain() {
        try (MailslotNetwork second = loopback("SECOND").listenPort(port()).build()) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> Mailslot.builder("y").network(second).openReader())
                        .isInstanceOf(NetworkException.class);
            }
        }
    }

    @Test
    void anInterfaceThatDoesNotExistIsNamedWithThoseThatDo() {
        try (MailslotNetwork nowhere = MailslotNetwork.builder()
                .networkInterface("nosuch0")
                .requireNetwork(true)
                .build()) {
            assertThatThrownBy(() -> Mailslot.builder("y").network(nowhere).openReader())
                    .isInstanceOf(NetworkException.class)
                    .hasMessageContaining("nosuch0")
                    .hasMessageContaining("127.0.0.1");
        }
    }

    @Test
    void whoAsksForANameWhenTheNetworkIsClosedIsToldSo() throws IOException {
        try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            MailslotNetwork asking = MailslotNetwork.builder()
                    .computerName("ASKING")
                    .networkInterface("127.0.0.1")
                    .withoutOtherProcesses()
                    .names(names -> names.withoutWins().winsServer("127.0.0.1").remotePort(silent.getLocalPort()))
                    .build();
            Mailslot<String> out =
                    Mailslot.builder("\\\\NOBODY\\mailslot\\x").network(asking).open();
            CompletableFuture<Boolean> waiting = Waiting.in(() -> {
                out.put("hello");
                return true;
            });
            silent.receive(new DatagramPacket(new byte[100], 100));
            asking.close();
            assertThatThrownBy(waiting::get).hasCauseInstanceOf(MailslotClosedException.class);
        }
    }
}
