package io.mailslot4j.net;

import io.mailslot4j.MailslotInUseException;
import io.mailslot4j.NetworkException;
import io.mailslot4j.NetworkStatus;
import io.mailslot4j.RuntimeFolderException;
import io.mailslot4j.delivery.DuplicateWindow;
import io.mailslot4j.delivery.Intake;
import io.mailslot4j.delivery.LocalIntake;
import io.mailslot4j.delivery.OwnNames;
import io.mailslot4j.delivery.Router;
import io.mailslot4j.delivery.SlotQueue;
import io.mailslot4j.delivery.TrafficCounters;
import io.mailslot4j.host.EventLoops;
import io.mailslot4j.host.Interfaces;
import io.mailslot4j.host.RecentInterfaces;
import io.mailslot4j.local.LocalSlots;
import io.mailslot4j.local.PacketReceiver;
import io.mailslot4j.local.SocketLoop;
import io.mailslot4j.nameservice.NameService;
import io.mailslot4j.protocol.mailslot.MailslotName;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** The parts of one network, put together: what comes in, what goes out, and the sockets between. Thread-safe. */
public final class Engine implements AutoCloseable {
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);

    private final NetworkOptions options;
    private final NameService nameService;
    private final Router router = new Router();
    private final TrafficCounters counters = new TrafficCounters();
    private final Outbox outbox;
    private final Optional<LocalSlots> localSlots;
    private final SocketLoop loop = new SocketLoop();
    private final Reception reception;
    private final AddressWatch addresses;
    private final EphemeralSocket ephemeral;
    private final Optional<WatchedPackets> watched;

    /**
     * Puts the parts together, and opens nothing yet.
     *
     * @param nameService finds other computers and groups; closed with this
     * @param nanoTime a clock that only goes forward, in nanoseconds
     */
    public Engine(NetworkOptions options, NameService nameService, InstantSource clock, LongSupplier nanoTime) {
        this.options = options;
        this.nameService = nameService;
        Interfaces interfaces = new Interfaces(options.interfaces());
        OwnNames ownNames = new OwnNames(
                Stream.concat(Stream.of(options.computer(), options.workgroup()), options.extraNames().stream())
                        .toList(),
                options.computer().scope(),
                options.acceptAllNames());
        DuplicateWindow duplicates = new DuplicateWindow(options.duplicateWindow(), DuplicateWindow.DEFAULT_CAPACITY);
        Folders folders = new Folders(options.folder(), options.portFolder());
        Intake intake = new Intake(ownNames, duplicates, router, counters, clock, nanoTime);
        PacketIntake packets = new PacketIntake(intake, counters);
        this.watched = options.packetWatcher().map(watcher -> new WatchedPackets(watcher, this::answerPort));
        this.ephemeral = new EphemeralSocket();
        this.reception = new Reception(
                options,
                interfaces,
                new Naming(options, nameService),
                loop,
                folders,
                watched.<PacketReceiver>map(w -> w.receiver(packets)).orElse(packets),
                BETWEEN_TRIES);
        this.addresses = new AddressWatch(interfaces, reception::moved);
        LocalIntake localIntake = new LocalIntake(ownNames, duplicates, counters, clock, nanoTime);
        this.localSlots = options.shared()
                ? Optional.of(new LocalSlots(loop, folders::own, localIntake, options.maxLocalMessage()))
                : Optional.empty();
        RecentInterfaces recent = new RecentInterfaces(interfaces);
        DatagramSender sender = new DatagramSender(
                options.computer(),
                options.nodeType(),
                this::answerPort,
                options.remotePort(),
                options.maxDatagramLength(),
                recent,
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
                        recent,
                        options.enabled() ? Names.of(nameService) : Names.none()),
                recent,
                options.enabled() ? Optional.of(sender) : Optional.empty(),
                router,
                localIntake,
                localSlots);
    }

    private int answerPort() {
        return reception.answerPort();
    }

    private PacketSink sink() {
        Optional<PacketSink> sockets = reception.sockets();
        return sockets.isPresent() ? watched(sockets.get(), this::answerPort) : watched(ephemeral, ephemeral::port);
    }

    private PacketSink watched(PacketSink sink, IntSupplier port) {
        return watched.isPresent() ? watched.get().sink(sink, port) : sink;
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
            if (options.enabled()) {
                addresses.start();
            }
            reception.listen();
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

    /** What this network is and how it fares. */
    public NetworkStatus status() {
        return reception.status(options.computer(), options.workgroup());
    }

    /** Closes the sockets and every reader. Does not wait for that in the thread of a socket, such as that of a watcher. */
    @Override
    public void close() {
        // Nobody waits for himself, whichever thread of ours it is.
        SocketLoop.outside(() -> EventLoops.outside(this::closeAll));
    }

    private void closeAll() {
        addresses.close();
        // First the names: whoever has the port next wants them too.
        nameService.close();
        reception.close();
        ephemeral.close();
        localSlots.ifPresent(LocalSlots::close);
        loop.close();
        router.readers().forEach(SlotQueue::close);
    }
}
