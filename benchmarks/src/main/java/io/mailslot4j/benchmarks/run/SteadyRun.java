package io.mailslot4j.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Hours of steady load, in which nothing may grow: CPU time of a message, memory, descriptors. A line of a table a minute. */
public final class SteadyRun {
    private static final int UNIQUE_A_SECOND = 2000;
    private static final int GROUP_A_SECOND = 1000;
    private static final int SECONDS = 60;

    private SteadyRun() {}

    /**
     * Sends and receives.
     *
     * @param arguments how many minutes
     */
    public static void main(String[] arguments) throws Exception {
        Path module = Path.of(System.getProperty("benchmarks.home", "benchmarks"));
        Programs programs = Programs.compiled(module.resolve("src/main"), module.resolve("target"));
        System.out.println("| minute | lost | get: ns each | MiB | files | put: ns each | MiB | files |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        try (Program receiver = programs.java("product", 0);
                Program sender = programs.java("product-send", 0);
                Filler groups = new Filler(true)) {
            receiver.await(Long.MAX_VALUE / 2);
            for (int minute = 1; minute <= Integer.parseInt(arguments[0]); minute++) {
                System.out.println(minute(minute, receiver, sender, groups));
            }
        }
    }

    private static String minute(int number, Program receiver, Program sender, Filler groups)
            throws IOException, InterruptedException {
        long delivered = receiver.count().delivered();
        long getting = receiver.cpuNanos();
        long putting = sender.cpuNanos();
        long end = System.nanoTime();
        for (int second = 0; second < SECONDS; second++) {
            end += TimeUnit.SECONDS.toNanos(1);
            sender.run(UNIQUE_A_SECOND);
            groups.send(Programs.port(0), GROUP_A_SECOND);
            TimeUnit.NANOSECONDS.sleep(end - System.nanoTime());
        }
        long sent = (long) SECONDS * (UNIQUE_A_SECOND + GROUP_A_SECOND);
        return String.format(
                Locale.ROOT,
                "| %d | %d | %d | %d | %d | %d | %d | %d |",
                number,
                sent - (receiver.count().delivered() - delivered),
                (receiver.cpuNanos() - getting) / sent,
                memory(receiver),
                files(receiver),
                (sender.cpuNanos() - putting) / SECONDS / UNIQUE_A_SECOND,
                memory(sender),
                files(sender));
    }

    /** MiB of it that are in memory. */
    private static long memory(Program program) throws IOException {
        try (Stream<String> lines = Files.lines(program.proc().resolve("status"))) {
            return lines.filter(line -> line.startsWith("VmRSS"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        }
    }

    private static long files(Program program) throws IOException {
        try (Stream<Path> open = Files.list(program.proc().resolve("fd"))) {
            return open.count();
        }
    }
}
