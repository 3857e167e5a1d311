package io.mailslot4j;

/** A mailslot is for reading or for writing, and this one is for the other. */
public final class MailslotUseException extends MailslotException {
    private static final long serialVersionUID = 1;

    public MailslotUseException(String message) {
        super(message);
    }
}
