package io.mailslot4j;

import io.mailslot4j.protocol.Octets;

/** A {@link Serializer} could not encode a value, or decode a message. */
public final class SerializerException extends MailslotException {
    private static final long serialVersionUID = 1;

    private final transient Octets octets;

    /**
     * The failure of a serializer.
     *
     * @param octets the message that could not be decoded, or nothing when encoding failed
     */
    public SerializerException(String message, Octets octets, Throwable cause) {
        super(message, cause);
        this.octets = octets;
    }

    /** The message that could not be decoded. Unless it was only looked at, it has been taken, and this is the only copy. */
    public Octets octets() {
        return octets;
    }
}
