package io.mailslot4j.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class SlotKeyTest {
    private static final int SLOTS = 100_000;

    @Test
    void isTheSameWhateverTheCaseOfAsciiLetters() {
        SlotKey key = SlotKey.of("\\MAILSLOT\\LISTENER");
        assertThat(key)
                .isEqualTo(SlotKey.of("\\mailslot\\Listener"))
                .hasSameHashCodeAs(SlotKey.of("\\mailslot\\Listener"))
                .isNotEqualTo(SlotKey.of("\\MAILSLOT\\LISTENEX"))
                .isNotEqualTo(SlotKey.of("\\MAILSLOT\\LISTENE"));
        assertThat(SlotKey.of("\u00E4")).isNotEqualTo(SlotKey.of("\u00C4"));
    }

    @Test
    void findsANameInTheMiddleOfAPacket() {
        byte[] packet = "..\\mailslot\\a\0..".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(new SlotKey().at(packet, 2, 11))
                .isEqualTo(SlotKey.of("\\MAILSLOT\\A"))
                .hasSameHashCodeAs(SlotKey.of("\\MAILSLOT\\A"));
    }

    /** What makes a lookup slow is names that share a place: of so many some do, but never more than a few. */
    @Test
    void manySlotsAreFoundAsFastAsOne() {
        Random random = new Random(1);
        assertThat(mostAtOnePlace(i -> "SLOT" + i)).isLessThan(12);
        assertThat(mostAtOnePlace(i -> Long.toString(random.nextLong() >>> 1, 36)))
                .isLessThan(12);
    }

    private static int mostAtOnePlace(IntFunction<String> names) {
        Map<Integer, Integer> places = new HashMap<>();
        int most = 0;
        for (int i = 0; i < SLOTS; i++) {
            int hash = SlotKey.of("\\MAILSLOT\\" + names.apply(i)).hashCode();
            // As a HashMap of this size has it.
            int place = (hash ^ (hash >>> 16)) & ((1 << 17) - 1);
            most = Math.max(most, places.merge(place, 1, Integer::sum));
        }
        return most;
    }
}
