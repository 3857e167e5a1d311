package io.mailslot4j.cli.arguments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class HelpPageTest {
    @Test
    void tellsEverythingInTheOrderInWhichItIsNeeded() {
        Usage usage = Usage.of("Do it.")
                .text("""
                        More of it.
                        """)
                .operands(Operand.some("FILE", "Files.", Function.identity()))
                .options(
                        Flag.of('v', "--verbose", "Say much."),
                        Value.ofText(
                                "--label",
                                "TEXT",
                                "A description that is too long for one line is broken between its words, twice here."))
                .network(List.of(Value.ofNumber("--port", "N", "A port.")))
                .ending("Examples:\n  do it\n");
        assertThat(HelpPage.of("do", usage)).isEqualTo("""
                        Do it.
                        Usage: do [OPTIONS] FILE...

                        More of it.

                              FILE...        Files.
                          -v, --verbose      Say much.
                              --label=TEXT   A description that is too long for one line is broken
                                               between its words, twice here.
                          -h, --help         Show this help.
                              --debug        Show the log and, with an error, where it came from.

                        The network:
                              --port=N       A port.

                        Examples:
                          do it
                        """);
    }

    @Test
    void leavesOutWhatThereIsNot() {
        assertThat(HelpPage.of("do", Usage.of("Do it."))).isEqualTo("""
                        Do it.
                        Usage: do [OPTIONS]

                          -h, --help    Show this help.
                              --debug   Show the log and, with an error, where it came from.
                        """);
    }

    @Test
    void aWordThatReachesTheLastColumnStaysOnItsLine() {
        // The margin, room for a letter, "--x" and the gap make 12 columns; " end" takes four.
        String fits = "y".repeat(80 - 12 - 4) + " end";
        Usage usage = new Usage("Do it.", "", List.of(), List.of(Flag.of("--x", fits)), List.of(), "");
        assertThat(HelpPage.of("do", usage).lines())
                .last()
                .asString()
                .hasSize(80)
                .endsWith("y end");
    }
}
