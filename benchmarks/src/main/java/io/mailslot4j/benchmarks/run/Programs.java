package io.mailslot4j.benchmarks.run;

import io.mailslot4j.benchmarks.Samples;
import io.mailslot4j.benchmarks.load.Worker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Starts the programs to measure, all on the last core of the machine, each on a port of its own.
 *
 * @param reference the C program
 */
record Programs(Path reference) {
    private static final int FIRST_PORT = 21_000;

    private static final List<String> ON_THE_LAST_CORE = List.of("taskset", "-c", String.valueOf(cores() - 1));

    /** The C program, compiled. */
    static Programs compiled(Path source, Path folder) throws IOException, InterruptedException {
        Path program = Files.createDirectories(folder).resolve("reference");
        Process gcc = new ProcessBuilder("gcc", "-O2", "-pthread", "-o", program.toString(), source.toString())
                .inheritIO()
                .start();
        if (gcc.waitFor() != 0) {
            throw new IOException("gcc does not compile " + source);
        }
        return new Programs(program);
    }

    /** What C does with a datagram of so many octets of payload. */
    Program c(String what, int number, int payload) throws IOException {
        List<String> command = new ArrayList<>(ON_THE_LAST_CORE);
        command.addAll(List.of(reference.toString(), what, String.valueOf(port(number))));
        return new Program(
                "c-" + what, command, Samples.unique(payload).encode().toHex());
    }

    /** What Java does; one of the loads that {@link Worker} knows. */
    Program java(String what, int number) throws IOException {
        List<String> command = new ArrayList<>(ON_THE_LAST_CORE);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                System.getProperty("java.class.path"),
                Worker.class.getName(),
                what,
                String.valueOf(port(number))));
        return new Program(what, command, "");
    }

    /** The port of the program that is started as the {@code number}th. */
    static int port(int number) {
        return FIRST_PORT + number;
    }

    /** What they all run on. */
    static String machine() {
        return String.format(
                Locale.ROOT,
                "%d CPUs, %s, Linux %s, JDK %s",
                cores(),
                cpuModel(),
                System.getProperty("os.version"),
                System.getProperty("java.runtime.version"));
    }

    /** All of the machine, not only those that this process may use. */
    private static int cores() {
        return cpuInfo("processor").size();
    }

    private static String cpuModel() {
        return cpuInfo("model name").stream().findFirst().orElse("unknown CPU");
    }

    private static List<String> cpuInfo(String key) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
