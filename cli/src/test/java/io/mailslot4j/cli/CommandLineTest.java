package io.mailslot4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.cli.output.Output;
import io.mailslot4j.cli.output.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    static List<Arguments> usageErrors() {
        return List.of(
                Arguments.of("missing command", List.of()),
                Arguments.of("unknown command 'fly'", List.of("fly")),
                Arguments.of("missing NAME", List.of("put")),
                Arguments.of("unknown command 'fly'", List.of("fly", "--high")),
                Arguments.of("options of put go behind it", List.of("--debug", "put", "X", "y")),
                Arguments.of("unknown option --explain", List.of("put", "X", "--explain")),
                Arguments.of("unknown option -x", List.of("put", "X", "-x")),
                Arguments.of("FILE: a file has a name", List.of("decode", "")),
                Arguments.of("--output: a file has a name", List.of("report", "x.pcap", "-o", "")),
                Arguments.of("--kind: 'reply' is none of", List.of("decode", "--kind", "reply", "x.pcap")),
                Arguments.of("empty level", List.of("put", "a\\\\b", "x")),
                Arguments.of("is not a mailslot name", List.of("get", "\\\\a\\b")),
                Arguments.of("too many arguments, from 'b' on", List.of("get", "a", "b")),
                Arguments.of("can only be written to", List.of("get", "\\\\*\\mailslot\\X", "--no-network")),
                Arguments.of("'0' is not a number", List.of("get", "X", "--count", "0")),
                Arguments.of("is not a length of time", List.of("get", "X", "--timeout", "soon")),
                Arguments.of("choose one", List.of("get", "X", "--raw", "--json")),
                Arguments.of("choose one", List.of("listen", "X", "--raw", "--json")),
                Arguments.of("unknown option --timeout", List.of("put", "X", "--timeout", "1s")),
                Arguments.of("unknown option --listen-port", List.of("put", "X", "--listen-port", "1")),
                Arguments.of("UDP port 70000", List.of("get", "X", "--listen-port", "70000")),
                Arguments.of("has 16 characters", List.of("put", "X", "y", "--computer-name", "ABCDEFGHIJKLMNOP")),
                Arguments.of("is not an IPv4 address", List.of("put", "X", "y", "--host", "A=b")),
                Arguments.of("is not windows, 424 or nmbd", List.of("put", "X", "y", "--size-limit", "9")),
                Arguments.of("missing NAME[<XX>]", List.of("lookup")),
                Arguments.of("has 16 characters", List.of("lookup", "ABCDEFGHIJKLMNOP")),
                Arguments.of("10.0.0.1 is an address", List.of("lookup", "10.0.0.1")),
                Arguments.of("'nowhere' is not an IPv4 address", List.of("lookup", "X", "--wins", "nowhere")),
                Arguments.of("UDP port 70000", List.of("lookup", "X", "--name-port", "70000")),
                Arguments.of("'Q' is not B, P, M or H", List.of("lookup", "X", "--node-type", "Q")),
                Arguments.of("a label is 1 to 63", List.of("lookup", "X", "--scope", "a..b")),
                Arguments.of("unknown option --listen-port", List.of("lookup", "X", "--listen-port", "1")),
                Arguments.of("missing HOST", List.of("status")),
                Arguments.of("is not an IPv4 address", List.of("status", "X", "--host", "X=1.2.3")),
                Arguments.of("unknown option --explain", List.of("status", "X", "--explain")),
                Arguments.of("too many arguments, from 'x' on", List.of("doctor", "x")),
                Arguments.of("unknown option --timeout", List.of("doctor", "--timeout", "1s")),
                Arguments.of("--own-names needs the network", List.of("doctor", "--own-names", "--no-network")),
                Arguments.of("UDP port 70000", List.of("doctor", "--listen-port", "70000")),
                Arguments.of("missing FILE", List.of("decode")),
                Arguments.of("choose one", List.of("decode", "-", "--verbose", "--json")),
                Arguments.of("choose one", List.of("decode", "-", "--verbose", "--stats")));
    }

    @ParameterizedTest
    @MethodSource("usageErrors")
    void usageErrorsAreOneLineAndExitCode2(String said, List<String> args) {
        Ran ran = Ran.mailslot(args.toArray(String[]::new));
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines()).singleElement().asString().contains(said).endsWith("--help'");
    }

    static List<Arguments> failures() {
        String tooLong = "x".repeat(429);
        return List.of(
                Arguments.of(
                        "cannot find BOB (not this computer",
                        List.of("put", "//BOB/mailslot/X", "y", "--interface", "127.0.0.1", "--no-dns")),
                Arguments.of("nobody reads \\\\.\\mailslot\\X", List.of("put", "X", "y")),
                Arguments.of(
                        "has 429 octets, but at most 428 fit",
                        List.of("put", "//*/mailslot/X", tooLong, "--interface", "127.0.0.1")),
                Arguments.of("the network is switched off", List.of("put", "//*/mailslot/X", "y", "--no-network")),
                Arguments.of("no interface 'none'", List.of("get", "X", "--interface", "none")),
                Arguments.of("no interface 'none'", List.of("lookup", "X", "--interface", "none")),
                Arguments.of("no interface 'none'", List.of("status", "127.0.0.1", "--interface", "none")),
                Arguments.of("no interface 'none'", List.of("names", "--interface", "none")),
                Arguments.of(
                        "no message in \\\\.\\mailslot\\X within 1ms",
                        List.of("get", "X", "--no-network", "--timeout", "1ms")),
                Arguments.of("already read here", List.of("listen", "X", "x", "--no-network")),
                Arguments.of("cannot read the lmhosts file .", List.of("put", "X", "y", "--lmhosts", ".")),
                Arguments.of(
                        "cannot read the lmhosts file /dev/null", List.of("put", "X", "y", "--lmhosts", "/dev/null")),
                Arguments.of("nowhere.pcap: no such file", List.of("decode", "nowhere.pcap")));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failuresAreOneLineAndExitCode1(String said, List<String> args) {
        Ran ran = Ran.mailslot(args.toArray(String[]::new));
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines()).singleElement().asString().contains(said);
    }

    @Test
    void debugShowsWhereAnErrorCameFrom() {
        Ran ran = Ran.mailslot("put", "X", "y", "--debug");
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).startsWith("mailslot put: nobody reads").contains("\tat io.mailslot4j");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "put", "get", "listen", "lookup", "status", "names", "doctor", "decode", "report", "replay", "demo"
            })
    void helpFitsIntoEightyColumns(String command) {
        Ran ran = command.isEmpty() ? Ran.mailslot("--help") : Ran.mailslot(command, "--help");
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains("Usage: mailslot " + command);
        assertThat(ran.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @ParameterizedTest
    @ValueSource(strings = {"put", "get", "listen", "lookup", "status", "names"})
    void helpTellsTheOptionsOfTheNetworkLast(String command) {
        String help = Ran.mailslot(command, "--help").out();
        String own = help.substring(0, help.indexOf("The network:"));
        assertThat(own).contains("--json").doesNotContain("--wins", "--host", "--interface", "--capture");
    }

    @Test
    void theVersionTellsWhatItRunsOn() {
        Ran ran = Ran.mailslot("--version");
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.lines()).hasSize(3);
        assertThat(ran.out())
                .contains("mailslot ", "Java " + Runtime.version().feature(), System.getProperty("os.name"));
    }

    @Test
    void standardOutputThatIsGoneIsNoFailure() {
        assertThat(runInto("Broken pipe")).isEqualTo("0: ");
    }

    @Test
    void standardOutputThatIsFullIsOne() {
        assertThat(runInto("No space left on device"))
                .isEqualTo("1: mailslot: cannot write to standard output: No space left on device\n");
    }

    private static String runInto(String trouble) {
        var err = new java.io.ByteArrayOutputStream();
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException(trouble);
            }
        };
        int exitCode = Main.run(
                new Streams(
                        InputStream.nullInputStream(),
                        new Output(broken),
                        new PrintStream(err, true, StandardCharsets.UTF_8)),
                "--version");
        return exitCode + ": " + err.toString(StandardCharsets.UTF_8);
    }
}
