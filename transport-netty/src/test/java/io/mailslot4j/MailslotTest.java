package io.mailslot4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mailslot4j.Mailslot.Direction;
import io.mailslot4j.protocol.Octets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a mailslot does as a queue, with writers in the same process. */
@Timeout(60)
class MailslotTest {
    private final MailslotNetwork network =
            MailslotNetwork.builder().computerName("PC").withoutNetwork().build();

    @AfterEach
    void close() {
        network.close();
    }

    private MailslotBuilder<String> slot(String name) {
        return Mailslot.builder(name).network(network);
    }

    private Mailslot<String> open(String name) {
        return slot(name).open();
    }

    private Mailslot<String> reader(String name) {
        return slot(name).openReader();
    }

    // Direction

    @Test
    void aNewLocalMailslotIsUndetermined() {
        assertThat(open("x").direction()).isEqualTo(Direction.UNDETERMINED);
        assertThat(open("x").name()).isEqualTo("\\\\.\\mailslot\\x");
        assertThat(open("x")).hasToString("\\\\.\\mailslot\\x (undetermined, capacity 65536, any size, no timeout)");
    }

    interface Use {
        void of(Mailslot<String> slot) throws InterruptedException;
    }

    static Stream<Use> readingUses() {
        return Stream.of(
                slot -> slot.get(Duration.ZERO),
                Mailslot::getNow,
                slot -> slot.receive(Duration.ZERO),
                Mailslot::receiveNow,
                Mailslot::size,
                Mailslot::isEmpty,
                Mailslot::isFull,
                slot -> assertThat(slot.iterator().hasNext()).isFalse());
    }

    @ParameterizedTest
    @MethodSource("readingUses")
    void becomesAReaderByEachReadingUse(Use use) throws InterruptedException {
        Mailslot<String> slot = slot("x").timeout(Duration.ZERO).open();
        try {
            use.of(slot);
        } catch (MailslotEmptyException nothingThere) {
            assertThat(nothingThere).hasMessageContaining("\\\\.\\mailslot\\x");
        }
        assertThat(slot.direction()).isEqualTo(Direction.READER);
        assertThatThrownBy(() -> slot.put("no")).isInstanceOf(MailslotUseException.class);
    }

    @ParameterizedTest
    @MethodSource("readingUses")
    void aWriterRefusesEachReadingUse(Use use) {
        Mailslot<String> in = reader("x");
        Mailslot<String> out = open("x");
        out.put("hello");
        assertThat(out.direction()).isEqualTo(Direction.WRITER);
        assertThatThrownBy(() -> use.of(out)).isInstanceOf(MailslotUseException.class);
        assertThatThrownBy(out::iterator).isInstanceOf(MailslotUseException.class);
        assertThat(in.getNow()).isEqualTo("hello");
    }

    @Test
    void aRemoteMailslotIsAWriterFromTheStart() {
        Mailslot<String> out = open("\\\\SERVER@192.0.2.7\\mailslot\\x");
        assertThat(out.direction()).isEqualTo(Direction.WRITER);
        assertThatThrownBy(out::getNow)
                .isInstanceOf(MailslotUseException.class)
                .hasMessageContaining("read \\\\.\\mailslot\\x on that machine");
    }

    @Test
    void lookingAtItDecidesNothing() {
        Mailslot<String> slot = open("x");
        assertThat(slot.name() + slot + slot.iterator()).isNotEmpty();
        assertThat(slot.direction()).isEqualTo(Direction.UNDETERMINED);
    }

    @Test
    void aFailedFirstUseDecidesNothing() {
        Mailslot<String> slot = slot("x").maxMessageSize(3).open();
        assertThatThrownBy(() -> slot.put("long")).isInstanceOf(MessageTooBigException.class);
        assertThatThrownBy(() -> slot.put("abc")).isInstanceOf(NoSuchMailslotException.class);
        assertThatThrownBy(() -> slot.put("\ud800")).isInstanceOf(SerializerException.class);
        assertThat(slot.direction()).isEqualTo(Direction.UNDETERMINED);
        Mailslot<String> other = reader("x");
        assertThatThrownBy(slot::size).isInstanceOf(MailslotInUseException.class);
        assertThat(slot.direction()).isEqualTo(Direction.UNDETERMINED);
        slot.put("abc");
        assertThat(other.getNow()).isEqualTo("abc");
    }

    // Queue

    @Test
    void messagesComeInOrderWithTheirOwnBoundaries() {
        Mailslot<String> in = reader("x");
        Mailslot<String> out = open("\\\\.\\MAILSLOT\\X");
        out.put("one");
        out.put("");
        out.put("three");
        assertThat(in.size()).isEqualTo(3);
        assertThat(List.of(in.getNow(), in.getNow(), in.getNow())).containsExactly("one", "", "three");
        assertThat(in.isEmpty()).isTrue();
    }

    @Test
    void anEmptySlotIsAnErrorAtOnceOrInTime() {
        Mailslot<String> in = slot("x").timeout(Duration.ofMillis(20)).openReader();
        assertThatThrownBy(in::getNow).isInstanceOf(MailslotEmptyException.class);
        assertThatThrownBy(() -> in.get(Duration.ZERO)).isInstanceOf(MailslotEmptyException.class);
        long start = System.nanoTime();
        assertThatThrownBy(in::get).isInstanceOf(MailslotEmptyException.class);
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(20_000_000);
    }

    @Test
    void negativeTimeoutsAreRefused() {
        Mailslot<String> in = reader("x");
        assertThatThrownBy(() -> in.get(Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> slot("y").timeout(Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWaitingReaderIsReleasedByAPutFromAnotherThread() throws Exception {
        Mailslot<String> in = reader("x");
        CompletableFuture<Message<String>> got = waiting(in::receive);
        open("x").put("hello");
        assertThat(got.get().payload()).isEqualTo("hello");
        assertThat(got.get().delivery()).isEqualTo(Message.Delivery.LOCAL);
        assertThat(got.get().sender()).hasToString("PC<00>");
        assertThat(got.get().address()).isEmpty();
    }

    @Test
    void isFullWhenAsManyWaitAsMay() {
        Mailslot<String> in = slot("x").capacity(2).openReader();
        Mailslot<String> out = open("x");
        out.put("1");
        assertThat(in.isFull()).isFalse();
        out.put("2");
        assertThat(in.isFull()).isTrue();
        out.put("3");
        assertThat(in.counters()).isEqualTo(new SlotCounters(3, 0, 1, 0, 0, 0));
        assertThat(in.getNow()).isEqualTo("1");
    }

    @Test
    void aLocalWriterIsToldOfAFullSlotIfTheReaderWantsThat() {
        Mailslot<String> in = slot("x").capacity(1).onOverflow(Overflow.REJECT).openReader();
        Mailslot<String> out = open("x");
        out.put("1");
        assertThatThrownBy(() -> out.put("2"))
                .isInstanceOf(MailslotFullException.class)
                .hasMessageContaining("1 unread messages");
        assertThat(in.getNow()).isEqualTo("1");
    }

    @Test
    void theReadersLimitHoldsForLocalWriters() {
        Mailslot<String> in = slot("x").maxMessageSize(4).openReader();
        Mailslot<String> out = open("x");
        out.put("four");
        MessageTooBigException e = catchThrowableOfType(MessageTooBigException.class, () -> out.put("fiver"));
        assertThat(List.of(e.actual(), e.limit())).containsExactly(5, 4);
        assertThat(in.size()).isEqualTo(1);
    }

    @Test
    void limitsCountOctetsNotCharacters() {
        Mailslot<String> in = reader("x");
        Mailslot<String> out = slot("x").maxMessageSize(3).open();
        assertThatThrownBy(() -> out.put("\u00e4\u00e4")).isInstanceOf(MessageTooBigException.class);
        out.put("\u20ac");
        assertThat(in.getNow()).isEqualTo("\u20ac");
    }

    @Test
    void localMessagesMayBeOfAnySize() {
        Mailslot<byte[]> in = slot("x").serializer(Serializer.bytes()).openReader();
        Mailslot<byte[]> out = slot("x").serializer(Serializer.bytes()).open();
        out.put(new byte[1 << 20]);
        assertThat(in.getNow()).hasSize(1 << 20);
    }

    @Test
    void aMachineHasOneReaderOfAName() {
        reader("LISTENER");
        assertThatThrownBy(() -> reader("listener"))
                .isInstanceOf(MailslotInUseException.class)
                .hasMessageContaining("already read here");
    }

    @Test
    void aWriterSurvivesItsReadersRestart() {
        Mailslot<String> out = open("x");
        try (Mailslot<String> first = reader("x")) {
            out.put("unread");
            assertThat(first.size()).isEqualTo(1);
        }
        assertThatThrownBy(() -> out.put("nobody")).isInstanceOf(NoSuchMailslotException.class);
        try (Mailslot<String> second = reader("x")) {
            assertThat(second.isEmpty()).isTrue();
            out.put("again");
            assertThat(second.getNow()).isEqualTo("again");
        }
    }

    // Iteration

    @Test
    void iterationTakesMessagesUntilTheTimeout() {
        Mailslot<String> in = slot("x").timeout(Duration.ZERO).openReader();
        Mailslot<String> out = open("x");
        List.of("a", "b", "c").forEach(out::put);
        List<String> got = new ArrayList<>();
        for (String message : in) {
            got.add(message);
        }
        assertThat(got).containsExactly("a", "b", "c");
        assertThat(in.isEmpty()).isTrue();
    }

    @Test
    void iterationEndsWhenTheMailslotIsClosed() throws Exception {
        Mailslot<String> in = reader("x");
        Mailslot<String> out = open("x");
        out.put("a");
        out.put("b");
        List<String> all = new CopyOnWriteArrayList<>();
        CompletableFuture<List<String>> got = waiting(() -> {
            in.forEach(all::add);
            return all;
        });
        in.close();
        assertThat(got.get()).containsExactly("a", "b");
    }

    @Test
    void twoIteratorsShareTheMessages() {
        Mailslot<String> in = reader("x");
        Mailslot<String> out = open("x");
        List.of("a", "b").forEach(out::put);
        assertThat(List.of(in.iterator().next(), in.iterator().next())).containsExactly("a", "b");
    }

    // Closing

    @Test
    void closingWakesWhoWaits() throws Exception {
        Mailslot<String> in = reader("x");
        CompletableFuture<String> got = waiting(in::get);
        in.close();
        assertThatThrownBy(got::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(MailslotClosedException.class);
    }

    @Test
    void closingTheNetworkClosesItsReaders() throws Exception {
        Mailslot<String> in = reader("x");
        network.close();
        assertThatThrownBy(in::get).isInstanceOf(MailslotClosedException.class);
        assertThatThrownBy(() -> open("x").put("a")).isInstanceOf(MailslotClosedException.class);
        assertThatThrownBy(() -> reader("y")).isInstanceOf(MailslotClosedException.class);
    }

    @Test
    void aClosedMailslotStaysClosed() {
        Mailslot<String> slot = reader("x");
        slot.close();
        slot.close();
        assertThat(slot.direction()).isEqualTo(Direction.READER);
        assertThat(slot).hasToString("\\\\.\\mailslot\\x (closed, capacity 65536, any size, no timeout)");
        assertThatThrownBy(slot::getNow).isInstanceOf(MailslotClosedException.class);
        assertThatThrownBy(slot::size).isInstanceOf(MailslotClosedException.class);
        assertThatThrownBy(() -> slot.put("a")).isInstanceOf(MailslotClosedException.class);
    }

    @Test
    void anUnusedMailslotClosesQuietlyAndForGood() {
        Mailslot<String> slot = open("x");
        slot.close();
        assertThatThrownBy(slot::size).isInstanceOf(MailslotClosedException.class);
        assertThatThrownBy(() -> slot.put("a")).isInstanceOf(MailslotClosedException.class);
    }

    @Test
    void anInterruptEndsTheWait() {
        Mailslot<String> in = reader("x");
        Thread.currentThread().interrupt();
        assertThatThrownBy(in::get).isInstanceOf(InterruptedException.class);
        Thread.currentThread().interrupt();
        assertThat(in.iterator().hasNext()).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }

    // Serializers

    @Test
    @SuppressWarnings("NullAway") // Parsers of JSON, for one, give null for what anybody may send.
    void aSerializerThatGivesNullHasFailed() {
        Serializer<String> nothing = Serializer.of(text -> null, octets -> null);
        Mailslot<String> in = slot("x").serializer(nothing).openReader();
        Mailslot<String> out = slot("x").serializer(nothing).openWriter();
        assertThatThrownBy(() -> out.put("a")).isInstanceOf(SerializerException.class);
        open("x").put("a");
        assertThat(in.asBlockingQueue().contains("a")).isFalse();
        assertThatThrownBy(in::peek).isInstanceOf(SerializerException.class);
        assertThatThrownBy(in::getNow).isInstanceOf(SerializerException.class);
    }

    @Test
    @SuppressWarnings("NullAway") // Null would mean the network that all share, and its port.
    void aSettingThatIsNullIsRefusedAtOnce() {
        assertThatThrownBy(() -> slot("x").network(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> slot("x").onOverflow(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> slot("x").serializer((Serializer<String>) null))
                .isInstanceOf(NullPointerException.class);
    }

    @Test
    void aPairOfFunctionsIsASerializer() {
        Serializer<Integer> decimal = Serializer.of(
                n -> Octets.wrap(n.toString().getBytes(StandardCharsets.US_ASCII)),
                o -> Integer.valueOf(o.text(StandardCharsets.US_ASCII)));
        Mailslot<Integer> in = slot("x").serializer(decimal).openReader();
        slot("x").serializer(decimal).open().put(42);
        assertThat(in.getNow()).isEqualTo(42);
    }

    @Test
    void aMessageThatDoesNotDecodeIsTakenAndNotLost() {
        Mailslot<String> in = reader("x");
        Mailslot<byte[]> out = slot("x").serializer(Serializer.bytes()).open();
        out.put(new byte[] {(byte) 0xC3, 0x28});
        out.put(new byte[] {'o', 'k'});
        SerializerException e = catchThrowableOfType(SerializerException.class, in::getNow);
        assertThat(e.octets().toHex()).isEqualTo("c328");
        assertThat(in.getNow()).isEqualTo("ok");
    }

    // Network switched off

    @Test
    void withoutANetworkOnlyLocalNamesCanBeWritten() {
        assertThatThrownBy(() -> open("\\\\*\\mailslot\\x").put("a"))
                .isInstanceOfSatisfying(
                        NetworkException.class,
                        e -> assertThat(e.reason()).isEqualTo(NetworkException.Reason.SWITCHED_OFF));
    }

    private interface Blocking<T> {
        T run() throws InterruptedException;
    }

    /** Runs {@code blocking} in a thread of its own, and returns when that waits. */
    private static <T> CompletableFuture<T> waiting(Blocking<T> blocking) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                result.complete(blocking.run());
            } catch (InterruptedException | MailslotException e) {
                result.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        return result;
    }
}
