package io.mailslot4j;

/** Nobody on this machine reads the local slot. (For a remote one nobody can know.) */
public final class NoSuchMailslotException extends MailslotException {
    private static final long serialVersionUID = 1;

    private final String slot;

    public NoSuchMailslotException(String slot) {
        this(slot, "nobody reads " + slot + " on this machine as this user: open its reader before the first put");
    }

    private NoSuchMailslotException(String slot, String message) {
        super(message);
        this.slot = slot;
    }

    /** Its reader ended while a message was on its way to it. */
    public static NoSuchMailslotException endedMeanwhile(String slot) {
        return new NoSuchMailslotException(
                slot,
                "the reader of " + slot + " ended while a message was on its way: whether it took it is not known");
    }

    /** The name of the slot. */
    public String slot() {
        return slot;
    }
}
