package io.mailslot4j.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** What Linux says of the UDP sockets on a port. */
final class SocketDrops {
    private static final int LOCAL_ADDRESS = 1;
    private static final int DROPS = 12;

    private SocketDrops() {}

    /** How many datagrams these sockets had no room for so far. */
    static long of(int port) throws IOException {
        String end = String.format(Locale.ROOT, ":%04X", port);
        long drops = 0;
        for (String table : new String[] {"udp", "udp6"}) {
            try (Stream<String> lines = Files.lines(Path.of("/proc/net", table))) {
                drops += lines.map(line -> line.strip().split("\\s+"))
                        .filter(words -> words[LOCAL_ADDRESS].endsWith(end))
                        .mapToLong(words -> Long.parseLong(words[DROPS]))
                        .sum();
            }
        }
        return drops;
    }
}
