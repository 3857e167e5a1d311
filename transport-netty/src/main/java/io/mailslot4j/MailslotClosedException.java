package io.mailslot4j;

/** The mailslot, or the network it belongs to, is closed. Waiting readers are woken with this. */
public final class MailslotClosedException extends MailslotException {
    private static final long serialVersionUID = 1;

    public MailslotClosedException(String name) {
        super(name + " is closed");
    }
}
