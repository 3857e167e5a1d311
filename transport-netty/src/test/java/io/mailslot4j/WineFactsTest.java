package io.mailslot4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Wine's conformance test records of Windows, W-1 to W-11 of docs/parity.md. */
@Timeout(60)
class WineFactsTest extends InOneProcess {

    @Test
    @DisplayName("W-1 writing to a slot that does not exist fails")
    void w1AbsentSlot() {
        assertThatThrownBy(() -> open("x").put("a")).isInstanceOf(NoSuchMailslotException.class);
    }

    @Test
    @DisplayName("W-2 a name with another prefix, or none at all, is refused")
    void w2Names() {
        assertThatThrownBy(() -> open("\\\\.\\pipe\\x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> open("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> open("\\\\.\\mailslot\\")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("W-3 a fresh slot tells its size and timeout, and has no message")
    void w3FreshSlot() {
        Mailslot<String> in =
                slot("x").maxMessageSize(1024).timeout(Duration.ofSeconds(1)).openReader();
        assertThat(in.toString()).contains("up to 1024 octets", "timeout PT1S");
        assertThat(in.nextSize()).isEmpty();
        assertThat(in.size()).isZero();
    }

    @Test
    @DisplayName("W-4 the owner cannot write, and the client cannot read")
    void w4OneDirection() {
        Mailslot<String> in = reader("x");
        Mailslot<String> out = slot("x").openWriter();
        assertThatThrownBy(() -> in.put("a")).isInstanceOf(MailslotUseException.class);
        assertThatThrownBy(out::getNow).isInstanceOf(MailslotUseException.class);
    }

    @Test
    @DisplayName("W-5 reading an empty slot without timeout fails")
    void w5Empty() {
        Mailslot<String> in = slot("x").timeout(Duration.ZERO).openReader();
        assertThatThrownBy(in::get).isInstanceOf(MailslotEmptyException.class);
    }

    @Test
    @DisplayName("W-6 a message is read once, with its own length")
    void w6Once() {
        Mailslot<byte[]> in = slot("x").serializer(Serializer.bytes()).openReader();
        octetsTo("x").put(new byte[3]);
        assertThat(in.getNow()).hasSize(3);
        assertThatThrownBy(in::getNow).isInstanceOf(MailslotEmptyException.class);
    }

    @Test
    @DisplayName("W-7 a second creation of a name fails")
    void w7SecondCreation() {
        reader("x");
        assertThatThrownBy(() -> reader("x")).isInstanceOf(MailslotInUseException.class);
    }

    @Test
    @DisplayName("W-8 two writers can be open together")
    void w8TwoWriters() {
        Mailslot<String> in = reader("x");
        Mailslot<String> one = slot("x").openWriter();
        Mailslot<String> other = slot("x").openWriter();
        one.put("a");
        other.put("b");
        one.put("c");
        assertThat(in.drain()).containsExactly("a", "b", "c");
    }

    @Test
    @DisplayName("W-9, W-10 count and next size follow messages of 1, 2 and 0 octets, which come out in order")
    void w9w10CountAndNextSize() {
        Mailslot<byte[]> in = slot("x").serializer(Serializer.bytes()).openReader();
        Mailslot<byte[]> out = octetsTo("x");
        for (int size : List.of(1, 2, 0)) {
            int before = in.size();
            out.put(new byte[size]);
            assertThat(in.size()).isEqualTo(before + 1);
            assertThat(in.nextSize()).hasValue(1);
        }
        for (int size : List.of(1, 2, 0)) {
            assertThat(in.nextSize()).hasValue(size);
            assertThat(in.getNow()).hasSize(size);
        }
        assertThat(in.isEmpty()).isTrue();
        assertThat(in.nextSize()).isEmpty();
    }

    @Test
    @DisplayName("W-11 a slot timeout of a second waits at least 900 ms; ours waits all of it")
    void w11Timeout() {
        Mailslot<String> in = slot("x").timeout(Duration.ofSeconds(1)).openReader();
        long start = System.nanoTime();
        assertThatThrownBy(in::get).isInstanceOf(MailslotEmptyException.class);
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(1_000_000_000L);
    }
}
