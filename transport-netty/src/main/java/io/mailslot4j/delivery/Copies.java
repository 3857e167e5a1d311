package io.mailslot4j.delivery;

import io.mailslot4j.Message;
import io.mailslot4j.protocol.Octets;

/** How many further copies of one message have come. Counted by one thread after the other, seen by all. */
public class Copies {
    /** Of a message that can have none. */
    static final Copies NONE = new Copies();

    private volatile int count;

    Copies() {}

    /** Copies so far, the message itself not included. */
    public int count() {
        return count;
    }

    /** The message with the number of its copies so far. */
    Message<Octets> addTo(Message<Octets> message) {
        int now = count;
        return now == 0 ? message : message.withDuplicates(now);
    }

    void another() {
        int now = count;
        if (now < Integer.MAX_VALUE) {
            count = now + 1;
        }
    }
}
