package io.mailslot4j;

import io.mailslot4j.delivery.SlotQueue;
import io.mailslot4j.protocol.mailslot.MailslotName;
import java.time.Duration;
import java.util.Optional;

/** What a {@link MailslotBuilder} settles. */
record MailslotOptions<T>(
        MailslotName name,
        Serializer<T> serializer,
        boolean writer,
        int maxMessageSize,
        int capacity,
        Overflow overflow,
        boolean readableAfterClose,
        Optional<Duration> timeout,
        Optional<MailslotNetwork> network) {

    /** A queue for the reader. */
    SlotQueue queue() {
        return new SlotQueue(capacity, overflow, maxMessageSize, readableAfterClose);
    }

    String describe() {
        return "capacity " + capacity
                + (maxMessageSize == SlotQueue.ANY_SIZE ? ", any size" : ", up to " + maxMessageSize + " octets")
                + timeout.map(t -> ", timeout " + t).orElse(", no timeout");
    }
}
