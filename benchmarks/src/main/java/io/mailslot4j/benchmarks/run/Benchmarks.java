package io.mailslot4j.benchmarks.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Measures everything, in passes that alternate, and says how it compares. */
public final class Benchmarks {
    private static final List<String> ALL = List.of("codec", "receive", "group", "send", "latency", "paced");

    /** With fewer, or not all, nothing is kept. */
    private static final int LEAST_PASSES = 5;

    private Benchmarks() {}

    /**
     * Measures.
     *
     * @param arguments how many passes, and what to measure: nothing for all
     */
    public static void main(String[] arguments) throws Exception {
        Path module = Path.of(System.getProperty("benchmarks.home", "benchmarks"));
        Programs programs = Programs.compiled(module.resolve("src/main/c/reference.c"), module.resolve("target"));
        Results results = new Results();
        int passes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        List<String> wanted = arguments.length > 1 ? List.of(arguments).subList(1, arguments.length) : ALL;
        for (int pass = 1; pass <= passes; pass++) {
            for (String each : wanted) {
                System.err.printf("pass %d of %d: %s%n", pass, passes, each);
                run(each, programs, results);
            }
        }
        Report report = new Report(results, passes);
        System.out.print(report);
        if (passes >= LEAST_PASSES && wanted.equals(ALL)) {
            report.writeInto(Path.of("docs/performance.md"));
        }
    }

    private static void run(String what, Programs programs, Results results) throws IOException, InterruptedException {
        OtherRuns others = new OtherRuns(programs, results);
        switch (what) {
            case "receive" -> new ReceiveRun(programs, results, false).pass();
            case "group" -> new ReceiveRun(programs, results, true).pass();
            case "paced" -> new ReceiveRun(programs, results, false).paced();
            case "send" -> others.send();
            case "latency" -> others.latency();
            case "codec" -> others.codec();
            default -> throw new IllegalArgumentException("nothing to measure is called " + what);
        }
    }
}
