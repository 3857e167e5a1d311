package io.mailslot4j.delivery;

import io.mailslot4j.Message;
import io.mailslot4j.protocol.Octets;

/** A message in a queue. Two with the same content are two. */
public final class WaitingMessage {
    private final Message<Octets> message;
    private final Copies copies;

    WaitingMessage(Message<Octets> message, Copies copies) {
        this.message = message;
        this.copies = copies;
    }

    /** The message, with the number of copies that have come until now. */
    public Message<Octets> message() {
        return copies.addTo(message);
    }

    /** Whether it is of this very message. */
    @SuppressWarnings("ReferenceEquality") // Two messages with the same content are two.
    boolean isOf(Message<Octets> other) {
        return message == other;
    }

    /** The very message that waits. */
    Message<Octets> original() {
        return message;
    }

    /** Octets of its payload. */
    public int size() {
        return message.payload().size();
    }
}
