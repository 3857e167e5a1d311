package io.mailslot4j.cli.captures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailslot4j.cli.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FrameKindsTest {
    /** The types of records of the name service are in capital letters. */
    private static final Pattern WORD = Pattern.compile("\"(?:kind|type)\":\"([^\"A-Z]+)\"");

    @Test
    void everyWordOfTheJsonIsOne() throws IOException {
        String[] decode;
        try (Stream<Path> captures = Files.list(Path.of("../pcaps/captures"))) {
            decode = Stream.concat(
                            Stream.of("decode", "--json"),
                            captures.map(Path::toString).filter(name -> name.endsWith(".pcap")))
                    .toArray(String[]::new);
        }
        Set<String> words = WORD.matcher(Ran.mailslot(decode).out())
                .results()
                .map((MatchResult word) -> word.group(1))
                .collect(Collectors.toSet());
        assertThat(words)
                .hasSizeGreaterThan(20)
                .contains("direct-group", "name-query-request", "host-announcement", "sam-logon-request")
                .allSatisfy(word -> assertThat(FrameKinds.parse(word)).isEqualTo(word));
    }

    @Test
    void numbersStandForWhatHasNoName() {
        assertThat(FrameKinds.parse("netlogon-0x1a")).isEqualTo("netlogon-0x1a");
        assertThat(FrameKinds.parse("Malformed")).isEqualTo("malformed");
    }

    @Test
    void otherWordsAreMistakes() {
        assertThatThrownBy(() -> FrameKinds.parse("announcement"))
                .hasMessageStartingWith("'announcement' is none of account-update, announcement-request, ")
                .hasMessageContaining(", direct-unique, ")
                .hasMessageNotContaining("0x");
    }
}
