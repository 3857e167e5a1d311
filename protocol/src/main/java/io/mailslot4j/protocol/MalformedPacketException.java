package io.mailslot4j.protocol;

/**
 * The one way in which decoding fails: these octets are not a message of the expected kind.
 *
 * <p>Packets come from anybody on the network, so a failure is an everyday event: the exception says where and why, and
 * carries no stack trace (filling one costs more than decoding a thousand good packets).
 */
public final class MalformedPacketException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String field;
    private final int offset;
    private final String reason;

    /**
     * @param field the field that could not be read, in the words of the specification
     * @param offset where it starts, in octets from the start of the packet (for a datagram: of the UDP payload)
     * @param reason what is wrong with it
     */
    public MalformedPacketException(String field, int offset, String reason) {
        super(field + " at offset " + offset + ": " + reason, null, false, false);
        this.field = field;
        this.offset = offset;
        this.reason = reason;
    }

    /** The field that could not be read, in the words of the specification. */
    public String field() {
        return field;
    }

    /** Where the trouble starts, in octets from the start of the packet. */
    public int offset() {
        return offset;
    }

    /** What is wrong. Made of numbers and fixed words only, so it is safe to show. */
    public String reason() {
        return reason;
    }
}
