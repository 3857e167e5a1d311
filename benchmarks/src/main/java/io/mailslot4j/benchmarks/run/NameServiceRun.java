package io.mailslot4j.benchmarks.run;

import io.mailslot4j.benchmarks.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** CPU time of an answer of the name service: Samba's nmbd and ours, asked by Samba's own test suite. */
record NameServiceRun(Programs programs, Results results) {
    private static final Pattern SPEED = Pattern.compile("([0-9.]+) queries per second \\((\\d+) failures\\)");
    private static final String NMBD = "nmbd answer";
    private static final String OURS = "names answer";
    private static final int WARM_UP = 3;
    private static final int SECONDS = 2;

    void pass() throws IOException, InterruptedException {
        if (results.canMeasureBy(Peer.SMBTORTURE, NMBD, OURS)) {
            if (results.canMeasureBy(Peer.NMBD, NMBD)) {
                try (Nmbd nmbd = Nmbd.start(programs)) {
                    measure(nmbd.program());
                }
            }
            try (Program ours = programs.java("names", 0)) {
                measure(ours);
            }
        }
    }

    private void measure(Program responder) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("torture");
        Path conf = Files.writeString(folder.resolve("smb.conf"), Nmbd.conf(folder, "WINPC"));
        double perAnswer = 0;
        for (int round = 0; round <= WARM_UP; round++) {
            long before = responder.cpuNanos();
            double answers = torture(folder, conf) * SECONDS;
            perAnswer = (responder.cpuNanos() - before) / answers;
        }
        results.add(responder.name() + " answer", perAnswer);
    }

    /** Answers a second. */
    private static double torture(Path folder, Path conf) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        Process torture = new ProcessBuilder(
                        "smbtorture",
                        "-s",
                        conf.toString(),
                        "//" + Samples.RECEIVER + "/none",
                        "-Unobody%none",
                        "--basedir=" + folder,
                        "--option=torture:progress=yes",
                        "--option=torture:timelimit=" + SECONDS,
                        "nbt.bench")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!torture.waitFor(1, TimeUnit.MINUTES) || torture.exitValue() != 0) {
            torture.destroyForcibly();
            throw new IOException("smbtorture failed: see " + log);
        }
        List<MatchResult> speeds =
                SPEED.matcher(Files.readString(log)).results().toList();
        return Double.parseDouble(speeds.get(speeds.size() - 1).group(1));
    }
}
