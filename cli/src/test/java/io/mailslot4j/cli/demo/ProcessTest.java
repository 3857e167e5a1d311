package io.mailslot4j.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.cli.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What can only be seen from outside a process. */
@Timeout(60)
class ProcessTest {
    private static final Program MAILSLOT = new Program(Main.class);
    private static final List<String> LOOPBACK = List.of("--workgroup", "GROUP", "--interface", "127.0.0.1", "--alone");

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no process can be asked to end there")
    void aListenerThatIsAskedToEndSaysWhatCameAndEndsWell() throws Exception {
        Process process = MAILSLOT.with(List.of("listen", "X", "--listen-port", "0", "--interface", "127.0.0.1"))
                .start();
        try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
            assertThat(err.readLine()).startsWith("listening as ");
            process.toHandle().destroy();
            assertThat(err.readLine()).startsWith("received 0 datagrams, delivered 0 messages, dropped 0");
            assertThat(err.readLine()).isNull();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroy();
        }
    }

    @Test
    void messagesComeOutAsSoonAsTheyAreHere() throws Exception {
        try (Listener listener = Listener.start(MAILSLOT, "HERE", "X", LOOPBACK);
                Sender sender =
                        Sender.start(MAILSLOT, "BOB", "\\\\HERE@127.0.0.1\\mailslot\\X", LOOPBACK, listener.port())) {
            for (String message : List.of("one", "two", "three")) {
                sender.say(List.of(message));
                assertThat(listener.next(Duration.ofSeconds(20)))
                        .isEqualTo(Optional.of(new Arrival("BOB", "HERE<00>", "direct-unique", message)));
            }
            sender.finish();
        }
    }

    @Test
    void aListenerWhoseReaderGoesAwayEndsQuietly() throws IOException, InterruptedException {
        Process process = MAILSLOT.with(List.of(
                        "listen", "X", "--listen-port", "0", "--computer-name", "HERE", "--interface", "127.0.0.1"))
                .start();
        process.getInputStream().close();
        try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
            String port = err.readLine().replaceAll(".* on 127\\.0\\.0\\.1:(\\d+).*", "$1");
            try (Sender sender = Sender.start(
                    MAILSLOT, "BOB", "\\\\HERE@127.0.0.1\\mailslot\\X", LOOPBACK, Integer.parseInt(port))) {
                sender.say(List.of("nobody reads this"));
                sender.finish();
            }
            assertThat(err.readLine()).startsWith("received 1 datagrams");
            assertThat(err.readLine()).isNull();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroy();
        }
    }

    @Test
    void theLogIsOnlyShownWithDebug() throws Exception {
        assertThat(errorsOf("get", "X", "--timeout", "1ms", "--listen-port", "0", "--interface", "127.0.0.1"))
                .hasSize(1);
        assertThat(errorsOf(
                        "get", "X", "--timeout", "1ms", "--listen-port", "0", "--interface", "127.0.0.1", "--debug"))
                .anyMatch(line -> line.contains("io.mailslot4j.network - listening on"));
    }

    /** Netty takes another log where there is to be none. */
    @Test
    void neitherIsWhatNettyWarnsOf() throws Exception {
        assertThat(errorsOf(
                        Map.of("JDK_JAVA_OPTIONS", "-Dio.netty.machineId=malformed"),
                        "names",
                        "--timeout",
                        "1ms",
                        "--interface",
                        "127.0.0.1"))
                .allMatch(line ->
                        line.startsWith("NOTE: Picked up JDK_JAVA_OPTIONS") || line.startsWith("mailslot names: "));
    }

    private static List<String> errorsOf(String... args) throws IOException {
        return errorsOf(Map.of(), args);
    }

    private static List<String> errorsOf(Map<String, String> environment, String... args) throws IOException {
        ProcessBuilder start = MAILSLOT.with(List.of(args));
        start.environment().putAll(environment);
        Process process = start.start();
        try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
            return err.lines().toList();
        }
    }

    @Test
    void theDemoShowsThatMessagesTravel() throws Exception {
        Process process =
                MAILSLOT.with(List.of("demo")).redirectErrorStream(true).start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> lines = out.lines().toList();
            assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
            assertThat(lines)
                    .anyMatch(line -> line.contains("✓ DIEGO: 2,000 of 2,000 arrived, in the order sent"))
                    .noneMatch(line -> line.contains("✗"))
                    .noneMatch(line -> line.contains("\u001b"))
                    .allMatch(line -> line.length() <= 90);
        }
    }
}
