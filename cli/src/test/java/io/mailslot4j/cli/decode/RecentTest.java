package io.mailslot4j.cli.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RecentTest {

    @Test
    void whatWasMadeOfAKeyIsNotMadeAgain() {
        List<String> made = new ArrayList<>();
        Recent<String, String> recent = new Recent<>(key -> {
            made.add(key);
            return key.toUpperCase(Locale.ROOT);
        });
        assertThat(List.of(recent.of("a"), recent.of("b"), recent.of("a"))).containsExactly("A", "B", "A");
        assertThat(made).containsExactly("a", "b");
    }

    @Test
    void everyKeyHasItsOwnEvenIfThereAreMoreThanAreRemembered() {
        Recent<Integer, String> recent = new Recent<>(String::valueOf);
        for (int pass = 0; pass < 2; pass++) {
            for (int key = -1000; key < 1000; key++) {
                assertThat(recent.of(key)).isEqualTo(Integer.toString(key));
            }
        }
    }

    @Test
    void keysOfTheSameHashAreNotTakenForEachOther() {
        Recent<String, String> recent = new Recent<>(key -> key + "!");
        assertThat("Aa").hasSameHashCodeAs("BB");
        assertThat(List.of(recent.of("Aa"), recent.of("BB"), recent.of("Aa"))).containsExactly("Aa!", "BB!", "Aa!");
    }
}
