package io.mailslot4j.cli.arguments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailslot4j.cli.output.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules are those of POSIX and GNU; see "Program Argument Syntax Conventions" of the GNU C library's manual. */
class ArgumentParserTest {
    private static final Operand<String> NAME = Operand.one("NAME", "A name.", Function.identity());
    private static final Operand<Integer> SIZE = Operand.any("SIZE", "Sizes.", ArgumentParserTest::size);
    private static final Flag ALL = Flag.of('a', "--all", "All.");
    private static final Flag QUIET = Flag.of('q', "--quiet", "Quiet.");
    private static final Value<Integer> COUNT = Value.ofNumber("--count", "N", "How many.");
    private static final Value<String> OUTPUT =
            Value.ofText("--output", "FILE", "Where to.").or('o');
    private static final Value<String> HOST =
            Value.ofText("--host", "HOST", "Whom.").repeated();
    private static final Usage USAGE = Usage.of("Test.")
            .operands(NAME, SIZE)
            .options(ALL, QUIET, COUNT, OUTPUT)
            .network(List.of(HOST));

    private static Integer size(String text) {
        if (!text.matches("\\d+")) {
            throw new IllegalArgumentException("'" + text + "' is no size");
        }
        return Integer.valueOf(text);
    }

    private static Given parse(String... arguments) {
        return ArgumentParser.parse(USAGE, arguments);
    }

    @Test
    void operandsAreTakenByTheirPlaces() {
        Given given = parse("A", "1", "2");
        assertThat(given.the(NAME)).isEqualTo("A");
        assertThat(given.all(SIZE)).containsExactly(1, 2);
    }

    @Test
    void whatIsNotGivenIsAbsent() {
        Given given = parse("A");
        assertThat(given.all(SIZE)).isEmpty();
        assertThat(given.has(ALL)).isFalse();
        assertThat(given.value(COUNT)).isEmpty();
        assertThat(given.values(HOST)).isEmpty();
    }

    @Test
    void optionsMayStandAnywhere() {
        Given given = parse("--all", "A", "--count", "3", "1", "-q");
        assertThat(given.has(ALL)).isTrue();
        assertThat(given.has(QUIET)).isTrue();
        assertThat(given.value(COUNT)).contains(3);
        assertThat(given.all(SIZE)).containsExactly(1);
    }

    @Test
    void aValueMayBePartOfItsWord() {
        assertThat(parse("A", "--count=3").value(COUNT)).contains(3);
        assertThat(parse("A", "--output=").value(OUTPUT)).contains("");
        assertThat(parse("A", "--host=a=b").value(HOST)).contains("a=b");
    }

    @Test
    void lettersMayShareAWord() {
        Given given = parse("A", "-aqo", "file");
        assertThat(given.has(ALL)).isTrue();
        assertThat(given.has(QUIET)).isTrue();
        assertThat(given.value(OUTPUT)).contains("file");
        assertThat(parse("A", "-ofile").value(OUTPUT)).contains("file");
    }

    @Test
    void whatIsRepeatableKeepsItsOrder() {
        assertThat(parse("A", "--host", "b", "--host=a").values(HOST)).containsExactly("b", "a");
    }

    @Test
    void behindTwoHyphensNothingIsAnOption() {
        Given given = parse("--", "--all", "1");
        assertThat(given.has(ALL)).isFalse();
        assertThat(given.the(NAME)).isEqualTo("--all");
    }

    @Test
    void aHyphenAloneIsAnOperand() {
        assertThat(parse("-").the(NAME)).isEqualTo("-");
    }

    /** A message must go out as it was typed. */
    @Test
    void wordsAreTakenAsTheyAre(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("words"), "other words");
        assertThat(parse("@" + file).the(NAME)).isEqualTo("@" + file);
        assertThat(parse("\"A\"", "--output", "\"file\"").value(OUTPUT)).contains("\"file\"");
        assertThat(parse("\"A\"").the(NAME)).isEqualTo("\"A\"");
        assertThat(parse("").the(NAME)).isEmpty();
    }

    @Test
    void whoAsksForHelpNeedNotGiveAnythingElse() {
        assertThat(parse("--help").has(Usage.HELP)).isTrue();
        assertThat(parse("-h", "A", "large").has(Usage.HELP)).isTrue();
    }

    static List<Arguments> mistakes() {
        return List.of(
                Arguments.of("missing NAME", List.of()),
                Arguments.of("missing NAME", List.of("--all")),
                Arguments.of("unknown option --al", List.of("A", "--al")),
                Arguments.of("unknown option --all=3", List.of("A", "--all=3")),
                Arguments.of("unknown option -all", List.of("A", "-all")),
                Arguments.of("unknown option -count", List.of("A", "-count", "3")),
                Arguments.of("unknown option -count=3", List.of("A", "-count=3")),
                Arguments.of("unknown option -counter", List.of("A", "-counter")),
                Arguments.of("unknown option -x", List.of("A", "-x")),
                Arguments.of("--count needs a value", List.of("A", "--count")),
                Arguments.of("--count needs a value", List.of("A", "--count", "--all")),
                Arguments.of("--count: 'x' is not a whole number", List.of("A", "--count", "x")),
                Arguments.of("--count: '+3' is not a whole number", List.of("A", "--count", "+3")),
                Arguments.of("--count: '\u0663' is not a whole number", List.of("A", "--count", "\u0663")),
                Arguments.of(
                        "'raw\uFFFD' has octets that are no characters; standard input takes any octets",
                        List.of("raw\uFFFD")),
                Arguments.of("--count is given more than once", List.of("A", "--count", "1", "--count", "1")),
                Arguments.of("'large' is no size", List.of("A", "1", "large")));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mistakesAreNamed(String said, List<String> arguments) {
        assertThatThrownBy(() -> parse(arguments.toArray(String[]::new)))
                .isInstanceOf(UsageException.class)
                .hasMessage(said);
    }

    @Test
    void whatNobodyTakesIsAMistake() {
        Usage one = Usage.of("Test.").operands(NAME);
        assertThatThrownBy(() -> ArgumentParser.parse(one, "A", "B", "C"))
                .hasMessage("too many arguments, from 'B' on");
    }

    @Test
    void thereMayHaveToBeSome() {
        Operand<String> files = Operand.some("FILE", "Files.", Function.identity());
        Usage some = Usage.of("Test.").operands(files);
        assertThat(ArgumentParser.parse(some, "A", "B").all(files)).containsExactly("A", "B");
        assertThatThrownBy(() -> ArgumentParser.parse(some)).hasMessage("missing FILE");
    }
}
