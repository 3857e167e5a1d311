package io.mailslot4j.delivery;

import io.mailslot4j.DropReason;
import io.mailslot4j.Message;
import io.mailslot4j.Overflow;
import io.mailslot4j.protocol.Octets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The way in for messages that were put on this machine: no size limit but the reader's, and the writer is told what
 * became of each. A reader is woken at once, because somebody waits for the answer. Thread-safe.
 */
public final class LocalIntake {
    private final OwnNames ownNames;
    private final DuplicateWindow duplicates;
    private final TrafficCounters counters;
    private final InstantSource clock;
    private final LongSupplier nanoTime;

    /**
     * A way in for one network.
     *
     * @param ownNames which names group messages must be addressed to
     * @param nanoTime a clock that only goes forward, in nanoseconds
     */
    public LocalIntake(
            OwnNames ownNames,
            DuplicateWindow duplicates,
            TrafficCounters counters,
            InstantSource clock,
            LongSupplier nanoTime) {
        this.ownNames = ownNames;
        this.duplicates = duplicates;
        this.counters = counters;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /** Puts a message into the queue of its reader. Copies of a group message that come by the wire are known as such. */
    public LocalOutcome accept(SlotQueue reader, LocalPut put) {
        if (!isOurs(put)) {
            return LocalOutcome.NOT_OURS;
        }
        boolean group = put.delivery() == Message.Delivery.GROUP;
        return offer(
                reader,
                new Message<>(
                        put.payload(),
                        put.slot(),
                        group ? Message.Delivery.GROUP : Message.Delivery.LOCAL,
                        put.sender(),
                        put.destination(),
                        Optional.empty(),
                        clock.instant()),
                group ? remember(put) : Copies.NONE);
    }

    /** Whoever puts a message here knows that it is none of those that came by the wire. */
    private Copies remember(LocalPut put) {
        Copies copies = duplicates.remember(
                put.sender(),
                put.destination(),
                put.slot(),
                put.payload(),
                put.address(),
                put.datagramId(),
                nanoTime.getAsLong());
        return copies == null ? Copies.NONE : copies;
    }

    /**
     * What becomes of a message that will have so many octets, if it is lost whatever they are. It counts as put then.
     *
     * @param put without octets
     */
    public Optional<LocalOutcome> refuse(SlotQueue reader, LocalPut put, int octets) {
        return isOurs(put)
                ? Optional.ofNullable(reader.refuse(octets)).map(offer -> outcome(reader, offer))
                : Optional.of(LocalOutcome.NOT_OURS);
    }

    private boolean isOurs(LocalPut put) {
        return put.delivery() == Message.Delivery.LOCAL || ownNames.include(put.destination());
    }

    private LocalOutcome offer(SlotQueue reader, Message<Octets> message, Copies copies) {
        Offer offer = reader.offer(message, copies);
        reader.wake();
        counters.dropped(DropReason.QUEUE_FULL, offer.displaced());
        if (offer.outcome() == Offer.Outcome.ACCEPTED) {
            counters.delivered();
        }
        return outcome(reader, offer);
    }

    private static LocalOutcome outcome(SlotQueue reader, Offer offer) {
        return switch (offer.outcome()) {
            case ACCEPTED -> LocalOutcome.ACCEPTED;
            case FULL -> reader.overflow() == Overflow.REJECT ? LocalOutcome.REJECTED : LocalOutcome.DROPPED;
            case TOO_BIG -> LocalOutcome.TOO_BIG;
            case CLOSED -> LocalOutcome.CLOSED;
        };
    }
}
