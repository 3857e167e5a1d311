package io.mailslot4j.benchmarks.run;

import io.mailslot4j.benchmarks.Samples;
import io.mailslot4j.benchmarks.load.Worker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Starts the programs to measure, all on the last core of the machine, each on a port of its own.
 *
 * @param folder where the sources are
 * @param built where the C programs are, compiled
 */
record Programs(Path folder, Path built) {
    private static final int FIRST_PORT = 21_000;

    private static final List<String> ON_THE_LAST_CORE = List.of("taskset", "-c", String.valueOf(cores() - 1));

    static final List<String> ON_ALL_CORES = List.of("taskset", "-c", "0-" + (cores() - 1));

    /** With the C programs of a folder compiled, if there is a compiler. */
    static Programs compiled(Path folder, Path target) throws IOException, InterruptedException {
        Files.createDirectories(target);
        if (!Peer.GCC.isHere()) {
            return new Programs(folder, target);
        }
        for (String each : List.of("reference", "measure")) {
            Path source = folder.resolve("c").resolve(each + ".c");
            Process gcc = new ProcessBuilder(
                            "gcc", "-O2", "-pthread", "-o", target.resolve(each).toString(), source.toString())
                    .inheritIO()
                    .start();
            if (gcc.waitFor() != 0) {
                throw new IOException("gcc does not compile " + source);
            }
        }
        return new Programs(folder, target);
    }

    /** What C does with a datagram of so many octets of payload. */
    Program c(String what, int number, int payload) throws IOException {
        List<String> command = new ArrayList<>(ON_THE_LAST_CORE);
        command.addAll(List.of(built.resolve("reference").toString(), what, String.valueOf(port(number))));
        return Program.ready(
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
        return Program.ready(what, command, "");
    }

    /** What a Python program does with the usual datagram: see {@code peers.py}. */
    Program python(String what) throws IOException {
        List<String> command = new ArrayList<>(ON_THE_LAST_CORE);
        command.addAll(List.of(
                Peer.PYTHON, folder.resolve("python").resolve("peers.py").toString(), what));
        return Program.ready(
                what, command, Samples.unique(Samples.USUAL).encode().toHex());
    }

    /** C sends the usual datagram, beside those that are measured. */
    Program flood(String address, int port) throws IOException {
        return Program.ready(
                "flood",
                List.of(built.resolve("reference").toString(), "flood", String.valueOf(port), address),
                Samples.unique(Samples.USUAL).encode().toHex());
    }

    /** A program of somebody else. */
    Program other(String name, List<String> command) throws IOException {
        List<String> onTheLastCore = new ArrayList<>(ON_THE_LAST_CORE);
        onTheLastCore.addAll(command);
        return new Program(name, onTheLastCore, ProcessBuilder.Redirect.DISCARD);
    }

    /** The time and memory that a whole command takes, on any core. */
    Cost measure(List<String> command) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(ON_ALL_CORES);
        all.add(built.resolve("measure").toString());
        all.addAll(command);
        Process measure = new ProcessBuilder(all)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = new String(measure.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        if (measure.waitFor() != 0) {
            throw new IOException("failed: " + String.join(" ", command));
        }
        String[] numbers = answer.strip().split(" ", -1);
        return new Cost(Long.parseLong(numbers[0]) / 1e6, Long.parseLong(numbers[1]) / 1024.0);
    }

    /** What a whole command takes, memory in MiB. */
    record Cost(double millis, double memory) {}

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

    /** How many processes wanted a CPU in the last minute, on average. */
    static String loadAverage() {
        return String.format(
                Locale.ROOT,
                "%.1f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
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
