package io.mailslot4j.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({"500ms, 500ms", "5s, 5s", "5, 5s", "2m, 120s", "1h, 3600s", "0, 0s", "1500ms, 1500ms"})
    void readsWhatPeopleWrite(String written, String shown) {
        assertThat(Durations.format(Durations.parse(written))).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1s", "5 s", "s", "1d", "1.5s", "9999999999"})
    void refusesTheRest(String written) {
        assertThatThrownBy(() -> Durations.parse(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + written + "' is not a length of time");
    }
}
