package io.mailslot4j;

/** A slot has one reader on a machine, and this one has it already. */
public final class MailslotInUseException extends MailslotException {
    private static final long serialVersionUID = 1;

    public MailslotInUseException(String slot) {
        super(slot + " is already read here: close its reader first, or choose another name");
    }
}
