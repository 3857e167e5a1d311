package io.mailslot4j.nameservice;

import io.mailslot4j.MailslotClosedException;
import io.mailslot4j.NetworkException;
import io.mailslot4j.host.EventLoops;
import io.mailslot4j.host.Interfaces;
import io.mailslot4j.host.LocalInterface;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.nameservice.NameServiceFlags;
import io.mailslot4j.protocol.nameservice.RecordData;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds NetBIOS names: computers, domains and workgroups. Needs no privilege, because it asks from ports of its own. If
 * wanted, owns names too: see {@link #own}.
 *
 * <p>A thread and sockets are opened with the first question, and closed by {@link #close()}. All methods are
 * thread-safe. Nothing on the network is signed: an answer is what somebody says who knew the question.
 */
public final class NameService implements AutoCloseable {
    private static final Ipv4Address LOOPBACK = Ipv4Address.parse("127.0.0.1");

    private final NameServiceOptions options;
    private final Interfaces interfaces;
    private final Set<Runnable> waiting = ConcurrentHashMap.newKeySet();
    private final Object lock = new Object();
    private @Nullable RunningLookups running;
    private @Nullable OwnedNames ownNames;
    private boolean closed;

    NameService(NameServiceOptions options) {
        this.options = options;
        this.interfaces = new Interfaces(options.interfaces());
    }

    /** A name service with the defaults of this host. */
    public static NameService create() {
        return builder().build();
    }

    /** A builder with the defaults of this host. */
    public static NameServiceBuilder builder() {
        return new NameServiceBuilder();
    }

    /**
     * Looks for a name, and waits until it is found or everything was tried.
     *
     * @param name such as {@code SERVER}, or {@code DOMAIN<1C>} for another suffix than {@code <00>}
     * @throws IllegalArgumentException if {@code name} is not a NetBIOS name
     * @throws MailslotClosedException if this is closed
     */
    public NameLookup lookup(String name) throws InterruptedException {
        return lookup(NetBiosName.parse(name, NameSuffix.WORKSTATION).in(options.scope()));
    }

    /**
     * As {@link #lookup(String)}.
     *
     * @throws MailslotClosedException if this is closed
     */
    public NameLookup lookup(NetBiosName name) throws InterruptedException {
        return await(asked(name));
    }

    /**
     * Looks for a name. The result fails only with a {@link MailslotClosedException}, when this is closed; it ends in a
     * thread of the common pool.
     */
    public CompletableFuture<NameLookup> lookupAsync(NetBiosName name) {
        return CommonPool.ends(asked(name));
    }

    private CompletableFuture<NameLookup> asked(NetBiosName name) {
        return ask((now, answer) -> now.resolver().lookup(name, answer));
    }

    /**
     * Asks a host for the names it has, and waits; empty if it does not answer after all tries: 4.5 s by default ({@link
     * NameServiceTimer#UNICAST_RETRY}).
     *
     * @throws NetworkException if the question cannot leave this host, because there is no way to that one
     * @throws MailslotClosedException if this is closed
     */
    public Optional<NodeStatus> status(Ipv4Address host) throws InterruptedException {
        return await(asked(host));
    }

    /**
     * As {@link #status(Ipv4Address)}. The result fails only with a {@link NetworkException}, or with a {@link
     * MailslotClosedException} when this is closed; it ends in a thread of the common pool.
     */
    public CompletableFuture<Optional<NodeStatus>> statusAsync(Ipv4Address host) {
        return CommonPool.ends(asked(host));
    }

    private CompletableFuture<Optional<NodeStatus>> asked(Ipv4Address host) {
        return status(host, options.timers()).thenApply(outcome -> {
            if (outcome instanceof QueryOutcome.Unsent unsent) {
                throw new NetworkException(
                        NetworkException.Reason.INPUT_OUTPUT, "cannot reach " + host + ": " + unsent.why(), null);
            }
            return statusIn(outcome);
        });
    }

    private CompletableFuture<QueryOutcome> status(Ipv4Address host, NameServiceTimers timers) {
        return ask((now, answer) ->
                NameQuery.status(now.loop(), now.loop(), timers, id(), options.remoteAddress(host), answer));
    }

    /**
     * Asks this host itself for the names that it has, whichever program answers for them: we, another Java program,
     * Samba or Windows. Empty if none does. Ends in a thread of the common pool.
     *
     * @throws NetworkException if the system does not tell the addresses of this host
     */
    public CompletableFuture<Optional<NodeStatus>> statusHereAsync() {
        NameServiceTimers once = options.timers().withTries(1, 1);
        CompletableFuture<Optional<NodeStatus>> first = new CompletableFuture<>();
        CompletableFuture<?>[] all = Stream.concat(
                        interfaces.present().stream().map(LocalInterface::address), Stream.of(LOOPBACK))
                .distinct()
                .map(address -> status(address, once).thenAccept(outcome -> {
                    Optional<NodeStatus> answer = statusIn(outcome);
                    if (answer.isPresent()) {
                        first.complete(answer);
                    }
                }))
                .toArray(CompletableFuture<?>[]::new);
        return CommonPool.ends(CompletableFuture.anyOf(first, CompletableFuture.allOf(all))
                .thenApply(done -> first.getNow(Optional.empty())));
    }

    /** The ways by which a name is looked for that is not known yet, in their order and in words. Nobody is asked. */
    public List<String> methods() {
        return running().resolver().methods();
    }

    /**
     * Asks for a name, and from then on answers for it and defends it, until this is closed. The first call opens UDP port
     * 137, which needs a privilege as port 138 does, and belongs to Windows or Samba where they run: then they own this
     * host's names, and this fails instead of fighting them.
     *
     * @param group whether others may have the name too
     * @return how it ended: ours, refused by whoever has it, or in conflict. Fails with an {@link IllegalArgumentException}
     *     if it is ours as the other kind, with an {@link IllegalStateException} if there are too many names, and with a
     *     {@link MailslotClosedException} if this is closed before. Ends in a thread of the common pool.
     * @throws io.mailslot4j.NetworkException if the port cannot be had
     */
    public CompletableFuture<OwnNameStatus> own(NetBiosName name, boolean group) {
        return CommonPool.ends(ownNames().own(name, group));
    }

    /** Gives a name up that was asked for with {@link #own}; ends when whoever had to know was told, or did not answer. */
    public CompletableFuture<Void> release(NetBiosName name) {
        OwnedNames current;
        synchronized (lock) {
            current = ownNames;
        }
        return current == null ? CompletableFuture.completedFuture(null) : CommonPool.ends(current.release(name));
    }

    /** How it stands with each name that was asked for. */
    public List<OwnNameStatus> names() throws InterruptedException {
        OwnedNames current;
        synchronized (lock) {
            current = ownNames;
        }
        return current == null ? List.of() : await(current.all());
    }

    private OwnedNames ownNames() {
        if (options.nodeType() == NodeType.P && options.winsServers().isEmpty()) {
            throw new NetworkException(
                    NetworkException.Reason.NO_NAME_SERVER,
                    "a P node registers its names with a WINS server, and there is none: name one, or be another node type",
                    null);
        }
        RunningLookups now = running();
        synchronized (lock) {
            if (closed) {
                throw closedException();
            }
            OwnedNames current = ownNames;
            if (current == null) {
                current = new OwnedNames(now.loop(), interfaces, options, NameService::id);
                ownNames = current;
            }
            return current;
        }
    }

    /** Asks on the name service's thread. Whoever still waits when this is closed is told so. */
    private <T> CompletableFuture<T> ask(BiConsumer<RunningLookups, Consumer<T>> question) {
        RunningLookups now = running();
        CompletableFuture<T> answer = new CompletableFuture<>();
        Runnable closing = () -> answer.completeExceptionally(closedException());
        waiting.add(closing);
        try {
            now.loop()
                    .execute(() -> question.accept(now, result -> {
                        waiting.remove(closing);
                        answer.complete(result);
                    }));
        } catch (RejectedExecutionException closedMeanwhile) {
            closing.run();
        }
        return answer;
    }

    private static Optional<NodeStatus> statusIn(QueryOutcome outcome) {
        if (outcome instanceof QueryOutcome.Answered answered) {
            QueryOutcome.Answer first = answered.answers().get(0);
            if (first.packet().answers().get(0).data() instanceof RecordData.NodeStatus data) {
                return Optional.of(
                        NodeStatus.of(first.from(), data, first.packet().flags().has(NameServiceFlags.TRUNCATED)));
            }
        }
        return Optional.empty();
    }

    private static <T> T await(CompletableFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof NetworkException unsent) {
                throw new NetworkException(unsent.reason(), String.valueOf(unsent.getMessage()), unsent);
            }
            if (e.getCause() instanceof MailslotClosedException) {
                throw closedException();
            }
            throw new IllegalStateException("no answer: " + e.getMessage(), e);
        }
    }

    private static int id() {
        return Unguessable.NUMBERS.nextInt(0x10000);
    }

    /** Made for the first question: programs that ask nothing would start a twentieth later. */
    private static final class Unguessable {
        static final SecureRandom NUMBERS = new SecureRandom();
    }

    private RunningLookups running() {
        synchronized (lock) {
            if (closed) {
                throw closedException();
            }
            RunningLookups current = running;
            if (current == null) {
                current = RunningLookups.start(options, interfaces, NameService::id);
                running = current;
            }
            return current;
        }
    }

    static MailslotClosedException closedException() {
        return new MailslotClosedException("the name service");
    }

    /**
     * Gives up our names and ends everything, which may take some seconds if a WINS server keeps silent. Whoever waits for
     * an answer gets a {@link MailslotClosedException}. Closing again does nothing. A callback on the name service's thread
     * may close it too, and does not wait for the end.
     */
    @Override
    public void close() {
        RunningLookups last;
        OwnedNames names;
        synchronized (lock) {
            closed = true;
            last = running;
            running = null;
            names = ownNames;
            ownNames = null;
        }
        EventLoops.outside(() -> end(names, last));
    }

    private void end(@Nullable OwnedNames names, @Nullable RunningLookups last) {
        if (names != null) {
            names.close();
        }
        if (last != null) {
            last.close();
        }
        waiting.forEach(Runnable::run);
        waiting.clear();
    }
}
