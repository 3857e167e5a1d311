package io.mailslot4j.nameservice;

import io.mailslot4j.MailslotClosedException;
import io.mailslot4j.host.InterfaceWatch;
import io.mailslot4j.host.Interfaces;
import io.mailslot4j.host.LocalInterface;
import io.mailslot4j.protocol.name.NetBiosName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
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
    private final Map<NetBiosName, List<CompletableFuture<OwnNameStatus>>> waiting = new HashMap<>();
    /** Tell those who wait for the end of a name. */
    private final Set<Runnable> leaving = ConcurrentHashMap.newKeySet();

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
        this.port = BoundNamePort.open(loop::bind, options.listenPort(), sockets(where), !interfaces.areChosen());
        loop.execute(() -> running.complete(start(where, ids)));
    }

    private Running start(List<LocalInterface> where, IntSupplier ids) {
        Responder responder = new Responder(port::listen, loop, loop, ids, options.responder(), where, this::changed);
        Duration every = options.timers().get(NameServiceTimer.INTERFACE_CHECK);
        InterfaceWatch watch = new InterfaceWatch(interfaces::present, where, loop::later, every, now -> {
            port.moveTo(sockets(now));
            // Sockets open only after this step.
            loop.execute(() -> responder.interfacesChanged(now));
        });
        return new Running(responder, watch);
    }

    /** Where sockets are opened: where we are, and on loopback unless interfaces were chosen. */
    private List<LocalInterface> sockets(List<LocalInterface> where) {
        if (interfaces.areChosen()) {
            return where;
        }
        return LocalInterface.hasSocketForLimitedBroadcast()
                ? Stream.concat(where.stream(), Stream.of(LocalInterface.LOOPBACK))
                        .toList()
                : List.of(LocalInterface.ANY);
    }

    private void changed(OwnNameStatus status) {
        if (status.state() != OwnNameState.REGISTERING) {
            List<CompletableFuture<OwnNameStatus>> askers = waiting.remove(status.name());
            if (askers != null) {
                askers.forEach(asker -> asker.complete(status));
            }
        }
        try {
            options.whenNameChanges().accept(status);
        } catch (Throwable e) {
            LOG.warn("whoever listens to changes of names failed", e);
        }
    }

    /** Asks for a name; the result tells whether it is ours. */
    CompletableFuture<OwnNameStatus> own(NetBiosName name, boolean group) {
        CompletableFuture<OwnNameStatus> asker = new CompletableFuture<>();
        onLoop(asker, () -> {
            try {
                OwnNameStatus status = running.join().responder().register(name, group);
                if (status.state() == OwnNameState.REGISTERING) {
                    waiting.computeIfAbsent(status.name(), n -> new ArrayList<>())
                            .add(asker);
                } else {
                    asker.complete(status);
                }
            } catch (IllegalArgumentException | IllegalStateException | MailslotClosedException e) {
                asker.completeExceptionally(e);
            }
        });
        return asker;
    }

    /** Gives a name up, if it is one of ours; ends when whoever had to know was told, or did not answer. */
    CompletableFuture<Void> release(NetBiosName name) {
        CompletableFuture<Void> released = new CompletableFuture<>();
        onLoop(released, () -> {
            Runnable told = () -> released.complete(null);
            leaving.add(told);
            running.join().responder().release(name, () -> {
                leaving.remove(told);
                told.run();
            });
        });
        return released;
    }

    /** How it stands with each. */
    CompletableFuture<List<OwnNameStatus>> all() {
        CompletableFuture<List<OwnNameStatus>> result = new CompletableFuture<>();
        onLoop(result, () -> result.complete(running.join().responder().names()));
        return result;
    }

    private void onLoop(CompletableFuture<?> result, Runnable action) {
        try {
            loop.execute(action);
        } catch (RejectedExecutionException closedMeanwhile) {
            result.completeExceptionally(NameService.closedException());
        }
    }

    /** Gives all names up, and waits until that is said, or for some seconds at most. */
    void close() {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        loop.execute(() -> {
            running.join().watch().stop();
            running.join().responder().close(() -> done.complete(true));
            waiting.values()
                    .forEach(askers ->
                            askers.forEach(asker -> asker.completeExceptionally(NameService.closedException())));
            waiting.clear();
        });
        // An interrupt of before is not for us: who is told to end closes what it has.
        boolean interrupted = Thread.interrupted();
        try {
            done.get(LONGEST_FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        } catch (ExecutionException | TimeoutException silence) {
            // Nobody is waited for any longer.
        }
        leaving.forEach(Runnable::run);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
