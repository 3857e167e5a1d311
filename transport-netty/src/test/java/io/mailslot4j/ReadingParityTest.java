package io.mailslot4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reading, iterating and closing: PT-15 to PT-22, PT-27 to PT-33 and PT-37 of docs/parity.md. */
@Timeout(60)
class ReadingParityTest extends InOneProcess {
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    @DisplayName("PT-15 an empty message is a message")
    void pt15EmptyMessage() {
        Mailslot<String> in = reader("x");
        open("x").put("");
        assertThat(in.size()).isEqualTo(1);
        assertThat(in.getNow()).isEmpty();
        assertThat(in.size()).isZero();
    }

    @Test
    @DisplayName("PT-16 reading without waiting fails at once, whatever the slot's timeout")
    void pt16NotWaiting() {
        Mailslot<String> in = slot("x").timeout(HOUR).openReader();
        assertThatThrownBy(in::getNow).isInstanceOf(MailslotEmptyException.class);
        assertThatThrownBy(() -> in.get(Duration.ZERO)).isInstanceOf(MailslotEmptyException.class);
    }

    @Test
    @DisplayName("PT-17 a timeout of 20 ms is never shorter")
    void pt17Timeout() {
        Mailslot<String> in = reader("x");
        long start = System.nanoTime();
        assertThatThrownBy(() -> in.get(Duration.ofMillis(20))).isInstanceOf(MailslotEmptyException.class);
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(20_000_000);
    }

    @Test
    @DisplayName("PT-18 the slot's timeout holds when none is given, and FOREVER overrides it")
    void pt18OwnTimeout() throws Exception {
        Mailslot<String> in = slot("x").timeout(Duration.ZERO).openReader();
        assertThatThrownBy(in::get).isInstanceOf(MailslotEmptyException.class);
        CompletableFuture<String> waiting = Waiting.in(() -> in.get(Mailslot.FOREVER));
        open("x").put("a");
        assertThat(waiting.get()).isEqualTo("a");
    }

    @Test
    @DisplayName("PT-19 a message that waits is returned, whatever the timeout")
    void pt19AlreadyThere() throws InterruptedException {
        Mailslot<String> in = reader("x");
        open("x").put("a");
        assertThat(in.get(Duration.ZERO)).isEqualTo("a");
    }

    @Test
    @DisplayName("PT-20 a read that waits is released by a put from another thread")
    void pt20Released() throws Exception {
        Mailslot<String> in = reader("x");
        CompletableFuture<String> waiting = Waiting.in(in::get);
        CompletableFuture<String> inTime = Waiting.in(() -> in.get(HOUR));
        open("x").put("a");
        open("x").put("a");
        assertThat(waiting.get() + inTime.get()).isEqualTo("aa");
    }

    @Test
    @DisplayName("PT-21 messages come in order, with their own boundaries")
    void pt21Order() {
        Mailslot<String> in = reader("x");
        List.of("one", "", "three").forEach(open("x")::put);
        assertThat(List.of(in.getNow(), in.getNow(), in.getNow())).containsExactly("one", "", "three");
    }

    @Test
    @DisplayName("PT-22 a message that does not decode is an error, and one message is taken")
    void pt22DecodeFailure() {
        Mailslot<String> in = reader("x");
        octetsTo("x").put(new byte[] {-1});
        open("x").put("b");
        SerializerException e = catchThrowableOfType(SerializerException.class, in::getNow);
        assertThat(e.octets().toHex()).isEqualTo("ff");
        assertThat(in.getNow()).isEqualTo("b");
    }

    @Test
    @DisplayName("R7 negative timeouts are refused")
    void r7NegativeTimeouts() {
        assertThatThrownBy(() -> reader("x").get(Duration.ofMillis(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("R13 a wait can be interrupted")
    void r13Interruptible() {
        Mailslot<String> in = reader("x");
        CompletableFuture<String> result = new CompletableFuture<>();
        Waiting.inThread(in::get, result).interrupt();
        assertThatThrownBy(result::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(InterruptedException.class);
    }

    @Test
    @DisplayName("PT-27 size and isEmpty follow put and get; I3 isFull compares with the capacity")
    void pt27Size() {
        Mailslot<String> in = slot("x").capacity(2).openReader();
        assertThat(in.isEmpty()).isTrue();
        assertThat(in.isFull()).isFalse();
        open("x").put("a");
        open("x").put("b");
        assertThat(in.size()).isEqualTo(2);
        assertThat(in.isFull()).isTrue();
        in.getNow();
        assertThat(in.size()).isEqualTo(1);
        assertThat(in.isEmpty() || in.isFull()).isFalse();
    }

    @Test
    @DisplayName("PT-28 iteration gives messages in order; a loop ends by break")
    void pt28Iteration() {
        Mailslot<String> in = reader("x");
        List.of("a", "b", "STOP", "c").forEach(open("x")::put);
        List<String> got = new ArrayList<>();
        for (String message : in) {
            if (message.equals("STOP")) {
                break;
            }
            got.add(message);
        }
        assertThat(got).containsExactly("a", "b");
        assertThat(in.getNow()).isEqualTo("c");
    }

    @Test
    @DisplayName("PT-29 two iterators share the messages")
    void pt29TwoIterators() {
        Mailslot<String> in = reader("x");
        List.of("a", "b", "c").forEach(open("x")::put);
        Iterator<String> one = in.iterator();
        Iterator<String> other = in.iterator();
        assertThat(List.of(one.next(), other.next(), one.next())).containsExactly("a", "b", "c");
    }

    @Test
    @DisplayName("C3 iteration ends by the slot's timeout")
    void c3EndOfIteration() {
        Mailslot<String> in = slot("x").timeout(Duration.ZERO).openReader();
        open("x").put("a");
        assertThat(in).containsExactly("a");
    }

    @Test
    @DisplayName("PT-30 try-with-resources closes, and hides no exception")
    void pt30TryWithResources() {
        Mailslot<String> used = reader("x");
        assertThatThrownBy(() -> {
                    try (used) {
                        throw new IllegalStateException("mine");
                    }
                })
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("mine")
                .hasNoSuppressedExceptions();
        assertThat(used.toString()).contains("closed");
        try (Mailslot<String> again = reader("x")) {
            assertThat(again.isEmpty()).isTrue();
        }
    }

    @Test
    @DisplayName("PT-31 an unused instance closes quietly, and twice")
    void pt31CloseUnused() {
        Mailslot<String> slot = open("x");
        slot.close();
        slot.close();
        assertThat(slot.toString()).contains("closed");
    }

    @Test
    @DisplayName("PT-32 after close nothing works, and the direction stays")
    void pt32AfterClose() {
        Mailslot<String> in = reader("x");
        Mailslot<String> out = open("x");
        out.put("a");
        List.of(in, out).forEach(Mailslot::close);
        assertThatThrownBy(in::getNow).isInstanceOf(MailslotClosedException.class);
        assertThatThrownBy(in::get).isInstanceOf(MailslotClosedException.class);
        assertThatThrownBy(in::size).isInstanceOf(MailslotClosedException.class);
        assertThatThrownBy(in::drain).isInstanceOf(MailslotClosedException.class);
        assertThatThrownBy(() -> in.put("b")).isInstanceOf(MailslotClosedException.class);
        assertThatThrownBy(() -> out.put("b")).isInstanceOf(MailslotClosedException.class);
        assertThat(List.of(in.direction(), out.direction()))
                .containsExactly(Mailslot.Direction.READER, Mailslot.Direction.WRITER);
    }

    @Test
    @DisplayName("PT-33 closing discards what is unread; a new reader of the name starts empty")
    void pt33Discarded() {
        Mailslot<String> in = reader("x");
        Mailslot<String> out = open("x");
        out.put("a");
        in.close();
        assertThat(in.counters()).isEqualTo(new SlotCounters(1, 0, 0, 0, 0, 1));
        assertThatThrownBy(() -> out.put("b")).isInstanceOf(NoSuchMailslotException.class);
        Mailslot<String> next = reader("x");
        assertThat(next.isEmpty()).isTrue();
        out.put("c");
        assertThat(next.getNow()).isEqualTo("c");
    }

    @Test
    @DisplayName("C8 what is unread stays readable after close if that was asked for")
    void c8ReadableAfterClose() throws InterruptedException {
        Mailslot<String> in = slot("x").readableAfterClose(true).openReader();
        List.of("a", "b", "c").forEach(open("x")::put);
        in.close();
        assertThat(in.size()).isEqualTo(3);
        assertThat(in.get() + in.getNow()).isEqualTo("ab");
        assertThat(in).containsExactly("c");
        assertThatThrownBy(in::get).isInstanceOf(MailslotClosedException.class);
        assertThat(reader("x").isEmpty()).isTrue();
    }

    @Test
    @DisplayName("PT-37 the description has name, size, timeout and state")
    void pt37Description() {
        Mailslot<String> slot = slot("x")
                .maxMessageSize(7)
                .timeout(Duration.ofSeconds(2))
                .capacity(9)
                .open();
        assertThat(slot).hasToString("\\\\.\\mailslot\\x (undetermined, capacity 9, up to 7 octets, timeout PT2S)");
        assertThat(slot.isEmpty()).isTrue();
        assertThat(slot.toString()).contains("(reader,");
    }
}
