package io.mailslot4j.nameservice;

import io.mailslot4j.host.LocalInterface;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import io.mailslot4j.protocol.nameservice.NameServicePacketKind;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns names: registers them, answers for them and defends them, on port 137. Everything happens on the name service's
 * thread, except {@link #counters()}.
 *
 * <p>Nothing is learnt from packets that were not asked for, and what is answered to whom is bounded.
 */
final class Responder implements NamePort.Listener {
    private static final Logger LOG = LoggerFactory.getLogger("io.mailslot4j.names");

    private final OwnAddresses addresses;
    private final OwnNameTable names = new OwnNameTable();
    private final Map<NetBiosName, OwnNameStatus> told = new HashMap<>();
    private final ResponderTally tally = new ResponderTally();
    private final RegistrationReplies replies;
    private final NamePort port;
    private final RegistrationTools tools;
    private final ResponderQueries queries;
    private final Defence defence;
    private final DefenceInquiry inquiry;
    private final ResponderLimiter answers;
    private final ResponderLimiter statusAnswers;
    private final Consumer<OwnNameStatus> changes;
    private boolean closed;
    /** Names that are being given up. */
    private int leaving;

    private Runnable whenClosed = () -> {};

    /**
     * A responder without names.
     *
     * @param port137 opens the socket that we receive and send on; the responder closes it
     * @param questions opens sockets for questions of our own
     * @param ids random numbers of 16 bits that nobody can guess
     * @param interfaces where we are
     * @param changes is told whenever it stands otherwise with a name
     */
    Responder(
            NamePorts port137,
            NamePorts questions,
            Timers timers,
            IntSupplier ids,
            ResponderOptions options,
            List<LocalInterface> interfaces,
            Consumer<OwnNameStatus> changes) {
        this.changes = changes;
        this.addresses = new OwnAddresses(interfaces);
        this.replies = new RegistrationReplies(ids);
        this.queries = new ResponderQueries(names, addresses, options);
        this.defence = new Defence(names, addresses);
        ResponderLimits limits = options.limits();
        this.answers = new ResponderLimiter(timers, limits.perSource(), limits.inAll());
        this.statusAnswers = new ResponderLimiter(timers, limits.statusPerSource(), limits.statusInAll());
        this.port = port137.open(this);
        this.tools = new RegistrationTools(port, timers, replies, addresses, options);
        this.inquiry = new DefenceInquiry(questions, tools);
    }

    /**
     * Asks for a name. How it goes is told to whoever listens for changes. A name that was refused or in conflict is asked
     * for again; nothing happens to one that is ours.
     *
     * @throws IllegalStateException if there are too many names
     * @throws io.mailslot4j.MailslotClosedException if this is closed
     * @throws IllegalArgumentException if it is ours already as the other kind, group or not
     */
    OwnNameStatus register(NetBiosName name, boolean group) {
        if (closed) {
            throw NameService.closedException();
        }
        OwnNameRegistration known = names.find(name);
        if (known == null) {
            OwnName fresh = new OwnName(name, group, tools.options().nodeType());
            OwnNameRegistration registration = new OwnNameRegistration(tools, fresh, this::changed);
            names.add(registration);
            registration.start();
            known = registration;
        } else if (known.name().group() != group) {
            throw new IllegalArgumentException(name + " is ours already, as "
                    + (group ? "a computer's name, not a group's" : "a group's name, not a computer's"));
        } else if (known.name().state() == OwnNameState.REFUSED || known.name().state() == OwnNameState.CONFLICT) {
            known.start();
        }
        return known.name().status(addresses.all());
    }

    /** Gives a name up; {@code done} is told when whoever had to know does, or does not answer. */
    void release(NetBiosName name, Runnable done) {
        OwnNameRegistration known = names.remove(name);
        if (known == null) {
            done.run();
            return;
        }
        leaving++;
        known.release(() -> {
            leaving--;
            done.run();
            endIfNothingIsLeft();
        });
    }

    /** Our addresses are these now. If they are others than before, every name is asked for anew. */
    void interfacesChanged(List<LocalInterface> now) {
        List<Ipv4Address> gone = new ArrayList<>(addresses.all());
        if (!closed && addresses.replace(now)) {
            gone.removeAll(addresses.all());
            new ArrayList<>(names.all()).forEach(registration -> {
                registration.gone(gone);
                registration.start();
            });
        }
    }

    /** How it stands with each name, in the order in which they were registered. */
    List<OwnNameStatus> names() {
        return names.all().stream().map(r -> r.name().status(addresses.all())).toList();
    }

    /** What became of the packets so far. Thread-safe. */
    ResponderCounters counters() {
        return tally.snapshot();
    }

    /**
     * Gives all names up and closes the port; {@code done} is told at the end, and when those are given up that were about
     * to be. Closing again does nothing.
     */
    void close(Runnable done) {
        if (closed) {
            return;
        }
        closed = true;
        whenClosed = done;
        List<NetBiosName> left = names.all().stream().map(r -> r.name().name()).toList();
        left.forEach(name -> release(name, () -> {}));
        if (left.isEmpty()) {
            endIfNothingIsLeft();
        }
    }

    private void endIfNothingIsLeft() {
        if (closed && leaving == 0 && names.all().isEmpty()) {
            port.close();
            whenClosed.run();
        }
    }

    private void changed(OwnName name) {
        OwnNameStatus status = name.status(addresses.all());
        OwnNameStatus before =
                status.state() == OwnNameState.RELEASED ? told.remove(name.name()) : told.put(name.name(), status);
        if (status.equals(before)) {
            return;
        }
        if (before == null || before.state() != status.state()) {
            log(status);
        }
        changes.accept(status);
    }

    private static void log(OwnNameStatus status) {
        switch (status.state()) {
            case REFUSED ->
                LOG.warn(
                        "{} is not ours: {} has it or says so",
                        status.name(),
                        status.refusedBy().map(Ipv4Address::toString).orElse("somebody"));
            case CONFLICT -> LOG.warn("{} has another owner too: we no longer answer for it", status.name());
            case REGISTERING, ACTIVE, RELEASED -> LOG.info("{} is {}", status.name(), status.state());
        }
    }

    @Override
    public void received(NameServicePacket packet, InetSocketAddress from) {
        if (!(from.getAddress() instanceof Inet4Address) || !addresses.isOneHost(addressOf(from))) {
            tally.count(ResponderEvent.NOT_ONE_HOST);
        } else if (packet.flags().response()) {
            response(packet, from);
        } else if (!closed) {
            answer(packet, from, request(packet, addressOf(from)));
        }
    }

    static Ipv4Address addressOf(InetSocketAddress from) {
        return Ipv4Address.ofOctets(from.getAddress().getAddress());
    }

    private void response(NameServicePacket packet, InetSocketAddress from) {
        if (replies.received(packet, from)) {
            return;
        }
        OwnNameRegistration ours = packet.kind() == NameServicePacketKind.NAME_CONFLICT_DEMAND
                ? packet.subject().map(names::find).orElse(null)
                : null;
        if (ours == null || !ours.name().held()) {
            tally.count(ResponderEvent.UNASKED_ANSWER);
        } else if (!inquiry.start(ours.name(), proved -> conflict(ours, proved))) {
            tally.count(ResponderEvent.CONFLICT_DEMAND_IGNORED);
        }
    }

    private void conflict(OwnNameRegistration ours, boolean proved) {
        tally.count(proved ? ResponderEvent.CONFLICT_PROVED : ResponderEvent.CONFLICT_DISPROVED);
        if (proved && ours.name().held()) {
            ours.conflict();
        }
    }

    private ResponderAnswer request(NameServicePacket packet, Ipv4Address from) {
        return switch (packet.kind()) {
            case NAME_QUERY_REQUEST -> queries.query(packet, from);
            case NODE_STATUS_REQUEST -> queries.status(packet);
            case NAME_REGISTRATION_REQUEST,
                    MULTIHOMED_NAME_REGISTRATION_REQUEST,
                    NAME_OVERWRITE_REQUEST,
                    NAME_REFRESH_REQUEST -> defence.against(packet, from);
            case NAME_RELEASE_REQUEST -> defence.againstRelease(packet, from);
            default -> ResponderAnswer.silence(ResponderEvent.NOT_UNDERSTOOD);
        };
    }

    private void answer(NameServicePacket request, InetSocketAddress from, ResponderAnswer answer) {
        if (answer.packet().isEmpty()) {
            tally.count(answer.event());
            return;
        }
        boolean status = request.kind() == NameServicePacketKind.NODE_STATUS_REQUEST;
        if ((status ? statusAnswers : answers).allows(addressOf(from))) {
            tally.count(answer.event());
            port.send(answer.packet().get(), from);
        } else {
            tally.count(ResponderEvent.LIMITED);
        }
    }
}
