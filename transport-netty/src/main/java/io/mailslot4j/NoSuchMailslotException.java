package io.mailslot4j;

/** Nobody on this machine reads the local slot. (For a remote one nobody can know.) */
public final class NoSuchMailslotException extends MailslotException {
    private static final long serialVersionUID = 1;

    public NoSuchMailslotException(String slot) {
        super("nobody reads " + slot + " in this process: open its reader before the first put");
    }
}
