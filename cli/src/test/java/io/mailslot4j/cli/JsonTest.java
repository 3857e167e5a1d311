package io.mailslot4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void everythingOutsidePrintableAsciiIsEscaped() {
        assertThat(new Json()
                        .put("k", "\"\\\u001b\u007f\u009b\u00e9\uD83D\uDE00")
                        .toString())
                .isEqualTo("{\"k\":\"\\\"\\\\\\u001b\\u007f\\u009b\\u00e9\\ud83d\\ude00\"}");
    }

    @Test
    void whatIsWrittenCanBeReadBackInItsOrder() {
        String json = new Json()
                .put("text", "a\"b\\c\n")
                .put("number", 42)
                .put("truth", true)
                .put("object", new Json().put("x", ""))
                .put("list", List.of("1", "2"))
                .toString();
        assertThat(JsonReader.object(json))
                .containsExactly(
                        entry("text", "a\"b\\c\n"),
                        entry("number", 42L),
                        entry("truth", true),
                        entry("object", Map.of("x", "")),
                        entry("list", List.of("1", "2")));
    }
}
