package io.mailslot4j;

/** A message has more octets than one mailslot write may carry; nothing was sent. */
public final class MessageTooBigException extends MailslotException {
    private static final long serialVersionUID = 1;

    private final int actual;
    private final int limit;

    /**
     * @param actual octets of the message
     * @param limit octets that are allowed
     * @param why where the limit comes from
     */
    public MessageTooBigException(String slot, int actual, int limit, String why) {
        super("message to " + slot + " has " + actual + " octets, but at most " + Math.max(limit, 0) + " fit: " + why
                + "; send less, or split it");
        this.actual = actual;
        this.limit = limit;
    }

    /** Octets of the message. */
    public int actual() {
        return actual;
    }

    /** Octets that are allowed. */
    public int limit() {
        return limit;
    }
}
