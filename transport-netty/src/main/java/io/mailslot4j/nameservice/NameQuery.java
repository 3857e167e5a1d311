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
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One question, asked until it is answered or the tries are used up (RFC 1002 section 5.1). It has a port of its own
 * with a number that nobody can guess, and an id from a secure source; an answer counts if it has that id, is about that
 * name and type, and, when one host was asked, comes from there. Everything else is passed over.
 */
final class NameQuery implements NamePort.Listener {
    /** More would be somebody's flood. */
    private static final int MAX_ANSWERS = 64;

    /** How often a server may ask for patience; Samba asks once. */
    private static final int MAX_WAITS = 3;

    private final Timers timers;
    private final NamePort port;
    private final NameServicePacket request;
    private final List<InetSocketAddress> to;
    private final boolean broadcast;
    private final NameServiceTimers times;
    private final Predicate<InetSocketAddress> counts;
    private final Consumer<QueryOutcome> outcome;
    private final List<QueryOutcome.Answer> answers = new ArrayList<>();
    private int asked;
    private int waits;
    private boolean done;
    private Timers.@Nullable Timer timer;

    private NameQuery(
            NamePorts ports,
            Timers timers,
            NameServiceTimers times,
            NameServicePacket request,
            List<InetSocketAddress> to,
            boolean broadcast,
            Predicate<InetSocketAddress> counts,
            Consumer<QueryOutcome> outcome) {
        this.counts = counts;
        this.timers = timers;
        this.request = request;
        this.to = to;
        this.broadcast = broadcast;
        this.times = times;
        this.outcome = outcome;
        this.port = ports.open(this);
    }

    /**
     * Asks everybody behind the broadcast addresses {@code to}. Those who do not have the name keep silent.
     *
     * @param id a random number of 16 bits
     * @param counts whose answers count
     */
    static void everybody(
            NamePorts ports,
            Timers timers,
            NameServiceTimers times,
            int id,
            NetBiosName name,
            List<InetSocketAddress> to,
            Predicate<InetSocketAddress> counts,
            Consumer<QueryOutcome> outcome) {
        new NameQuery(ports, timers, times, NamePackets.nameQueryRequest(id, name, true), to, true, counts, outcome)
                .ask();
    }

    /**
     * Asks one name server.
     *
     * @param id a random number of 16 bits
     */
    static void server(
            NamePorts ports,
            Timers timers,
            NameServiceTimers times,
            int id,
            NetBiosName name,
            InetSocketAddress to,
            Consumer<QueryOutcome> outcome) {
        NameServicePacket request = NamePackets.nameQueryRequest(id, name, false);
        new NameQuery(ports, timers, times, request, List.of(to), false, from -> true, outcome).ask();
    }

    /**
     * Asks one host for the names it has.
     *
     * @param id a random number of 16 bits
     */
    static void status(
            NamePorts ports,
            Timers timers,
            NameServiceTimers times,
            int id,
            InetSocketAddress to,
            Consumer<QueryOutcome> outcome) {
        NameServicePacket request = NamePackets.nodeStatusRequest(id, NetBiosName.BROADCAST);
        new NameQuery(ports, timers, times, request, List.of(to), false, from -> true, outcome).ask();
    }

    private void ask() {
        if (asked == tries()) {
            end(answers.isEmpty() ? new QueryOutcome.Silence(asked) : new QueryOutcome.Answered(List.copyOf(answers)));
        } else {
            asked++;
            to.forEach(address -> port.send(request, address));
            if (!done) {
                timer = timers.after(
                        times.get(broadcast ? NameServiceTimer.BROADCAST_RETRY : NameServiceTimer.UNICAST_RETRY),
                        this::ask);
            }
        }
    }

    /** There may be another network to ask everybody on; for one host there is not. */
    @Override
    public void notSent(InetSocketAddress address, String why) {
        if (!done && !broadcast) {
            end(new QueryOutcome.Unsent(why));
        }
    }

    private int tries() {
        return broadcast ? times.broadcasts() : times.unicasts();
    }

    @Override
    public void received(NameServicePacket packet, InetSocketAddress from) {
        if (done || !isAnswer(packet, from)) {
            return;
        }
        if (packet.flags().opcode().equals(Opcode.WACK)) {
            // Only a server has us wait; anybody can hear a broadcast.
            if (!broadcast) {
                waitAsAsked(packet);
            }
        } else if (!packet.flags().code().equals(ResponseCode.SUCCESS)) {
            if (!broadcast) {
                end(new QueryOutcome.Refused(packet.flags().code()));
            }
        } else if (answers.size() < MAX_ANSWERS && counts.test(from)) {
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
        if (waits == MAX_WAITS) {
            return;
        }
        waits++;
        asked = tries();
        int seconds =
                wack.answers().stream().findFirst().map(ResourceRecord::ttl).orElse(0);
        restart(times.waitFor(seconds));
    }

    /** After the first answer nobody is asked again; whoever else answers in time is heard. */
    private void gather() {
        Duration gather = broadcast ? times.get(NameServiceTimer.GATHER) : Duration.ZERO;
        if (gather.isZero()) {
            end(new QueryOutcome.Answered(List.copyOf(answers)));
        } else if (answers.size() == 1) {
            asked = tries();
            restart(gather);
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
