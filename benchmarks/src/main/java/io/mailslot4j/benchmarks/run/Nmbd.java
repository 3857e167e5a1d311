package io.mailslot4j.benchmarks.run;

import io.mailslot4j.benchmarks.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Samba's nmbd, with the names that our own programs have in other measurements.
 *
 * @param program to read the CPU time of; it takes no orders
 */
record Nmbd(Program program) implements AutoCloseable {
    private static final List<String> FOLDERS = List.of(
            "private dir", "lock directory", "state directory", "cache directory", "pid directory", "ncalrpc dir");

    /** Starts it, and waits until it has its names. */
    static Nmbd start(Programs programs) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("nmbd");
        Path conf = Files.writeString(folder.resolve("smb.conf"), conf(folder, Samples.RECEIVER));
        Program nmbd = programs.other(
                "nmbd", List.of("nmbd", "--foreground", "--no-process-group", "--debug-stdout", "-s", conf.toString()));
        for (int attempts = 0; attempts < 20; attempts++) {
            Process lookup = new ProcessBuilder("nmblookup", "-s", conf.toString(), Samples.RECEIVER)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (lookup.waitFor() == 0) {
                return new Nmbd(nmbd);
            }
        }
        nmbd.close();
        throw new IOException("nmbd does not answer");
    }

    /** Settings for a program of Samba that keeps all its files in {@code folder}. */
    static String conf(Path folder, String computer) throws IOException {
        StringBuilder conf = new StringBuilder("""
                [global]
                  interfaces = eth0
                  bind interfaces only = yes
                  nmbd bind explicit broadcast = no
                  name resolve order = bcast
                  server role = standalone server
                  domain master = no
                  local master = no
                  preferred master = no
                """);
        conf.append("  workgroup = ").append(Samples.GROUP).append('\n');
        conf.append("  netbios name = ").append(computer).append('\n');
        conf.append("  nmbd:socket dir = ").append(folder.resolve("sock")).append('\n');
        for (String each : FOLDERS) {
            conf.append("  ").append(each).append(" = ").append(Files.createDirectories(folder.resolve(each)));
            conf.append('\n');
        }
        return conf.toString();
    }

    @Override
    public void close() {
        program.close();
    }
}
