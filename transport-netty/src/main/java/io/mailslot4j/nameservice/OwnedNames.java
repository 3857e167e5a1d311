package io.mailslot4j.nameservice;

import io.mailslot4j.protocol.name.NetBiosName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;

/** The names that this host owns: hands questions of any thread to the responder on the name service's thread. */
final class OwnedNames {
    /** A server that has to be told may keep silent. */
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(6);

    private final NettyLoop loop;
    private final Map<NetBiosName, CompletableFuture<OwnNameStatus>> waiting = new ConcurrentHashMap<>();
    private final CompletableFuture<Responder> responder = new CompletableFuture<>();

    /**
     * Starts owning names.
     *
     * @param start makes a responder that tells changes to whom it is given; called on the name service's thread
     */
    OwnedNames(NettyLoop loop, Function<Consumer<OwnNameStatus>, Responder> start) {
        this.loop = loop;
        loop.execute(() -> responder.complete(start.apply(this::changed)));
    }

    private void changed(OwnNameStatus status) {
        if (status.state() != OwnNameState.REGISTERING) {
            CompletableFuture<OwnNameStatus> asker = waiting.remove(status.name());
            if (asker != null) {
                asker.complete(status);
            }
        }
    }

    /** Asks for a name; the result tells whether it is ours. */
    CompletableFuture<OwnNameStatus> own(NetBiosName name, boolean group) {
        CompletableFuture<OwnNameStatus> asker = waiting.computeIfAbsent(name, n -> new CompletableFuture<>());
        loop.execute(() -> {
            Responder running = responder.join();
            try {
                running.register(name, group);
                running.names().stream().filter(s -> s.name().equals(name)).forEach(this::changed);
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
        loop.execute(() -> result.complete(responder.join().names()));
        return result;
    }

    /** Gives all names up, and waits until that is said, or for some seconds at most. */
    void close() {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        loop.execute(() -> responder.join().close(() -> done.complete(true)));
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
