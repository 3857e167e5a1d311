package io.mailslot4j.interop.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Samba's own test suite, run on a host of the lab against another. */
public final class Smbtorture {
    private static final Pattern RESULT = Pattern.compile("(success|failure|error|skip): (\\S+)");
    private static final Pattern SPEED = Pattern.compile("[0-9.]+ queries per second \\(\\d+ failures\\)");

    private final LabHost host;
    private final Path folder;

    /** @param folder an empty one for all its files */
    public Smbtorture(LabHost host, Path folder) {
        this.host = host;
        this.folder = folder;
    }

    /**
     * What came of a test.
     *
     * @param results such as {@code success: register_own}
     * @param log all that it says
     */
    public record Outcome(List<String> results, String log) {
        /** Of a benchmark, such as {@code 20000.0 queries per second (0 failures)}. */
        public String speed() {
            return SPEED.matcher(log)
                    .results()
                    .reduce((former, last) -> last)
                    .orElseThrow(() -> new IllegalStateException(log))
                    .group();
        }
    }

    /**
     * Runs a test such as {@code nbt.register}.
     *
     * @param computer looked for by broadcast
     * @param workgroup that of {@code computer}
     * @throws IllegalStateException if it fails, with all that it says
     */
    public Outcome run(String computer, String workgroup, String test) {
        try {
            Path conf = Files.writeString(folder.resolve("smb.conf"), """
                    [global]
                      workgroup = %2$s
                      netbios name = WINPC
                      interfaces = eth0
                      bind interfaces only = yes
                      name resolve order = bcast
                      private dir = %1$s
                      lock directory = %1$s
                      state directory = %1$s
                      cache directory = %1$s
                      pid directory = %1$s
                      ncalrpc dir = %1$s/ncalrpc
                    """.formatted(folder, workgroup));
            String log = host.output(
                    "sh",
                    "-c",
                    "exec smbtorture \"$@\" 2>&1",
                    "smbtorture",
                    "-s",
                    conf.toString(),
                    "//" + computer + "/none",
                    "-Unobody%none",
                    "--basedir=" + folder,
                    "--option=torture:progress=yes",
                    "--option=torture:timelimit=1",
                    test);
            return new Outcome(
                    RESULT.matcher(log).results().map(result -> result.group()).toList(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
