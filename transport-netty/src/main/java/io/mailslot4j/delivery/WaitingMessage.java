package io.mailslot4j.delivery;

import io.mailslot4j.Message;
import io.mailslot4j.protocol.Octets;
import org.jspecify.annotations.Nullable;

/** A message in a queue. Two with the same content are two. */
public final class WaitingMessage {
    private final Message<Octets> message;
    private final @Nullable Copies copies;

    WaitingMessage(Message<Octets> message, @Nullable Copies copies) {
        this.message = message;
        this.copies = copies;
    }

    /** The message, with the number of copies that have come until now. */
    public Message<Octets> message() {
        return copies == null || copies.count() == 0 ? message : message.withDuplicates(copies.count());
    }

    /** Octets of its payload. */
    public int size() {
        return message.payload().size();
    }
}
