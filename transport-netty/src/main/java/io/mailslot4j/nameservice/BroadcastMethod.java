package io.mailslot4j.nameservice;

import io.mailslot4j.protocol.name.NetBiosName;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Asks everybody on the networks that we are in (RFC 1001 section 15.3.1). */
final class BroadcastMethod implements LookupMethod {
    private final NamePorts ports;
    private final Timers timers;
    private final IntSupplier ids;
    private final Supplier<List<InetSocketAddress>> networks;
    private final NameServiceTimers times;

    /**
     * A way to ask by broadcast.
     *
     * @param ids random numbers of 16 bits
     * @param networks the broadcast addresses of our interfaces, now
     */
    BroadcastMethod(
            NamePorts ports,
            Timers timers,
            IntSupplier ids,
            Supplier<List<InetSocketAddress>> networks,
            NameServiceTimers times) {
        this.ports = ports;
        this.timers = timers;
        this.ids = ids;
        this.networks = networks;
        this.times = times;
    }

    @Override
    public String describe() {
        return "broadcast";
    }

    @Override
    public void find(NetBiosName name, Consumer<Result> result) {
        List<InetSocketAddress> to = networks.get();
        if (to.isEmpty()) {
            result.accept(new NotFound("no interface with a broadcast address"));
            return;
        }
        NameQuery.everybody(
                ports,
                timers,
                times,
                ids.getAsInt(),
                name,
                to,
                from -> true,
                outcome -> result.accept(
                        outcome instanceof QueryOutcome.Answered answered ? Owners.of(answered) : silence(to)));
    }

    private NotFound silence(List<InetSocketAddress> networks) {
        List<String> addresses =
                networks.stream().map(a -> a.getAddress().getHostAddress()).toList();
        return new NotFound("no answer to " + times.broadcasts() + " queries on " + String.join(", ", addresses));
    }
}
