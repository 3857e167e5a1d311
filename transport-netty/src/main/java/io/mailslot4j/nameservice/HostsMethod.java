package io.mailslot4j.nameservice;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks what the system calls hosts by: the hosts file and DNS. Knows computers only, never groups. */
final class HostsMethod implements LookupMethod {
    private static final Logger LOG = LoggerFactory.getLogger("io.mailslot4j.names");

    private static final Set<NameSuffix> OF_COMPUTERS =
            Set.of(NameSuffix.WORKSTATION, NameSuffix.MESSENGER, NameSuffix.SERVER);
    /** Of figures alone, and with 0x, the system would make an address, and nobody would be asked. */
    private static final Pattern HOST = Pattern.compile("(?!0[xX])[0-9_-]*[A-Za-z][A-Za-z0-9_-]*");

    /** The system has a cache of its own, and does not tell for how long an answer is valid. */
    private static final Duration VALID_FOR = Duration.ofMinutes(1);

    /** How the system looks up a host. */
    interface Directory {
        InetAddress[] find(String host) throws UnknownHostException;
    }

    private final Directory system;
    private final Executor blocking;
    private final Executor loop;
    private final Timers timers;
    private final Duration patience;

    /**
     * A way to ask {@code system}.
     *
     * @param blocking runs what may take long
     * @param loop the name service's thread
     * @param patience how long it may take; a name server that does not answer may keep the system waiting for much longer
     */
    HostsMethod(Directory system, Executor blocking, Executor loop, Timers timers, Duration patience) {
        this.system = system;
        this.blocking = blocking;
        this.loop = loop;
        this.timers = timers;
        this.patience = patience;
    }

    @Override
    public String describe() {
        return "hosts and DNS";
    }

    @Override
    public void find(NetBiosName name, Consumer<Result> result) {
        String host = name.text();
        if (!OF_COMPUTERS.contains(name.suffix()) || !HOST.matcher(host).matches()) {
            result.accept(new NotFound("not asked: not the name of a computer"));
            return;
        }
        AtomicBoolean told = new AtomicBoolean();
        Consumer<Result> once = answer -> {
            if (told.compareAndSet(false, true)) {
                result.accept(answer);
            }
        };
        Timers.Timer tooLong = timers.after(
                patience, () -> once.accept(new NotFound("no answer within " + patience.toMillis() + " ms")));
        try {
            blocking.execute(() -> {
                Result found = ask(host);
                tell(() -> {
                    tooLong.cancel();
                    once.accept(found);
                });
            });
        } catch (RejectedExecutionException busy) {
            tooLong.cancel();
            once.accept(new NotFound("not asked: too many questions at once"));
        }
    }

    /** The name service may have ended meanwhile; then nobody waits. */
    private void tell(Runnable answer) {
        try {
            loop.execute(answer);
        } catch (RejectedExecutionException ended) {
            LOG.debug("an answer of hosts or DNS came after the end", ended);
        }
    }

    private Result ask(String host) {
        try {
            List<NameOwner> owners = Arrays.stream(system.find(host))
                    .filter(Inet4Address.class::isInstance)
                    .map(a -> new NameOwner(Ipv4Address.ofOctets(a.getAddress()), false, describe()))
                    .toList();
            return owners.isEmpty() ? new NotFound("no IPv4 address") : new Found(owners, VALID_FOR);
        } catch (UnknownHostException unknown) {
            return new NotFound("unknown host");
        }
    }
}
