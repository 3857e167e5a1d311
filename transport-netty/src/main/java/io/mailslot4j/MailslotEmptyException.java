package io.mailslot4j;

/** There is no message, and none came in time. */
public final class MailslotEmptyException extends MailslotException {
    private static final long serialVersionUID = 1;

    public MailslotEmptyException(String message) {
        super(message);
    }
}
