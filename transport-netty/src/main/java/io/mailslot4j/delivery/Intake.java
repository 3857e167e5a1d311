package io.mailslot4j.delivery;

import io.mailslot4j.DropReason;
import io.mailslot4j.Message;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.DatagramError;
import io.mailslot4j.protocol.datagram.DatagramMessage;
import io.mailslot4j.protocol.datagram.DatagramQuery;
import io.mailslot4j.protocol.datagram.DatagramReassembler;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The way of a message in: whole? ours? a mailslot write? new? to a slot that is read here? Then into the queue of that
 * reader. Wherever the answer is no, the reason is counted.
 *
 * <p>Belongs to one thread, that of the sockets.
 */
public final class Intake {
    private final OwnNames ownNames;
    private final DuplicateWindow duplicates;
    private final Router router;
    private final TrafficCounters counters;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final DatagramReassembler reassembler = new DatagramReassembler();
    private final DropLog log = new DropLog();
    private final List<SlotQueue> toWake = new ArrayList<>();

    /**
     * A way in for one network.
     *
     * @param nanoTime a clock that only goes forward, in nanoseconds
     */
    public Intake(
            OwnNames ownNames,
            DuplicateWindow duplicates,
            Router router,
            TrafficCounters counters,
            InstantSource clock,
            LongSupplier nanoTime) {
        this.ownNames = ownNames;
        this.duplicates = duplicates;
        this.router = router;
        this.counters = counters;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /** As {@link #accept(DatagramMessage, InetSocketAddress, Optional)}, by no interface that is known. */
    public void accept(DatagramMessage packet, InetSocketAddress from) {
        accept(packet, from, Optional.empty());
    }

    /**
     * Takes a packet of the datagram service. Readers are woken by {@link #endOfBatch()}.
     *
     * @param networkInterface the interface that it came in by, where known
     */
    public void accept(DatagramMessage packet, InetSocketAddress from, Optional<String> networkInterface) {
        counters.received();
        if (packet instanceof DatagramError || packet instanceof DatagramQuery) {
            drop(DropReason.NOT_A_MESSAGE, from, packet.header().type().name());
            return;
        }
        DatagramReassembler.Result result = reassembler.accept(packet, addressOf(from), nanoTime.getAsLong());
        for (int expired = reassembler.takeExpired(); expired > 0; expired--) {
            drop(DropReason.FRAGMENT_REFUSED, from, "the rest of another datagram did not come in time");
        }
        if (result instanceof DatagramReassembler.Whole whole) {
            accept(whole.datagram(), from, networkInterface);
        } else if (result instanceof DatagramReassembler.Refused refused) {
            drop(DropReason.FRAGMENT_REFUSED, from, refused.reason());
        }
    }

    private void accept(NetBiosDatagram datagram, InetSocketAddress from, Optional<String> networkInterface) {
        if (!ownNames.include(datagram.destination())) {
            drop(DropReason.NOT_OUR_NAME, from, datagram.destination().toString());
            return;
        }
        MailslotWrite write;
        try {
            write = MailslotWrite.decode(datagram);
        } catch (MalformedPacketException e) {
            drop(DropReason.NOT_A_MAILSLOT_WRITE, from, String.valueOf(e.getMessage()));
            return;
        }
        Message.Delivery delivery = deliveryOf(datagram);
        Optional<SlotQueue> reader = router.find(write.slot());
        Optional<Copies> copies = Optional.empty();
        if (delivery != Message.Delivery.UNIQUE) {
            copies = remember(datagram, write, from);
            if (copies.isEmpty()) {
                reader.ifPresent(SlotQueue::countDuplicate);
                drop(DropReason.DUPLICATE, from, datagram.source().toString());
                return;
            }
        }
        if (reader.isEmpty()) {
            drop(DropReason.NO_READER, from, datagram.source().toString());
            return;
        }
        offer(reader.get(), toMessage(datagram, write, delivery, from, networkInterface), copies, from);
    }

    private void offer(SlotQueue queue, Message<Octets> message, Optional<Copies> copies, InetSocketAddress from) {
        switch (queue.offer(message, copies.orElse(null))) {
            case ACCEPTED -> delivered(queue);
            case ACCEPTED_FOR_OLDEST -> {
                delivered(queue);
                drop(DropReason.QUEUE_FULL, from, "the oldest message made room");
            }
            case FULL -> drop(DropReason.QUEUE_FULL, from, "capacity " + queue.capacity());
            case TOO_BIG ->
                drop(DropReason.TOO_BIG, from, message.payload().size() + " of " + queue.maxMessageSize() + " octets");
            case CLOSED -> drop(DropReason.NO_READER, from, "just closed");
        }
    }

    private void delivered(SlotQueue queue) {
        counters.delivered();
        if (!toWake.contains(queue)) {
            toWake.add(queue);
        }
    }

    /** Takes note of a packet that is none of the datagram service. */
    public void malformed(MalformedPacketException trouble, InetSocketAddress from) {
        counters.received();
        drop(DropReason.MALFORMED_DATAGRAM, from, String.valueOf(trouble.getMessage()));
    }

    /** The socket has nothing more for now: wakes the readers of what was taken. */
    public void endOfBatch() {
        toWake.forEach(SlotQueue::wake);
        toWake.clear();
    }

    private Optional<Copies> remember(NetBiosDatagram datagram, MailslotWrite write, InetSocketAddress from) {
        return duplicates.remember(
                datagram.source(),
                datagram.destination(),
                write.slot(),
                write.data(),
                addressOf(from),
                datagram.header().id(),
                nanoTime.getAsLong());
    }

    private Message<Octets> toMessage(
            NetBiosDatagram datagram,
            MailslotWrite write,
            Message.Delivery delivery,
            InetSocketAddress from,
            Optional<String> networkInterface) {
        return new Message<>(
                Octets.wrap(write.data().toArray()),
                write.slot(),
                delivery,
                datagram.source(),
                datagram.destination(),
                Optional.of(from),
                networkInterface,
                clock.instant(),
                0);
    }

    private static Message.Delivery deliveryOf(NetBiosDatagram datagram) {
        return switch (datagram.header().type()) {
            case DIRECT_GROUP -> Message.Delivery.GROUP;
            case BROADCAST -> Message.Delivery.BROADCAST;
            default -> Message.Delivery.UNIQUE;
        };
    }

    private static Ipv4Address addressOf(InetSocketAddress from) {
        byte[] octets = from.getAddress().getAddress();
        return octets.length == 4 ? Ipv4Address.ofOctets(octets) : Ipv4Address.ANY;
    }

    private void drop(DropReason reason, InetSocketAddress from, String detail) {
        counters.dropped(reason);
        log.dropped(reason, from, detail, nanoTime.getAsLong());
    }
}
