package io.mailslot4j.net;

import io.mailslot4j.LocalDeliveryException;
import io.mailslot4j.MailslotFullException;
import io.mailslot4j.Message;
import io.mailslot4j.MessageTooBigException;
import io.mailslot4j.NetworkException;
import io.mailslot4j.NoSuchMailslotException;
import io.mailslot4j.RuntimeFolderException;
import io.mailslot4j.delivery.LocalIntake;
import io.mailslot4j.delivery.LocalOutcome;
import io.mailslot4j.delivery.LocalPut;
import io.mailslot4j.delivery.Router;
import io.mailslot4j.delivery.SlotQueue;
import io.mailslot4j.host.LocalInterface;
import io.mailslot4j.host.RecentInterfaces;
import io.mailslot4j.local.LocalAnswer;
import io.mailslot4j.local.LocalSlots;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.mailslot.MailslotName;
import io.mailslot4j.protocol.mailslot.SizeLimit;
import io.mailslot4j.protocol.name.NetBiosName;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of a message out: where is its target, does it fit, and then to a reader here, to one computer, or to a group.
 * Thread-safe.
 */
public final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger("io.mailslot4j.network");
    private static final Ipv4Address LOOPBACK = Ipv4Address.parse("127.0.0.1");

    private final NetBiosName computer;
    private final SizeLimit sizeLimit;
    private final Targets targets;
    private final RecentInterfaces interfaces;
    private final Optional<DatagramSender> sender;
    private final Router router;
    private final LocalIntake localIntake;
    private final Optional<LocalSlots> localSlots;

    Outbox(
            NetBiosName computer,
            SizeLimit sizeLimit,
            Targets targets,
            RecentInterfaces interfaces,
            Optional<DatagramSender> sender,
            Router router,
            LocalIntake localIntake,
            Optional<LocalSlots> localSlots) {
        this.computer = computer;
        this.sizeLimit = sizeLimit;
        this.targets = targets;
        this.interfaces = interfaces;
        this.sender = sender;
        this.router = router;
        this.localIntake = localIntake;
        this.localSlots = localSlots;
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
            if (!here(name, put(name, Message.Delivery.LOCAL, computer, 0, payload))) {
                throw new NoSuchMailslotException(name.toString());
            }
            return;
        }
        checkSize(name, payload);
        if (route instanceof Route.OwnComputer own) {
            if (!here(name, put(name, Message.Delivery.UNIQUE, own.name(), 0, payload))) {
                toThisHost(name, own, payload);
            }
        } else if (route instanceof Route.Computer to) {
            network().unique(to, name, payload);
        } else if (route instanceof Route.Group to) {
            toGroup(name, to, payload);
        }
    }

    /** Maybe another program has our port, and a reader. */
    private void toThisHost(MailslotName name, Route.OwnComputer own, Octets payload) {
        DatagramSender out = network();
        Ipv4Address address = ownAddress();
        out.unique(new Route.Computer(own.name(), address, address), name, payload);
    }

    private void checkSize(MailslotName name, Octets payload) {
        int limit = sizeLimit.maxPayload(name);
        if (payload.size() > limit) {
            throw new MessageTooBigException(name.toString(), payload.size(), limit, sizeLimit.reason());
        }
    }

    /** Readers here get the message at once, so the copy that comes back from the wire must be known as one. */
    private void toGroup(MailslotName name, Route.Group group, Octets payload) {
        DatagramSender out = network();
        int id = out.nextId();
        boolean reached = reachesHere(name, group, id, payload);
        if (group.broadcast().isPresent()) {
            out.group(group.name(), group.broadcast().get(), name, payload, id);
        } else if (!out.group(group.name(), name, payload, id) && !reached) {
            throw new NetworkException(
                    NetworkException.Reason.NO_INTERFACE,
                    "nothing was sent to " + name + ": no interface that is up, and to be used, has a broadcast"
                            + " address, and nobody reads it on this machine; choose an interface, or name a computer",
                    null);
        }
    }

    private boolean reachesHere(MailslotName name, Route.Group group, int id, Octets payload) {
        try {
            return here(name, put(name, Message.Delivery.GROUP, group.name(), id, payload));
        } catch (MailslotFullException | MessageTooBigException | NoSuchMailslotException lost) {
            // As on the network, nothing tells.
            return true;
        } catch (RuntimeFolderException | LocalDeliveryException e) {
            LOG.warn("a message to {} may not reach its reader on this machine: {}", name, e.getMessage());
            return false;
        }
    }

    private LocalPut put(
            MailslotName name, Message.Delivery delivery, NetBiosName destination, int datagramId, Octets payload) {
        Ipv4Address address = delivery == Message.Delivery.GROUP ? ownAddress() : Ipv4Address.ANY;
        return new LocalPut(name.slot(), delivery, computer, destination, datagramId, address, payload);
    }

    /** Puts a message to a reader here, in this process or another, if there is one that it is for. */
    private boolean here(MailslotName name, LocalPut put) {
        Optional<SlotQueue> reader = router.find(name.slot());
        if (reader.isPresent()) {
            LocalOutcome outcome = localIntake.accept(reader.get(), put);
            return accepted(
                    name,
                    put,
                    outcome,
                    reader.get().maxMessageSize(),
                    reader.get().capacity());
        }
        Optional<LocalAnswer> answer = localSlots.flatMap(slots -> slots.put(name, put));
        return answer.isPresent()
                && accepted(
                        name,
                        put,
                        answer.get().outcome(),
                        answer.get().maxMessage(),
                        answer.get().capacity());
    }

    private static boolean accepted(
            MailslotName name, LocalPut put, LocalOutcome outcome, int maxMessage, int capacity) {
        int size = put.payload().size();
        return switch (outcome) {
            case ACCEPTED, DROPPED -> true;
            case REJECTED -> throw new MailslotFullException(name.toString(), capacity);
            case TOO_BIG ->
                throw new MessageTooBigException(name.toString(), size, maxMessage, "its reader takes no more");
            case NO_MEMORY ->
                throw new MessageTooBigException(name.toString(), size, size - 1, "its reader's process has no memory");
            case CLOSED, NOT_OURS -> false;
        };
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
