package io.mailslot4j.cli.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is known of who looks at standard output and standard error: on Linux only, where {@code /proc} tells. */
public final class Terminal {
    private static final int OUT = 1;
    private static final int ERR = 2;

    private Terminal() {}

    /** Whether somebody sees standard error and does not see standard output. */
    public static boolean showsErrorsOnly() {
        return isTerminal(ERR) && !isTerminal(OUT);
    }

    /** Whether somebody sees standard output, and in colours; see no-color.org. */
    public static boolean showsColours() {
        String unwanted = System.getenv("NO_COLOR");
        return isTerminal(OUT) && (unwanted == null || unwanted.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
    }

    private static boolean isTerminal(int descriptor) {
        try {
            String device = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
