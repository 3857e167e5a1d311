package io.mailslot4j.interop.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/parity.md says is shown by a test is shown by a test that exists, and no row is missing. */
class ParityTableTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*Test)(?:\\.(\\w+))?`");

    private final String table = Files.readString(ROOT.resolve("docs/parity.md"));

    ParityTableTest() throws IOException {}

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        Map<String, Path> sources;
        try (Stream<Path> files = Files.walk(ROOT)) {
            sources = files.filter(file -> file.toString().endsWith("Test.java"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            Function.identity(),
                            (one, other) -> one));
        }
        List<MatchResult> named = TEST.matcher(table).results().toList();
        assertThat(named.size()).isGreaterThan(100);
        List<String> missing = new ArrayList<>();
        for (MatchResult test : named) {
            Path source = sources.get(test.group(1));
            String method = test.group(2);
            if (source == null || (method != null && !Files.readString(source).contains("void " + method + "("))) {
                missing.add(test.group());
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyRowIsThere() {
        List<String> rows = Stream.of(
                        rows("F%d", 15),
                        rows("L%d", 12),
                        rows("Z%d", 10),
                        rows("R%d", 17),
                        rows("P%d", 11),
                        rows("I%d", 11),
                        rows("C%d", 12),
                        rows("K%d", 7),
                        Stream.of("E1–E2", "E3", "E4", "E5", "E6", "E7", "E8", "E9", "PT-47"),
                        rows("G%d", 10),
                        rows("PT-%02d", 37),
                        Stream.of("PT-45", "PT-46"),
                        rows("W-%d", 11))
                .flatMap(Function.identity())
                .toList();
        assertThat(rows).allSatisfy(row -> assertThat(table).containsPattern("(?m)^\\| " + row + "[ ,]"));
    }

    private static Stream<String> rows(String form, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(form::formatted);
    }
}
