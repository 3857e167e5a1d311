package io.mailslot4j.net;

import io.mailslot4j.MailslotFullException;
import io.mailslot4j.Message;
import io.mailslot4j.MessageTooBigException;
import io.mailslot4j.NetworkException;
import io.mailslot4j.NoSuchMailslotException;
import io.mailslot4j.Overflow;
import io.mailslot4j.delivery.DuplicateWindow;
import io.mailslot4j.delivery.OwnNames;
import io.mailslot4j.delivery.Router;
import io.mailslot4j.delivery.SlotQueue;
import io.mailslot4j.delivery.TrafficCounters;
import io.mailslot4j.host.Interfaces;
import io.mailslot4j.host.LocalInterface;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.mailslot.MailslotName;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.mailslot.SizeLimit;
import io.mailslot4j.protocol.name.NetBiosName;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The way of a message out: where is its target, does it fit, and then to a reader here, to one computer, or to a group.
 * Thread-safe.
 */
public final class Outbox {
    private static final Ipv4Address LOOPBACK = Ipv4Address.parse("127.0.0.1");

    private final NetBiosName computer;
    private final OwnNames ownNames;
    private final SizeLimit sizeLimit;
    private final Targets targets;
    private final Interfaces interfaces;
    private final Optional<DatagramSender> sender;
    private final Router router;
    private final DuplicateWindow duplicates;
    private final TrafficCounters counters;
    private final InstantSource clock;
    private final LongSupplier nanoTime;

    Outbox(
            NetBiosName computer,
            OwnNames ownNames,
            SizeLimit sizeLimit,
            Targets targets,
            Interfaces interfaces,
            Optional<DatagramSender> sender,
            Router router,
            DuplicateWindow duplicates,
            TrafficCounters counters,
            InstantSource clock,
            LongSupplier nanoTime) {
        this.computer = computer;
        this.ownNames = ownNames;
        this.sizeLimit = sizeLimit;
        this.targets = targets;
        this.interfaces = interfaces;
        this.sender = sender;
        this.router = router;
        this.duplicates = duplicates;
        this.counters = counters;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /**
     * Sends a message. Nothing tells whether anybody on the network receives it.
     *
     * @throws MessageTooBigException if it does not fit into one datagram, or the local reader refuses its size
     * @throws NoSuchMailslotException if the slot is on this machine and nobody reads it
     * @throws MailslotFullException if the slot is on this machine, full, and its reader wants writers to be told
     * @throws io.mailslot4j.UnresolvedTargetException if nobody knows where the target is
     * @throws NetworkException if the system does not send it
     */
    public void put(MailslotName name, Octets payload) {
        Route route = targets.routeTo(name.target());
        if (route instanceof Route.Here) {
            SlotQueue reader = router.find(name.slot()).orElseThrow(() -> new NoSuchMailslotException(name.toString()));
            deliver(reader, name, payload, Message.Delivery.LOCAL, computer);
            return;
        }
        MailslotWrite write = write(name, payload);
        if (route instanceof Route.OwnComputer own) {
            Optional<SlotQueue> reader = router.find(name.slot());
            if (reader.isPresent()) {
                deliver(reader.get(), name, payload, Message.Delivery.LOCAL, computer);
            } else {
                network().unique(own.name(), ownAddress(), write);
            }
        } else if (route instanceof Route.Computer to) {
            network().unique(to.name(), to.address(), write);
        } else if (route instanceof Route.Group to) {
            toGroup(name, to, write);
        }
    }

    private MailslotWrite write(MailslotName name, Octets payload) {
        int limit = sizeLimit.maxPayload(name.slot());
        if (payload.size() > limit) {
            throw new MessageTooBigException(name.toString(), payload.size(), limit, sizeLimit.reason());
        }
        return MailslotWrite.of(name.slot(), payload);
    }

    /** Our own reader gets the message at once, so the copy that comes back from the wire must be known as one. */
    private void toGroup(MailslotName name, Route.Group group, MailslotWrite write) {
        DatagramSender out = network();
        int id = out.nextId();
        Optional<SlotQueue> reader = ownNames.include(group.name()) ? router.find(name.slot()) : Optional.empty();
        if (reader.isPresent()) {
            duplicates.isCopy(
                    computer, group.name(), name.slot(), write.data(), ownAddress(), id, nanoTime.getAsLong());
            deliver(reader.get(), name, write.data(), Message.Delivery.GROUP, group.name());
        }
        if (group.broadcast().isPresent()) {
            out.group(group.name(), group.broadcast().get(), write, id);
        } else {
            out.group(group.name(), write, id);
        }
    }

    private void deliver(
            SlotQueue reader, MailslotName name, Octets payload, Message.Delivery delivery, NetBiosName destination) {
        SlotQueue.Offer outcome = reader.offer(new Message<>(
                payload, name.slot(), delivery, computer, destination, Optional.empty(), clock.instant()));
        reader.wake();
        boolean local = delivery == Message.Delivery.LOCAL;
        switch (outcome) {
            case ACCEPTED, ACCEPTED_FOR_OLDEST -> counters.delivered();
            case TOO_BIG -> {
                if (local) {
                    throw new MessageTooBigException(
                            name.toString(), payload.size(), reader.maxMessageSize(), "its reader takes no more");
                }
            }
            case FULL -> {
                if (local && reader.overflow() == Overflow.REJECT) {
                    throw new MailslotFullException(name.toString(), reader.capacity());
                }
            }
            case CLOSED -> {
                if (local) {
                    throw new NoSuchMailslotException(name.toString());
                }
            }
        }
    }

    private DatagramSender network() {
        return sender.orElseThrow(() -> new NetworkException(
                NetworkException.Reason.SWITCHED_OFF,
                "the network is switched off: only \\\\.\\mailslot\\ names can be written to",
                null));
    }

    private Ipv4Address ownAddress() {
        List<LocalInterface> own = interfaces.now();
        return own.isEmpty() ? LOOPBACK : own.get(0).address();
    }
}
