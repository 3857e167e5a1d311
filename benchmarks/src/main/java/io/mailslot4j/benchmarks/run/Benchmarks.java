package io.mailslot4j.benchmarks.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Measures everything, in passes that alternate, and says how it compares. */
public final class Benchmarks {
    private static final List<String> ALL = List.of(
            "codec",
            "peers",
            "receive",
            "group",
            "send",
            "latency",
            "paced",
            "capacity",
            "names",
            "starts",
            "captures");

    private Benchmarks() {}

    /**
     * Measures.
     *
     * @param arguments how many passes, and what to measure: nothing for all
     */
    public static void main(String[] arguments) throws Exception {
        Path module = Path.of(System.getProperty("benchmarks.home", "benchmarks"));
        Programs programs = Programs.compiled(module.resolve("src/main"), module.resolve("target"));
        Results results = new Results(
                EnumSet.allOf(Peer.class).stream().filter(Peer::isHere).collect(Collectors.toSet())::contains);
        String started = Programs.loadAverage();
        int passes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        List<String> wanted = arguments.length > 1 ? List.of(arguments).subList(1, arguments.length) : ALL;
        for (int pass = 1; pass <= passes; pass++) {
            for (String each : wanted) {
                System.err.printf("pass %d of %d: %s", pass, passes, each);
                long start = System.nanoTime();
                run(each, programs, results);
                System.err.printf(", %d s%n", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
            }
        }
        Report report = new Report(results, passes, started);
        System.out.print(report);
        if (wanted.equals(ALL)) {
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
            case "peers" -> new PeerRun(programs, results).pass();
            case "capacity" -> new CapacityRun(programs, results).pass();
            case "names" -> new NameServiceRun(programs, results).pass();
            case "starts" -> new CommandRun(programs, results).starts();
            case "captures" -> new CommandRun(programs, results).captures();
            default -> throw new IllegalArgumentException("nothing to measure is called " + what);
        }
    }
}
