package io.mailslot4j.cli.output;

/** A command could not do what it was asked to. The message says why, and what to do. */
public final class FailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param message what happened, to what, and what to do */
    public FailedException(String message) {
        super(message);
    }
}
