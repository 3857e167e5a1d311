package io.mailslot4j.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Who this process runs as. */
final class Self {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int FILES = 4;

    private Self() {}

    /** The id of the user whose files are made by this process. */
    static int uid() throws IOException {
        if (Files.isReadable(STATUS)) {
            for (String line : Files.readAllLines(STATUS)) {
                if (line.startsWith("Uid:")) {
                    return Integer.parseUnsignedInt(line.split("\\s+", -1)[FILES]);
                }
            }
        }
        Path probe = Files.createTempFile("mailslot4j", null);
        try {
            return (Integer) Files.getAttribute(probe, "unix:uid");
        } finally {
            Files.delete(probe);
        }
    }
}
