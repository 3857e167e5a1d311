package io.mailslot4j.nameservice;

import io.mailslot4j.protocol.name.NetBiosName;
import java.net.InetSocketAddress;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * Asks one name server (RFC 1001 section 15.3.2). A server that keeps silent is left alone for a while, so that not every
 * name waits for it.
 */
final class WinsMethod implements LookupMethod {
    private final NamePorts ports;
    private final Timers timers;
    private final IntSupplier ids;
    private final InetSocketAddress server;
    private final NameServiceTimers times;
    private long silentSince;
    private boolean silent;

    /**
     * A way to ask {@code server}.
     *
     * @param ids random numbers of 16 bits
     */
    WinsMethod(NamePorts ports, Timers timers, IntSupplier ids, InetSocketAddress server, NameServiceTimers times) {
        this.ports = ports;
        this.timers = timers;
        this.ids = ids;
        this.server = server;
        this.times = times;
    }

    @Override
    public String describe() {
        return "WINS " + server.getAddress().getHostAddress();
    }

    @Override
    public void find(NetBiosName name, Consumer<Result> result) {
        if (silent
                && timers.nanoTime() - silentSince
                        < times.get(NameServiceTimer.WINS_DOWN).toNanos()) {
            result.accept(new NotFound("not asked: it kept silent a moment ago"));
            return;
        }
        NameQuery.server(
                ports, timers, times, ids.getAsInt(), name, server, outcome -> result.accept(toResult(outcome)));
    }

    private Result toResult(QueryOutcome outcome) {
        silent = outcome instanceof QueryOutcome.Silence;
        silentSince = timers.nanoTime();
        if (outcome instanceof QueryOutcome.Answered answered) {
            return Owners.of(answered);
        }
        if (outcome instanceof QueryOutcome.Unsent unsent) {
            return new NotFound("cannot be reached: " + unsent.why());
        }
        return outcome instanceof QueryOutcome.Refused refused
                ? new NotFound("does not have it (" + refused.code() + ")")
                : new NotFound("no answer to " + times.unicasts() + " queries");
    }
}
