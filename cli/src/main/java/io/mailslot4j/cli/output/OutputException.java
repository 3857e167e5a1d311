package io.mailslot4j.cli.output;

import java.io.IOException;
import java.util.Locale;

/** Standard output takes no more. */
public final class OutputException extends RuntimeException {
    private static final long serialVersionUID = 1;

    OutputException(IOException cause) {
        super("cannot write to standard output: " + cause.getMessage(), cause);
    }

    /** Whether its reader went away, as {@code head} does when it has enough. That is no failure. */
    public boolean readerIsGone() {
        return String.valueOf(getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }
}
