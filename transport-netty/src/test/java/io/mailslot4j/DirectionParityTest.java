package io.mailslot4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailslot4j.Mailslot.Direction;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, and how the first use decides: PT-01 to PT-11 and PT-26 of docs/parity.md. */
@Timeout(60)
class DirectionParityTest extends InOneProcess {

    @ParameterizedTest
    @DisplayName("PT-01 an unqualified name is local, and keeps its levels")
    @CsvSource({"x, \\\\.\\mailslot\\x", "a\\b\\c, \\\\.\\mailslot\\a\\b\\c", "a/b, \\\\.\\mailslot\\a\\b"})
    void pt01UnqualifiedNames(String given, String full) {
        assertThat(open(given).name()).isEqualTo(full);
    }

    @ParameterizedTest
    @DisplayName("PT-02 a qualified name stays as it is")
    @ValueSource(
            strings = {
                "\\\\.\\mailslot\\x",
                "\\\\SERVER\\mailslot\\a\\b",
                "\\\\*\\mailslot\\x",
                "\\\\SERVER@192.0.2.7\\mailslot\\x"
            })
    void pt02QualifiedNames(String name) {
        assertThat(open(name).name()).isEqualTo(name);
    }

    @Test
    @DisplayName("F2 there is no mailslot without a name")
    @SuppressWarnings("NullAway") // What users without a checker do.
    void f2NoName() {
        assertThatThrownBy(() -> open(null)).isInstanceOf(NullPointerException.class);
    }

    @ParameterizedTest
    @DisplayName("F5, F6 the word mailslot has no case; names that cannot be are refused")
    @ValueSource(strings = {"", "\\\\.\\mailslot\\", "a\\\\b", "\\\\\\mailslot\\x"})
    void f6OddNames(String name) {
        assertThat(open("\\\\.\\MAILSLOT\\x").name()).isEqualToIgnoringCase("\\\\.\\mailslot\\x");
        assertThatThrownBy(() -> open(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("PT-03 no size limit and no timeout, unless given")
    void pt03Defaults() {
        assertThat(open("x").toString()).contains("any size", "no timeout");
    }

    @Test
    @DisplayName("PT-04 a new local instance is undetermined and holds nothing")
    void pt04Undetermined() {
        assertThat(open("x").direction()).isEqualTo(Direction.UNDETERMINED);
        assertThatThrownBy(() -> slot("x").openWriter().put("a")).isInstanceOf(NoSuchMailslotException.class);
    }

    interface Use {
        Object of(Mailslot<String> slot) throws InterruptedException;
    }

    static Stream<Use> readingUses() {
        return Stream.of(
                slot -> slot.get(Duration.ZERO),
                Mailslot::getNow,
                slot -> slot.receive(Duration.ZERO),
                Mailslot::receiveNow,
                slot -> slot.receiveAsync().isDone(),
                Mailslot::peek,
                Mailslot::nextSize,
                Mailslot::drain,
                Mailslot::size,
                Mailslot::isEmpty,
                Mailslot::isFull,
                Mailslot::isReady,
                Mailslot::counters,
                slot -> slot.iterator().hasNext(),
                slot -> slot.stream().findFirst(),
                slot -> slot.asBlockingQueue().poll() == null);
    }

    @ParameterizedTest
    @DisplayName("PT-05 each reading use makes a reader")
    @MethodSource("readingUses")
    void pt05ReadingMakesAReader(Use use) throws InterruptedException {
        Mailslot<String> slot = slot("x").timeout(Duration.ZERO).open();
        try {
            assertThat(use.of(slot)).isNotNull();
        } catch (MailslotEmptyException e) {
            assertThat(e).hasMessageContaining(slot.name());
        }
        assertThat(slot.direction()).isEqualTo(Direction.READER);
    }

    @Test
    @DisplayName("PT-06 a put that succeeds makes a writer")
    void pt06PutMakesAWriter() {
        reader("x");
        Mailslot<String> slot = open("x");
        slot.put("a");
        assertThat(slot.direction()).isEqualTo(Direction.WRITER);
    }

    @ParameterizedTest
    @DisplayName("PT-07 each reading use of a writer is an error")
    @MethodSource("readingUses")
    void pt07ReadingAWriter(Use use) {
        reader("x");
        Mailslot<String> slot = open("x");
        slot.put("a");
        assertThatThrownBy(() -> use.of(slot)).isInstanceOf(MailslotUseException.class);
    }

    @Test
    @DisplayName("PT-08 put on a reader is an error, whatever is put (L7: direction first)")
    void pt08PuttingToAReader() {
        Mailslot<String> slot = slot("x").maxMessageSize(1).openReader();
        assertThatThrownBy(() -> slot.put("a")).isInstanceOf(MailslotUseException.class);
        assertThatThrownBy(() -> slot.put("too long")).isInstanceOf(MailslotUseException.class);
    }

    @Test
    @DisplayName("PT-09 a first use that fails decides nothing")
    void pt09FailedFirstUse() {
        Mailslot<String> slot = slot("x").maxMessageSize(3).open();
        assertThatThrownBy(() -> slot.put("long")).isInstanceOf(MessageTooBigException.class);
        assertThatThrownBy(() -> slot.put("\ud800")).isInstanceOf(SerializerException.class);
        assertThatThrownBy(() -> slot.put("abc")).isInstanceOf(NoSuchMailslotException.class);
        assertThat(slot.direction()).isEqualTo(Direction.UNDETERMINED);
        try (Mailslot<String> other = reader("x")) {
            assertThat(other.isEmpty()).isTrue();
            assertThatThrownBy(slot::size).isInstanceOf(MailslotInUseException.class);
            assertThat(slot.direction()).isEqualTo(Direction.UNDETERMINED);
        }
        assertThat(slot.isEmpty()).isTrue();
        assertThat(slot.direction()).isEqualTo(Direction.READER);
    }

    @ParameterizedTest
    @DisplayName("PT-10 a remote instance is a writer from the start")
    @MethodSource("readingUses")
    void pt10RemoteIsAWriter(Use use) {
        Mailslot<String> slot = open("\\\\SERVER@192.0.2.7\\mailslot\\x");
        assertThat(slot.direction()).isEqualTo(Direction.WRITER);
        assertThatThrownBy(() -> use.of(slot)).isInstanceOf(MailslotUseException.class);
    }

    @Test
    @DisplayName("PT-11 looking at an instance decides nothing")
    void pt11LookingDecidesNothing() {
        Mailslot<String> slot = open("x");
        assertThat(List.of(
                        slot.name(),
                        slot.toString(),
                        slot.iterator(),
                        slot.asBlockingQueue().getClass(),
                        slot.capacity()))
                .doesNotContainNull();
        assertThat(slot.direction()).isEqualTo(Direction.UNDETERMINED);
        slot.close();
        assertThat(slot.direction()).isEqualTo(Direction.UNDETERMINED);
    }

    @Test
    @DisplayName("L11 reader and writer of one name in one thread")
    void l11BothInOneThread() {
        Mailslot<String> in = reader("x");
        open("x").put("a");
        assertThat(in.getNow()).isEqualTo("a");
    }

    @Test
    @DisplayName("PT-26 a second reader of a name is refused, in any letter case")
    void pt26SecondReader() {
        reader("Name");
        Mailslot<String> second = open("NAME");
        assertThatThrownBy(second::size).isInstanceOf(MailslotInUseException.class);
        assertThat(second.direction()).isEqualTo(Direction.UNDETERMINED);
    }

    @Test
    @DisplayName("I9 two instances of a name are two")
    void i9EqualityIsIdentity() {
        assertThat(open("x")).isNotEqualTo(open("x"));
    }
}
