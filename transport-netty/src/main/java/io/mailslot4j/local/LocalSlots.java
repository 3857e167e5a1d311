package io.mailslot4j.local;

import io.mailslot4j.MailslotClosedException;
import io.mailslot4j.MailslotInUseException;
import io.mailslot4j.RuntimeFolderException;
import io.mailslot4j.delivery.LocalIntake;
import io.mailslot4j.delivery.LocalPut;
import io.mailslot4j.delivery.SlotQueue;
import io.mailslot4j.protocol.mailslot.MailslotName;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The slots that processes of one user read, as seen by one network: its own readers, which others write to, and its
 * writers to the readers of others. Thread-safe.
 */
public final class LocalSlots implements AutoCloseable {
    /** Octets that a message may have unless told otherwise: 64 MiB. */
    public static final int DEFAULT_MAX_MESSAGE = 64 << 20;
    /** Slots that connections are kept for. */
    private static final int MOST_WRITERS = 64;

    private final SocketLoop loop;
    private final Supplier<RuntimeFolder> folder;
    private final LocalIntake intake;
    private final int maxMessage;
    private final MemoryBudget budget;
    private final Map<SlotQueue, Claim> claims = new ConcurrentHashMap<>();
    private final Map<String, SlotWriter> writers = new LinkedHashMap<>(16, 0.75f, true);
    private boolean closed;

    /**
     * Opens nothing yet.
     *
     * @param loop serves the sockets
     * @param folder where processes find each other; asked when it is needed
     * @param maxMessage octets that a message from another process may have
     */
    public LocalSlots(SocketLoop loop, Supplier<RuntimeFolder> folder, LocalIntake intake, int maxMessage) {
        this.loop = loop;
        this.folder = folder;
        this.intake = intake;
        this.maxMessage = maxMessage;
        this.budget =
                new MemoryBudget(Math.min(2L * maxMessage, Runtime.getRuntime().maxMemory() / 4));
    }

    /**
     * Makes {@code queue} the reader of a slot for other processes too.
     *
     * @throws MailslotInUseException if another process reads it, or another network of this one
     * @throws RuntimeFolderException if the folder cannot be used
     */
    public void open(MailslotName name, SlotQueue queue) {
        Path path = folder.get().create();
        Claim.removeLeftovers(path);
        Claim claim = Claim.tryTake(path, SocketName.ofSlot(name.slot()))
                .orElseThrow(() -> new MailslotInUseException(name.toString()));
        try {
            ServerSocketChannel server = claim.listen();
            String slot = MailslotName.fold(name.slot());
            int limit = queue.maxMessageSize() == SlotQueue.ANY_SIZE
                    ? maxMessage
                    : Math.min(maxMessage, queue.maxMessageSize());
            claims.put(queue, claim);
            loop.serve(server, () -> new SlotRole(slot, queue, intake, budget, limit));
        } catch (IOException e) {
            close(queue);
            throw new RuntimeFolderException("cannot serve " + claim.socket() + ": " + e.getMessage(), e);
        }
    }

    /** Ends what {@link #open} began, if anything. */
    public void close(SlotQueue queue) {
        Claim claim = claims.remove(queue);
        if (claim != null) {
            claim.close();
            loop.executeAndWait(
                    () -> loop.closeConnections(role -> role instanceof SlotRole slot && slot.queue() == queue));
        }
    }

    /**
     * Puts a message to a reader in another process, if there is one.
     *
     * @throws io.mailslot4j.NoSuchMailslotException if it ends in the middle of it
     * @throws io.mailslot4j.LocalDeliveryException if it does not answer
     * @throws RuntimeFolderException if the folder cannot be trusted
     * @throws MailslotClosedException if this is closed
     */
    public Optional<LocalAnswer> put(MailslotName name, LocalPut put) {
        RuntimeFolder used = folder.get();
        return used.exists() ? writer(used.path(), name).put(put) : Optional.empty();
    }

    private SlotWriter writer(Path path, MailslotName name) {
        synchronized (writers) {
            if (closed) {
                throw new MailslotClosedException(name.toString());
            }
            SlotWriter writer = writers.computeIfAbsent(
                    MailslotName.fold(name.slot()),
                    slot -> new SlotWriter(SocketName.ofSlot(slot).in(path), name.toString(), SocketLoop.PATIENCE));
            if (writers.size() > MOST_WRITERS) {
                SlotWriter eldest = writers.values().iterator().next();
                writers.values().remove(eldest);
                eldest.retire();
            }
            return writer;
        }
    }

    /** Ends everything. */
    @Override
    public void close() {
        claims.keySet().forEach(this::close);
        synchronized (writers) {
            closed = true;
            writers.values().forEach(SlotWriter::close);
            writers.clear();
        }
    }
}
