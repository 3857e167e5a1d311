package io.mailslot4j.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.mailslot4j.cli.JsonReader;
import io.mailslot4j.protocol.Octets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
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

    @Test
    void octetsAreTwoLowerCaseDigitsEach() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        Octets octets = Octets.wrap(all);
        assertThat(new Json().put("k", octets).toString())
                .isEqualTo("{\"k\":\"" + HexFormat.of().formatHex(all) + "\"}");
        for (int size = 0; size < 10; size++) {
            assertThat(new Json().put("k", octets.slice(0xE9, size)).toString())
                    .isEqualTo("{\"k\":\"" + HexFormat.of().formatHex(all, 0xE9, 0xE9 + size) + "\"}");
        }
    }

    @Test
    void numbersAreWhole() {
        for (long number : new long[] {0, 9, 10, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertThat(new Json().put("k", number).toString()).isEqualTo("{\"k\":" + number + "}");
        }
    }

    @Test
    void anObjectThatWasClearedIsAsNew() throws IOException {
        Json json = new Json().put("long", "x".repeat(1000)).put("other", 1);
        json.clear();
        json.put("k", "v");
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        json.writeLine(lines);
        json.put("more", false).writeLine(lines);
        assertThat(lines.toString(StandardCharsets.US_ASCII))
                .isEqualTo("{\"k\":\"v\"}\n{\"k\":\"v\",\"more\":false}\n");
    }
}
