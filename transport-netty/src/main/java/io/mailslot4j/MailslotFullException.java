package io.mailslot4j;

/** The reader of a local slot has no room left and asked that writers be told ({@link Overflow#REJECT}). */
public final class MailslotFullException extends MailslotException {
    private static final long serialVersionUID = 1;

    public MailslotFullException(String slot, int capacity) {
        super("the reader of " + slot + " has no room: its capacity is " + capacity
                + " unread messages, and a quarter of its process's memory;"
                + " the message was not delivered");
    }
}
