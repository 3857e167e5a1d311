package io.mailslot4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The command lines that README.md and the pages in docs show are of commands that there are, with options that they have. */
class DocumentedCommandsTest {
    private static final Path ROOT = Path.of("..");

    /** A command with what follows, to the end of its line, its code or what it pipes to. */
    private static final Pattern COMMAND =
            Pattern.compile("(?m)(?:^[ $#]*|[|=/:`] *|bin/)mailslot +([a-z]+)\\b([^\\n|`#]*)");

    private static final Pattern OPTION = Pattern.compile("(?<= )--?[a-z][-a-z]*");

    record Shown(String place, String command, List<String> options) {
        @Override
        public String toString() {
            return place + " mailslot " + command + " " + String.join(" ", options);
        }
    }

    static List<Shown> commands() throws IOException {
        List<Path> pages;
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            pages = Stream.concat(Stream.of(ROOT.resolve("README.md")), docs)
                    .filter(page -> page.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
        List<Shown> commands = new ArrayList<>();
        for (Path page : pages) {
            String text = Files.readString(page);
            for (MatchResult command : COMMAND.matcher(text).results().toList()) {
                long line = text.substring(0, command.start(1)).lines().count();
                List<String> options = OPTION.matcher(command.group(2))
                        .results()
                        .map(MatchResult::group)
                        .toList();
                commands.add(new Shown(page.getFileName() + ":" + line, command.group(1), options));
            }
        }
        return commands;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void areThere(Shown shown) {
        Ran help = Ran.mailslot(shown.command(), "--help");
        assertThat(help.exitCode()).as(help.err()).isZero();
        assertThat(shown.options())
                .allSatisfy(option -> assertThat(help.out()).containsPattern("(?m)^ +(-\\w, )?" + option + "\\b"));
    }
}
