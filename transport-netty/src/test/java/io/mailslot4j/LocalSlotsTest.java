package io.mailslot4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two networks without a network that share a folder, as two processes of one user do. */
@Timeout(60)
class LocalSlotsTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final int MEBI = 1 << 20;

    @TempDir
    private Path folder;

    private MailslotNetwork here;
    private MailslotNetwork there;

    private MailslotNetworkBuilder process(String computer) {
        return MailslotNetwork.builder()
                .computerName(computer)
                .workgroup("GRP")
                .withoutNetwork()
                .runtimeFolder(folder.resolve("run"));
    }

    @BeforeEach
    void open() {
        here = process("PC").build();
        there = process("PC").build();
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    private MailslotBuilder<String> inHere(String name) {
        return Mailslot.builder(name).network(here);
    }

    private MailslotBuilder<String> inThere(String name) {
        return Mailslot.builder(name).network(there);
    }

    private List<Path> sockets() throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder.resolve("run"), "*.slot")) {
            all.forEach(found::add);
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOG", "log", "\\\\.\\mailslot\\LOG", "//./MAILSLOT/Log"})
    void whatOneProcessPutsAnotherGets(String name) throws InterruptedException {
        Mailslot<String> in = inHere("Log").openReader();
        inThere(name).open().put("hello");
        Message<String> message = in.receive(LONG);
        assertThat(message.payload()).isEqualTo("hello");
        assertThat(message.delivery()).isEqualTo(Message.Delivery.LOCAL);
        assertThat(message.address()).isEmpty();
        assertThat(message.sender()).hasToString("PC<00>");
        assertThat(message.slot()).isEqualTo("\\MAILSLOT\\" + name.replaceAll(".*[/\\\\]", ""));
        assertThat(here.counters().delivered()).isEqualTo(1);
    }

    @Test
    void pathsAreAsLongAndDeepAsYouLike() throws InterruptedException {
        String name = "level\\".repeat(100) + "x";
        Mailslot<String> in = inHere(name).openReader();
        inThere(name).open().put("hello");
        assertThat(in.get(LONG)).isEqualTo("hello");
    }

    @Test
    void thePutReturnsWhenTheMessageIsInTheQueue() {
        Mailslot<String> in = inHere("x").openReader();
        inThere("x").open().put("hello");
        assertThat(in.getNow()).isEqualTo("hello");
    }

    @Test
    void aSlotThatNobodyReadsIsAnErrorAtOnce() {
        Mailslot<String> out = inThere("x").open();
        assertThatThrownBy(() -> out.put("a"))
                .isInstanceOf(NoSuchMailslotException.class)
                .hasMessageContaining("nobody reads \\\\.\\mailslot\\x on this machine");
        try (Mailslot<String> in = inHere("x").openReader()) {
            out.put("b");
            assertThat(in.getNow()).isEqualTo("b");
        }
        assertThatThrownBy(() -> out.put("c")).isInstanceOf(NoSuchMailslotException.class);
        Mailslot<String> again = inHere("x").openReader();
        out.put("d");
        assertThat(again.getNow()).isEqualTo("d");
    }

    @Test
    void aSlotHasOneReader() {
        Mailslot<String> first = inHere("x").openReader();
        assertThatThrownBy(() -> inThere("X").openReader()).isInstanceOf(MailslotInUseException.class);
        assertThatThrownBy(() -> inHere("X").openReader()).isInstanceOf(MailslotInUseException.class);
        inThere("x").open().put("still the first");
        assertThat(first.getNow()).isEqualTo("still the first");
        first.close();
        Mailslot<String> second = inThere("X").openReader();
        inHere("x").open().put("now the second");
        assertThat(second.getNow()).isEqualTo("now the second");
    }

    @Test
    void ofManyThatOpenAtOnceOneReads() throws Exception {
        int many = 16;
        List<MailslotNetwork> networks =
                IntStream.range(0, many).mapToObj(i -> process("PC").build()).toList();
        CyclicBarrier start = new CyclicBarrier(many);
        List<CompletableFuture<Boolean>> opened = networks.stream()
                .map(network -> CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                start.await();
                                Mailslot.builder("x").network(network).openReader();
                                return true;
                            } catch (MailslotInUseException e) {
                                return false;
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        },
                        task -> new Thread(task).start()))
                .toList();
        List<Boolean> outcomes = new ArrayList<>();
        for (CompletableFuture<Boolean> one : opened) {
            outcomes.add(one.get(30, TimeUnit.SECONDS));
        }
        assertThat(outcomes).containsOnlyOnce(true);
        networks.forEach(MailslotNetwork::close);
        assertThat(sockets()).isEmpty();
    }

    @Test
    void nothingIsLeftWhenReadersClose() throws IOException {
        Mailslot<String> one = inHere("one").openReader();
        inHere("two").openReader();
        assertThat(sockets()).hasSize(2);
        one.close();
        assertThat(sockets()).hasSize(1);
        here.close();
        assertThat(sockets()).isEmpty();
    }

    @Test
    void messagesOfAllSizesArriveWhole() throws InterruptedException {
        Mailslot<byte[]> in = inHere("x").serializer(Serializer.bytes()).openReader();
        Mailslot<byte[]> out = inThere("x").serializer(Serializer.bytes()).open();
        Random random = new Random(1);
        for (int size : new int[] {0, 1, 65_535, 65_536, 65_537, MEBI, 64 * MEBI}) {
            byte[] message = new byte[size];
            random.nextBytes(message);
            out.put(message);
            assertThat(Arrays.equals(in.get(LONG), message))
                    .as("%d octets", size)
                    .isTrue();
        }
    }

    @Test
    void whatTheReaderDoesNotTakeTheWriterIsTold() {
        inHere("small").maxMessageSize(3).openReader();
        assertThat(catchThrowableOfType(
                                MessageTooBigException.class,
                                () -> inThere("small").open().put("four"))
                        .limit())
                .isEqualTo(3);
        try (MailslotNetwork frugal = process("PC").maxLocalMessage(MEBI).build()) {
            Mailslot<byte[]> in = Mailslot.builder("big")
                    .serializer(Serializer.bytes())
                    .network(frugal)
                    .openReader();
            Mailslot<byte[]> out = inThere("big").serializer(Serializer.bytes()).open();
            assertThat(catchThrowableOfType(MessageTooBigException.class, () -> out.put(new byte[MEBI + 1]))
                            .limit())
                    .isEqualTo(MEBI);
            out.put(new byte[MEBI]);
            assertThat(in.getNow()).hasSize(MEBI);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"DROP_NEWEST", "DROP_OLDEST", "REJECT"})
    void aFullQueueDoesAsItsPolicySays(Overflow policy) {
        Mailslot<String> in = inHere("x").capacity(1).onOverflow(policy).openReader();
        Mailslot<String> out = inThere("x").open();
        out.put("one");
        if (policy == Overflow.REJECT) {
            assertThatThrownBy(() -> out.put("two"))
                    .isInstanceOf(MailslotFullException.class)
                    .hasMessageContaining("its capacity is 1 unread messages");
        } else {
            out.put("two");
        }
        assertThat(in.getNow()).isEqualTo(policy == Overflow.DROP_OLDEST ? "two" : "one");
        assertThat(in.counters().dropped()).isEqualTo(1);
    }

    @Test
    void eachWritersOrderIsKept() throws Exception {
        int writers = 4;
        int each = 500;
        Mailslot<String> in = inHere("x").openReader();
        List<CompletableFuture<Void>> writing = IntStream.range(0, writers)
                .mapToObj(w -> CompletableFuture.runAsync(() -> {
                    try (MailslotNetwork network = process("W" + w).build()) {
                        Mailslot<String> out =
                                Mailslot.builder("x").network(network).open();
                        IntStream.range(0, each).forEach(i -> out.put(w + " " + i));
                    }
                }))
                .toList();
        for (CompletableFuture<Void> one : writing) {
            one.get(30, TimeUnit.SECONDS);
        }
        List<String> got = new ArrayList<>();
        for (int i = 0; i < writers * each; i++) {
            got.add(in.getNow());
        }
        for (int w = 0; w < writers; w++) {
            String writer = w + " ";
            assertThat(got.stream().filter(m -> m.startsWith(writer)))
                    .containsExactlyElementsOf(
                            IntStream.range(0, each).mapToObj(i -> writer + i).toList());
        }
    }

    @Test
    void brokenFramesEndTheirConnectionAndNothingElse() throws Exception {
        Mailslot<String> in = inHere("x").openReader();
        Path socket = sockets().get(0);
        Random random = new Random(2);
        for (int i = 0; i < 200; i++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            ByteBuffer frame = ByteBuffer.allocate(noise.length + 5);
            if (i % 2 == 0) {
                frame.putInt(noise.length + 1).put((byte) (i % 4 == 0 ? 'P' : 'A'));
            }
            frame.put(noise).flip();
            try (SocketChannel peer = SocketChannel.open(StandardProtocolFamily.UNIX)) {
                peer.connect(UnixDomainSocketAddress.of(socket));
                peer.write(frame);
            }
        }
        inThere("x").open().put("hello");
        assertThat(in.get(LONG)).isEqualTo("hello");
        assertThat(in.isEmpty()).isTrue();
    }

    @Test
    void aMessageThatIsNotWholeIsNotDelivered() throws Exception {
        Mailslot<byte[]> in = inHere("x").serializer(Serializer.bytes()).openReader();
        Mailslot<byte[]> out = inThere("x").serializer(Serializer.bytes()).open();
        CompletableFuture<Void> putting = CompletableFuture.runAsync(() -> out.put(new byte[64 * MEBI]));
        // Whether this comes before, in the middle or after: a message is whole, or it is not there.
        there.close();
        putting.handle((done, failure) -> true).get(30, TimeUnit.SECONDS);
        try (MailslotNetwork third = process("PC").build()) {
            Mailslot.builder("x").network(third).open().put("end");
        }
        byte[] first = in.get(LONG);
        assertThat(first.length).isIn(64 * MEBI, 3);
    }

    @Test
    void anInterruptOfBeforeDoesNotMatterAndStays() {
        Mailslot<String> in = inHere("x").openReader();
        Thread.currentThread().interrupt();
        inThere("x").open().put("hello");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(in.getNow()).isEqualTo("hello");
    }

    @Test
    void whatSharesNothingMeetsNobody() {
        inHere("x").openReader();
        try (MailslotNetwork alone = process("PC").withoutOtherProcesses().build()) {
            Mailslot<String> in = Mailslot.builder("x").network(alone).openReader();
            Mailslot.builder("x").network(alone).open().put("hello");
            assertThat(in.getNow()).isEqualTo("hello");
        }
    }

    @Test
    void ourOwnNameReachesThoseOfThatName() {
        Mailslot<String> in = inHere("x").openReader();
        inThere("\\\\PC\\mailslot\\x").open().put("hello");
        assertThat(in.getNow()).isEqualTo("hello");
        try (MailslotNetwork other = process("OTHER").build()) {
            assertThatThrownBy(() -> Mailslot.builder("\\\\OTHER\\mailslot\\x")
                            .network(other)
                            .open()
                            .put("not for PC"))
                    .isInstanceOf(NetworkException.class);
        }
        assertThat(in.isEmpty()).isTrue();
    }

    @Test
    void anErrorOfWhoWatchesAMailslotHindersNobody() {
        Mailslot<String> in = inHere("x").openReader();
        in.watch(() -> {
            throw new AssertionError("broken");
        });
        Mailslot<String> out = inThere("x").openWriter();
        out.put("1");
        out.put("2");
        assertThat(in.drain()).containsExactly("1", "2");
    }

    /** Whatever has become of the folder meanwhile. */
    @Test
    void whoWaitsIsWokenAlthoughASocketCannotBeRemoved() throws IOException {
        Mailslot<String> in = inHere("x").openReader();
        CompletableFuture<String> waiting = Waiting.in(in::get);
        Path socket = sockets().get(0);
        Files.delete(socket);
        Files.createFile(socket);
        here.close();
        assertThatThrownBy(waiting::get).hasCauseInstanceOf(MailslotClosedException.class);
    }

    /** Who brings messages must not wait for who closes, who waits for whoever brings messages. */
    @Test
    void aWatcherMayCloseTheMailslotThatAnotherIsClosing() throws Exception {
        Mailslot<String> in = inHere("x").openReader();
        CompletableFuture<Void> another = new CompletableFuture<>();
        AtomicBoolean called = new AtomicBoolean();
        in.watch(() -> {
            if (called.compareAndSet(false, true)) {
                Waiting.inThread(
                        () -> {
                            in.close();
                            return null;
                        },
                        another);
                in.close();
            }
        });
        inThere("x").openWriter().put("a");
        another.get(LONG.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void theNetworkThatAWatcherClosesEndsInAnotherThread() throws Exception {
        Mailslot<String> in = inHere("x").openReader();
        CompletableFuture<Thread> bringing = new CompletableFuture<>();
        CompletableFuture<Thread> closing = new CompletableFuture<>();
        in.watch(() -> {
            if (bringing.complete(Thread.currentThread())) {
                here.close();
            } else {
                closing.complete(Thread.currentThread());
            }
        });
        inThere("x").openWriter().put("a");
        assertThat(closing.get(LONG.toSeconds(), TimeUnit.SECONDS)).isNotSameAs(bringing.join());
    }

    /** Whatever of it is closed already. */
    @Test
    void whoOpensWhileTheNetworkIsBeingClosedIsToldThat() throws Exception {
        for (int i = 0; i < 300; i++) {
            MailslotNetwork closing = process("PC").build();
            CyclicBarrier together = new CyclicBarrier(2);
            CompletableFuture<Throwable> opening = CompletableFuture.supplyAsync(() -> catchThrowable(() -> {
                together.await();
                Mailslot.builder("x").network(closing).openReader().close();
            }));
            together.await();
            closing.close();
            Throwable told = opening.get(LONG.toSeconds(), TimeUnit.SECONDS);
            if (told != null) {
                assertThat(told).isInstanceOf(MailslotClosedException.class);
            }
        }
    }
}
