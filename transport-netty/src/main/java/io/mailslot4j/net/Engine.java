package io.mailslot4j.net;

import io.mailslot4j.MailslotInUseException;
import io.mailslot4j.NetworkException;
import io.mailslot4j.RuntimeFolderException;
import io.mailslot4j.delivery.DuplicateWindow;
import io.mailslot4j.delivery.Intake;
import io.mailslot4j.delivery.LocalIntake;
import io.mailslot4j.delivery.OwnNames;
import io.mailslot4j.delivery.Router;
import io.mailslot4j.delivery.SlotQueue;
import io.mailslot4j.delivery.TrafficCounters;
import io.mailslot4j.host.Interfaces;
import io.mailslot4j.host.LocalInterface;
import io.mailslot4j.host.SocketKind;
import io.mailslot4j.local.LocalSlots;
import io.mailslot4j.local.RuntimeFolder;
import io.mailslot4j.nameservice.NameService;
import io.mailslot4j.nameservice.OwnNameStatus;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.mailslot.MailslotName;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts of one network, put together: what comes in, what goes out, and the sockets between. Thread-safe. */
public final class Engine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("io.mailslot4j.network");

    private final NetworkOptions options;
    private final NameService nameService;
    private final Interfaces interfaces;
    private final Router router = new Router();
    private final TrafficCounters counters = new TrafficCounters();
    private final Intake intake;
    private final Outbox outbox;
    private final Optional<LocalSlots> localSlots;
    private volatile @Nullable RuntimeFolder folder;
    private final EphemeralSocket ephemeral = new EphemeralSocket();

    private final Object lock = new Object();
    private volatile @Nullable Endpoint endpoint;
    private volatile @Nullable NetworkException problem;
    private volatile @Nullable NetworkException namesProblem;
    private boolean closed;

    /**
     * Puts the parts together, and opens nothing yet.
     *
     * @param nameService finds other computers and groups; closed with this
     * @param nanoTime a clock that only goes forward, in nanoseconds
     */
    public Engine(NetworkOptions options, NameService nameService, InstantSource clock, LongSupplier nanoTime) {
        this.options = options;
        this.nameService = nameService;
        this.interfaces = new Interfaces(options.interfaces());
        OwnNames ownNames = new OwnNames(
                Stream.concat(Stream.of(options.computer(), options.workgroup()), options.extraNames().stream())
                        .toList(),
                options.computer().scope(),
                options.acceptAllNames());
        DuplicateWindow duplicates = new DuplicateWindow(options.duplicateWindow(), DuplicateWindow.DEFAULT_CAPACITY);
        this.intake = new Intake(ownNames, duplicates, router, counters, clock, nanoTime);
        LocalIntake localIntake = new LocalIntake(ownNames, duplicates, counters, clock, nanoTime);
        this.localSlots = options.shared()
                ? Optional.of(new LocalSlots(this::folder, localIntake, options.maxLocalMessage()))
                : Optional.empty();
        DatagramSender sender = new DatagramSender(
                options.computer(),
                options.nodeType(),
                this::answerPort,
                options.remotePort(),
                options.maxDatagramLength(),
                interfaces,
                this::sink,
                counters,
                ThreadLocalRandom.current().nextInt());
        this.outbox = new Outbox(
                options.computer(),
                options.sizeLimit(),
                new Targets(
                        options.computer(),
                        options.workgroup(),
                        options.hosts(),
                        interfaces,
                        options.enabled() ? Names.of(nameService) : Names.none()),
                interfaces,
                options.enabled() ? Optional.of(sender) : Optional.empty(),
                router,
                localIntake,
                localSlots);
    }

    /** Where processes meet. */
    private RuntimeFolder folder() {
        RuntimeFolder known = folder;
        if (known == null) {
            known = options.folder().map(RuntimeFolder::at).orElseGet(RuntimeFolder::ofThisUser);
            folder = known;
        }
        return known;
    }

    /**
     * Makes {@code queue} the reader of a slot, for this network, the other processes here, and whoever is out there.
     *
     * @throws MailslotInUseException if the slot is read already
     * @throws RuntimeFolderException if other processes cannot reach it
     * @throws NetworkException if we cannot listen and the network is required
     */
    public void open(MailslotName name, SlotQueue queue) {
        router.register(name, queue);
        try {
            localSlots.ifPresent(slots -> slots.open(name, queue));
            listen();
        } catch (RuntimeException | Error e) {
            close(name, queue);
            throw e;
        }
    }

    /** Ends what {@link #open} began. */
    public void close(MailslotName name, SlotQueue queue) {
        queue.close();
        localSlots.ifPresent(slots -> slots.close(queue));
        router.unregister(name, queue);
    }

    /** The way out. */
    public Outbox outbox() {
        return outbox;
    }

    /** What has happened so far. */
    public TrafficCounters counters() {
        return counters;
    }

    private PacketSink sink() {
        Endpoint open = endpoint;
        return open != null ? open : ephemeral;
    }

    private int answerPort() {
        List<InetSocketAddress> open = listening();
        return open.isEmpty() ? options.listenPort() : open.get(0).getPort();
    }

    /**
     * Opens the sockets for readers, unless they are open or the network is switched off. A failure is logged and kept
     * in {@link #problem()}; the next reader tries again.
     *
     * @throws NetworkException if that fails and the network is required
     */
    private void listen() {
        synchronized (lock) {
            if (endpoint != null || !options.enabled() || closed) {
                return;
            }
            try {
                SocketKind kind = options.nativeTransport() ? SocketKind.best() : SocketKind.NIO;
                List<LocalInterface> chosen = interfaces.areChosen() ? interfaces.now() : List.of();
                Endpoint opened = Endpoint.open(kind, ownAddresses(chosen), broadcastAddresses(chosen), intake);
                claimNames(opened);
                endpoint = opened;
                problem = null;
                LOG.info(
                        "listening on {} ({}, receive buffer {})",
                        opened.addresses(),
                        opened.transport(),
                        opened.receiveBuffer());
            } catch (NetworkException e) {
                if (options.required()) {
                    throw e;
                }
                if (problem == null) {
                    LOG.warn("no messages will come from the network: {}", e.getMessage());
                }
                problem = e;
            }
        }
    }

    /** So that others find us, if that is wanted. Who refuses a name is told by the name service, in the log. */
    private void claimNames(Endpoint opened) {
        if (!options.ownNames()) {
            return;
        }
        try {
            options.claims().forEach(claim -> {
                CompletableFuture<OwnNameStatus> claimed = nameService
                        .own(claim.name(), claim.group())
                        .whenComplete((status, trouble) -> {
                            if (trouble != null) {
                                LOG.warn("cannot own {}: {}", claim.name(), trouble.getMessage());
                            }
                        });
                LOG.debug("asked for {}: {}", claim.name(), claimed);
            });
        } catch (NetworkException e) {
            if (options.required()) {
                opened.close();
                throw e;
            }
            LOG.warn("others cannot find us by name: {}", e.getMessage());
            namesProblem = e;
        }
    }

    private List<ListenAddress> ownAddresses(List<LocalInterface> chosen) {
        return chosen.isEmpty()
                ? List.of(new ListenAddress(socketAddress(Ipv4Address.ANY), Optional.empty()))
                : chosen.stream()
                        .map(i -> new ListenAddress(socketAddress(i.address()), Optional.of(i.name())))
                        .toList();
    }

    private List<ListenAddress> broadcastAddresses(List<LocalInterface> chosen) {
        return chosen.stream()
                .filter(LocalInterface::hasSocketForBroadcast)
                .map(i -> new ListenAddress(socketAddress(i.broadcast()), Optional.of(i.name())))
                .toList();
    }

    private InetSocketAddress socketAddress(Ipv4Address address) {
        try {
            return new InetSocketAddress(InetAddress.getByAddress(address.toOctets()), options.listenPort());
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The sockets that we receive on. */
    public List<InetSocketAddress> listening() {
        Endpoint open = endpoint;
        return open == null ? List.of() : open.addresses();
    }

    /** How the sockets are served, or nothing while there are none. */
    public String transport() {
        Endpoint open = endpoint;
        return open == null ? "" : open.transport();
    }

    /** Octets of receive buffer that each socket has, 0 while there are none. */
    public int receiveBuffer() {
        Endpoint open = endpoint;
        return open == null ? 0 : open.receiveBuffer();
    }

    /** Datagrams that the system dropped because the buffer was full, where it tells. */
    public OptionalLong kernelDrops() {
        Endpoint open = endpoint;
        return open == null ? OptionalLong.empty() : open.kernelDrops();
    }

    /** Why {@link #listen()} failed last, if it did. */
    public Optional<NetworkException> problem() {
        return Optional.ofNullable(problem);
    }

    /** Why our names cannot be owned, if that is wanted and failed. */
    public Optional<NetworkException> namesProblem() {
        return Optional.ofNullable(namesProblem);
    }

    /** Closes the sockets and every reader. */
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            Endpoint open = endpoint;
            endpoint = null;
            if (open != null) {
                open.close();
            }
            ephemeral.close();
        }
        nameService.close();
        localSlots.ifPresent(LocalSlots::close);
        router.readers().forEach(SlotQueue::close);
    }
}
