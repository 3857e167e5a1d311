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
import io.mailslot4j.protocol.datagram.DatagramType;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.mailslot.PlainMailslotWrite;
import io.mailslot4j.protocol.name.NetBiosName;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

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
    /** Each once or more: to wake again wakes nobody. */
    private final List<SlotQueue> toWake = new ArrayList<>();

    private @Nullable SlotQueue lastToWake;
    private final SlotKey slot = new SlotKey();
    private Optional<InetSocketAddress> lastSender = Optional.empty();
    private Ipv4Address lastAddress = Ipv4Address.ANY;
    private @Nullable Instant arrivalOfBatch;
    private long nanosOfBatch;

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
        DatagramReassembler.Result result = reassembler.accept(packet, address(from), nanoTime.getAsLong());
        countExpired(from);
        if (result instanceof DatagramReassembler.Whole whole) {
            accept(whole.datagram(), from, networkInterface);
        } else if (result instanceof DatagramReassembler.Refused refused) {
            drop(DropReason.FRAGMENT_REFUSED, from, refused.reason());
        }
    }

    private void accept(NetBiosDatagram datagram, InetSocketAddress from, Optional<String> networkInterface) {
        if (!isOurs(datagram.destination(), from)) {
            return;
        }
        MailslotWrite write;
        try {
            write = MailslotWrite.decode(datagram);
        } catch (MalformedPacketException e) {
            drop(DropReason.NOT_A_MAILSLOT_WRITE, from, String.valueOf(e.getMessage()));
            return;
        }
        Message<Octets> message = new Message<>(
                Octets.wrap(write.data().toArray()),
                write.slot(),
                deliveryOf(datagram.header().type()),
                datagram.source(),
                datagram.destination(),
                sender(from),
                networkInterface,
                arrival(),
                0);
        deliver(
                message,
                router.find(SlotKey.of(write.slot())),
                datagram.header().id(),
                from);
    }

    /** As the other one, for a packet of the usual kind. Nothing is made of it but the message. */
    public void accept(PlainMailslotWrite write, InetSocketAddress from, Optional<String> networkInterface) {
        counters.received();
        if (reassembler.pending() > 0) {
            reassembler.expire(nanoTime.getAsLong());
            countExpired(from);
        }
        if (!isOurs(write.destination(), from)) {
            return;
        }
        SlotRoute route = router.find(slot.at(write.buffer(), write.slotStart(), write.slotSize()));
        Message<Octets> message = new Message<>(
                write.data(),
                route == null ? write.slot() : route.slotAs(write.buffer(), write.slotStart(), write.slotSize()),
                deliveryOf(write.type()),
                write.source(),
                write.destination(),
                sender(from),
                networkInterface,
                arrival(),
                0);
        deliver(message, route, write.id(), from);
    }

    private void countExpired(InetSocketAddress from) {
        for (int expired = reassembler.takeExpired(); expired > 0; expired--) {
            drop(DropReason.FRAGMENT_REFUSED, from, "the rest of another datagram did not come in time");
        }
    }

    private boolean isOurs(NetBiosName destination, InetSocketAddress from) {
        boolean ours = ownNames.include(destination);
        if (!ours) {
            drop(DropReason.NOT_OUR_NAME, from, destination.toString());
        }
        return ours;
    }

    private void deliver(Message<Octets> message, @Nullable SlotRoute route, int id, InetSocketAddress from) {
        Copies copies = message.delivery() == Message.Delivery.UNIQUE ? Copies.NONE : remember(message, id, from);
        if (copies == null) {
            if (route != null) {
                route.queue().countDuplicate();
            }
            drop(DropReason.DUPLICATE, from, message.sender().toString());
            return;
        }
        if (route == null) {
            drop(DropReason.NO_READER, from, message.sender().toString());
            return;
        }
        offer(route.queue(), message, copies, from);
    }

    private void offer(SlotQueue queue, Message<Octets> message, Copies copies, InetSocketAddress from) {
        Offer offer = queue.offer(message, copies);
        for (int i = offer.displaced(); i > 0; i--) {
            drop(DropReason.QUEUE_FULL, from, "the oldest message made room");
        }
        switch (offer.outcome()) {
            case ACCEPTED -> delivered(queue);
            case FULL -> drop(DropReason.QUEUE_FULL, from, "capacity " + queue.capacity());
            case TOO_BIG ->
                drop(DropReason.TOO_BIG, from, message.payload().size() + " of " + queue.maxMessageSize() + " octets");
            case CLOSED -> drop(DropReason.NO_READER, from, "just closed");
        }
    }

    private void delivered(SlotQueue queue) {
        counters.delivered();
        if (!queue.equals(lastToWake)) {
            lastToWake = queue;
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
        lastToWake = null;
        arrivalOfBatch = null;
    }

    private @Nullable Copies remember(Message<Octets> message, int id, InetSocketAddress from) {
        return duplicates.remember(
                message.sender(),
                message.destination(),
                message.slot(),
                message.payload(),
                address(from),
                id,
                nanosOfBatch);
    }

    /** Who sends one message often sends more: they share this. */
    private Optional<InetSocketAddress> sender(InetSocketAddress from) {
        if (lastSender.isEmpty() || !lastSender.get().equals(from)) {
            lastSender = Optional.of(from);
            lastAddress = addressOf(from);
        }
        return lastSender;
    }

    private Ipv4Address address(InetSocketAddress from) {
        sender(from);
        return lastAddress;
    }

    /** What is read from the sockets in one go arrives at one time. */
    private Instant arrival() {
        Instant arrival = arrivalOfBatch;
        if (arrival == null) {
            arrival = clock.instant();
            arrivalOfBatch = arrival;
            nanosOfBatch = nanoTime.getAsLong();
        }
        return arrival;
    }

    private static Message.Delivery deliveryOf(DatagramType type) {
        return switch (type) {
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
