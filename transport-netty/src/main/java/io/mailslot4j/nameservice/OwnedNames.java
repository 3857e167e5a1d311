package io.mailslot4j.nameservice;

import io.mailslot4j.host.Interfaces;
import io.mailslot4j.host.LocalInterface;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.name.NetBiosName;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The names that this host owns: the port where they are asked for, whoever answers there, and an eye on our addresses.
 * Hands questions of any thread to the name service's thread.
 */
final class OwnedNames {
    private static final Logger LOG = LoggerFactory.getLogger("io.mailslot4j.names");

    /** A server that has to be told may keep silent. */
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(6);

    /** What runs on the name service's thread. */
    private record Running(Responder responder, InterfaceWatch watch) {}

    private final NettyLoop loop;
    private final Interfaces interfaces;
    private final NameServiceOptions options;
    private final BoundNamePort port;
    private final Map<NetBiosName, CompletableFuture<OwnNameStatus>> waiting = new ConcurrentHashMap<>();
    private final CompletableFuture<Running> running = new CompletableFuture<>();

    /**
     * Opens the port, and owns no names yet. Waits, so not to be called on the name service's thread.
     *
     * @param ids random numbers of 16 bits that nobody can guess
     * @throws io.mailslot4j.NetworkException if the port cannot be had, or a chosen interface is not there
     */
    OwnedNames(NettyLoop loop, Interfaces interfaces, NameServiceOptions options, IntSupplier ids) {
        this.loop = loop;
        this.interfaces = interfaces;
        this.options = options;
        List<LocalInterface> where = interfaces.now();
        this.port = BoundNamePort.open(loop::bootstrap, ownAddresses(where), broadcastAddresses(where));
        loop.execute(() -> running.complete(start(where, ids)));
    }

    private Running start(List<LocalInterface> where, IntSupplier ids) {
        Responder responder = new Responder(port::listen, loop, loop, ids, options.responder(), where, this::tell);
        Duration every = options.timers().get(NameServiceTimer.INTERFACE_CHECK);
        InterfaceWatch watch = new InterfaceWatch(interfaces::present, where, loop, every, now -> {
            port.moveTo(ownAddresses(now), broadcastAddresses(now));
            // Sockets open only after this step.
            loop.execute(() -> responder.interfacesChanged(now));
        });
        return new Running(responder, watch);
    }

    private List<InetSocketAddress> ownAddresses(List<LocalInterface> where) {
        return interfaces.areChosen()
                ? where.stream().map(i -> options.listenAddress(i.address())).toList()
                : List.of(options.listenAddress(Ipv4Address.ANY));
    }

    private List<InetSocketAddress> broadcastAddresses(List<LocalInterface> where) {
        return interfaces.areChosen()
                ? where.stream()
                        .filter(LocalInterface::hasSocketForBroadcast)
                        .map(i -> options.listenAddress(i.broadcast()))
                        .toList()
                : List.of();
    }

    private void changed(OwnNameStatus status) {
        if (status.state() != OwnNameState.REGISTERING) {
            CompletableFuture<OwnNameStatus> asker = waiting.remove(status.name());
            if (asker != null) {
                asker.complete(status);
            }
        }
    }

    private void tell(OwnNameStatus status) {
        changed(status);
        try {
            options.whenNameChanges().accept(status);
        } catch (RuntimeException e) {
            LOG.warn("whoever listens to changes of names failed", e);
        }
    }

    /** Asks for a name; the result tells whether it is ours. */
    CompletableFuture<OwnNameStatus> own(NetBiosName name, boolean group) {
        CompletableFuture<OwnNameStatus> asker = waiting.computeIfAbsent(name, n -> new CompletableFuture<>());
        loop.execute(() -> {
            Responder responder = running.join().responder();
            try {
                responder.register(name, group);
                responder.names().stream().filter(s -> s.name().equals(name)).forEach(this::changed);
            } catch (IllegalArgumentException | IllegalStateException e) {
                waiting.remove(name);
                asker.completeExceptionally(e);
            }
        });
        return asker;
    }

    /** How it stands with each. */
    CompletableFuture<List<OwnNameStatus>> all() {
        CompletableFuture<List<OwnNameStatus>> result = new CompletableFuture<>();
        loop.execute(() -> result.complete(running.join().responder().names()));
        return result;
    }

    /** Gives all names up, and waits until that is said, or for some seconds at most. */
    void close() {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        loop.execute(() -> {
            running.join().watch().stop();
            running.join().responder().close(() -> done.complete(true));
        });
        try {
            done.get(LONGEST_FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException silence) {
            // Nobody is waited for any longer.
        }
        waiting.values().forEach(asker -> asker.completeExceptionally(new IllegalStateException("closed")));
    }
}
