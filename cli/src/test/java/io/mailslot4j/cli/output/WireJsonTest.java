package io.mailslot4j.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireJsonTest {

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, 1970-01-01T00:00:00.000000Z",
        "2026-11-21T12:31:53.987654321Z, 2026-11-21T12:31:53.987654Z",
        "1969-12-31T23:59:59.000001999Z, 1969-12-31T23:59:59.000001Z",
        "0009-02-03T04:05:06.070809Z, 0009-02-03T04:05:06.070809Z",
        "9999-12-31T23:59:59.999999999Z, 9999-12-31T23:59:59.999999Z",
    })
    void timesHaveMicroseconds(String time, String text) {
        assertThat(WireJson.time(Instant.parse(time))).isEqualTo(text);
    }

    @Test
    void pcapngKnowsYearsOfMoreThanFourDigits() {
        assertThat(WireJson.time(Instant.parse("+292277-01-09T04:00:54.775807Z")))
                .isEqualTo("+292277-01-09T04:00:54.775807Z");
    }
}
