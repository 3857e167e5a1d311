package io.mailslot4j.nameservice;

import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.nameservice.NamePackets;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import io.mailslot4j.protocol.nameservice.Opcode;
import io.mailslot4j.protocol.nameservice.RecordType;
import io.mailslot4j.protocol.nameservice.ResourceRecord;
import io.mailslot4j.protocol.nameservice.ResponseCode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One question, asked until it is answered or the tries are used up (RFC 1002 section 5.1). It has a port of its own
 * with a number that nobody can guess, and an id from a secure source; an answer counts if it has that id, is about that
 * name and type, and, when one host was asked, comes from there. Everything else is passed over.
 */
final class NameQuery implements NamePort.Listener {
    /** More would be somebody's flood. */
    private static final int MAX_ANSWERS = 64;
    /** Samba's bounds for how long a server may ask us to wait; longer or shorter is taken for the longest. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(105);

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(9);

    /**
     * How to ask.
     *
     * @param timeout how long to wait for an answer before asking again
     * @param tries how often to ask
     * @param gather how long to wait for further answers after the first, where several may come
     */
    record Patience(Duration timeout, int tries, Duration gather) {}

    private final Timers timers;
    private final NamePort port;
    private final NameServicePacket request;
    private final List<InetSocketAddress> to;
    private final boolean broadcast;
    private final Patience patience;
    private final Consumer<QueryOutcome> outcome;
    private final List<QueryOutcome.Answer> answers = new ArrayList<>();
    private int asked;
    private boolean done;
    private Timers.@Nullable Timer timer;

    private NameQuery(
            NamePorts ports,
            Timers timers,
            NameServicePacket request,
            List<InetSocketAddress> to,
            boolean broadcast,
            Patience patience,
            Consumer<QueryOutcome> outcome) {
        this.timers = timers;
        this.request = request;
        this.to = to;
        this.broadcast = broadcast;
        this.patience = patience;
        this.outcome = outcome;
        this.port = ports.open(this);
    }

    /**
     * Asks everybody behind the broadcast addresses {@code to}. Those who do not have the name keep silent.
     *
     * @param id a random number of 16 bits
     */
    static void everybody(
            NamePorts ports,
            Timers timers,
            int id,
            NetBiosName name,
            List<InetSocketAddress> to,
            Patience patience,
            Consumer<QueryOutcome> outcome) {
        new NameQuery(ports, timers, NamePackets.nameQueryRequest(id, name, true), to, true, patience, outcome).ask();
    }

    /**
     * Asks one name server.
     *
     * @param id a random number of 16 bits
     */
    static void server(
            NamePorts ports,
            Timers timers,
            int id,
            NetBiosName name,
            InetSocketAddress to,
            Patience patience,
            Consumer<QueryOutcome> outcome) {
        NameServicePacket request = NamePackets.nameQueryRequest(id, name, false);
        new NameQuery(ports, timers, request, List.of(to), false, patience, outcome).ask();
    }

    /**
     * Asks one host for the names it has.
     *
     * @param id a random number of 16 bits
     */
    static void status(
            NamePorts ports,
            Timers timers,
            int id,
            InetSocketAddress to,
            Patience patience,
            Consumer<QueryOutcome> outcome) {
        NameServicePacket request = NamePackets.nodeStatusRequest(id, NetBiosName.BROADCAST);
        new NameQuery(ports, timers, request, List.of(to), false, patience, outcome).ask();
    }

    private void ask() {
        if (asked == patience.tries()) {
            end(answers.isEmpty() ? new QueryOutcome.Silence(asked) : new QueryOutcome.Answered(List.copyOf(answers)));
        } else {
            asked++;
            to.forEach(address -> port.send(request, address));
            timer = timers.after(patience.timeout(), this::ask);
        }
    }

    @Override
    public void received(NameServicePacket packet, InetSocketAddress from) {
        if (done || !isAnswer(packet, from)) {
            return;
        }
        if (packet.flags().opcode().equals(Opcode.WACK)) {
            waitAsAsked(packet);
        } else if (!packet.flags().code().equals(ResponseCode.SUCCESS)) {
            if (!broadcast) {
                end(new QueryOutcome.Refused(packet.flags().code()));
            }
        } else if (answers.size() < MAX_ANSWERS) {
            answers.add(new QueryOutcome.Answer(packet, from));
            gather();
        }
    }

    private boolean isAnswer(NameServicePacket packet, InetSocketAddress from) {
        Opcode opcode = packet.flags().opcode();
        return packet.flags().response()
                && packet.id() == request.id()
                && (opcode.equals(Opcode.QUERY) || opcode.equals(Opcode.WACK))
                && packet.subject().equals(request.subject())
                && (broadcast || isFrom(to.get(0).getAddress(), from))
                && hasRightType(packet);
    }

    private static boolean isFrom(InetAddress expected, InetSocketAddress from) {
        return expected.equals(from.getAddress());
    }

    private boolean hasRightType(NameServicePacket packet) {
        if (packet.flags().opcode().equals(Opcode.WACK)
                || !packet.flags().code().equals(ResponseCode.SUCCESS)) {
            return true;
        }
        Optional<ResourceRecord> first = packet.answers().stream().findFirst();
        RecordType wanted = request.questions().get(0).type();
        return first.isPresent() && first.get().type().equals(wanted);
    }

    private void waitAsAsked(NameServicePacket wack) {
        Duration asks = wack.answers().isEmpty()
                ? LONGEST_WAIT
                : Duration.ofSeconds(
                        Integer.toUnsignedLong(wack.answers().get(0).ttl()));
        boolean sensible = asks.compareTo(SHORTEST_WAIT) >= 0 && asks.compareTo(LONGEST_WAIT) <= 0;
        asked = patience.tries();
        restart(sensible ? asks : LONGEST_WAIT);
    }

    /** After the first answer nobody is asked again; whoever else answers in time is heard. */
    private void gather() {
        if (!broadcast || patience.gather().isZero()) {
            end(new QueryOutcome.Answered(List.copyOf(answers)));
        } else if (answers.size() == 1) {
            asked = patience.tries();
            restart(patience.gather());
        }
    }

    private void restart(Duration delay) {
        if (timer != null) {
            timer.cancel();
        }
        timer = timers.after(delay, this::ask);
    }

    private void end(QueryOutcome result) {
        if (timer != null) {
            timer.cancel();
        }
        done = true;
        port.close();
        outcome.accept(result);
    }
}
