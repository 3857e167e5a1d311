package io.mailslot4j.local;

import io.mailslot4j.NetworkException;
import io.mailslot4j.NetworkException.Reason;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A UDP port that one process has and all of a folder share. The one that has the lock opens the UDP sockets and hands every
 * packet to the others as it came; when it ends, the connections with it break, and one of the others is next.
 * Thread-safe.
 */
public final class SharedPort implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(5);

    /** The UDP sockets. */
    public interface Sockets extends AutoCloseable {
        /** What they are. */
        PortDescription describe();

        @Override
        void close();
    }

    /** Opens the UDP sockets. */
    public interface Opener {
        /**
         * Opens them.
         *
         * @throws NetworkException if they cannot be had
         */
        Sockets open(PacketReceiver receiver);
    }

    private final SocketLoop loop;
    private final RuntimeFolder folder;
    private final SocketName name;
    private final Opener opener;
    private final PacketReceiver receiver;
    private final Runnable lost;

    private volatile boolean closed;
    private volatile @Nullable HolderRole joined;
    private volatile @Nullable Claim claim;
    private @Nullable Members members;
    private @Nullable Sockets sockets;

    /**
     * Opens nothing yet.
     *
     * @param folder who shares
     * @param key what is shared
     * @param receiver gets the packets, from the thread of the sockets or of the loop
     * @param lost told, on the thread of the loop, when the process that had the port is gone
     */
    public SharedPort(
            SocketLoop loop, RuntimeFolder folder, String key, Opener opener, PacketReceiver receiver, Runnable lost) {
        this.loop = loop;
        this.folder = folder;
        this.name = SocketName.ofPort(key);
        this.opener = opener;
        this.receiver = receiver;
        this.lost = lost;
    }

    /**
     * Joins the process that has the port, or becomes it.
     *
     * @return what that process has
     * @throws NetworkException if nobody has the port, and we cannot have it
     */
    public synchronized PortDescription acquire() {
        // An interrupt of before is not for us, and would keep us from connecting.
        boolean interrupted = Thread.interrupted();
        try {
            return joinOrHold();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private PortDescription joinOrHold() {
        Path path = folder.create();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!closed && System.nanoTime() - deadline < 0) {
            Optional<PortDescription> other = join(path);
            if (other.isPresent()) {
                return other.get();
            }
            if (folder.areWeGuests()) {
                throw new NetworkException(
                        Reason.PORT_IN_USE,
                        "no process shares the UDP port in " + path + ": start one there as its owner",
                        null);
            }
            Optional<Claim> taken = Claim.tryTake(path, name);
            if (taken.isPresent()) {
                return hold(taken.get());
            }
            LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
            if (Thread.currentThread().isInterrupted()) {
                throw interrupted(null);
            }
        }
        throw closed
                ? new NetworkException(Reason.INPUT_OUTPUT, "closed while joining those who share the UDP port", null)
                : new NetworkException(
                        Reason.PORT_IN_USE, "another process of ours has the UDP port, and does not share it", null);
    }

    /** Whether this process has the port, or the one that it has joined still has. */
    public boolean isAcquired() {
        HolderRole other = joined;
        return claim != null || (other != null && !other.isOver());
    }

    private Optional<PortDescription> join(Path path) {
        Path socket = name.in(path);
        if (!Claim.isSocket(socket)) {
            return Optional.empty();
        }
        HolderRole role = new HolderRole(receiver, lost);
        joined = role;
        try {
            connect(socket, role);
            return Optional.of(role.greeting().get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException | InterruptedIOException e) {
            Thread.currentThread().interrupt();
            leave();
            throw interrupted(e);
        } catch (TimeoutException e) {
            leave();
            throw new NetworkException(
                    Reason.PORT_IN_USE,
                    "the process that shares the UDP port is silent for " + PATIENCE.toSeconds() + " s",
                    e);
        } catch (ProtocolException e) {
            leave();
            throw refused(e);
        } catch (ExecutionException e) {
            leave();
            if (e.getCause() instanceof ProtocolException refusal) {
                throw refused(refusal);
            }
            return Optional.empty();
        } catch (IOException nobody) {
            // What a dead process has left behind, or one that is just ending.
            leave();
            return Optional.empty();
        }
    }

    private static NetworkException refused(ProtocolException refusal) {
        return new NetworkException(
                Reason.PORT_IN_USE,
                "cannot join the process that shares the UDP port: " + refusal.getMessage(),
                refusal);
    }

    private static NetworkException interrupted(@Nullable Exception cause) {
        return new NetworkException(
                Reason.INPUT_OUTPUT, "interrupted while joining those who share the UDP port", cause);
    }

    /** The socket that others join by appears only when there is a port to share: others wait for its appearance. */
    private PortDescription hold(Claim taken) {
        try {
            Members sharing = new Members(loop, receiver);
            Sockets opened = opener.open(sharing);
            sockets = opened;
            PortDescription description = opened.describe();
            ServerSocketChannel server = taken.listen();
            if (folder.hasGuests()) {
                taken.admitGuests();
            }
            loop.serve(server, () -> sharing.member(description));
            claim = taken;
            members = sharing;
            return description;
        } catch (IOException e) {
            giveUp(taken);
            throw new NetworkException(Reason.INPUT_OUTPUT, "cannot share a UDP port: " + e.getMessage(), e);
        } catch (RuntimeException | Error e) {
            giveUp(taken);
            throw e;
        }
    }

    private void giveUp(Claim taken) {
        Sockets opened = sockets;
        sockets = null;
        if (opened != null) {
            opened.close();
        }
        taken.close();
    }

    private void connect(Path socket, HolderRole role) throws IOException {
        SocketChannel channel = LocalSocket.connect(socket, PATIENCE, () -> closed);
        try {
            loop.attach(channel, role);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private void leave() {
        HolderRole left = joined;
        joined = null;
        if (left != null) {
            left.leave();
            loop.executeAndWait(() -> loop.closeConnections(role -> role == left));
        }
    }

    /** Watches for a process that shares the port, while there is none. */
    public HolderWatch watch() {
        return HolderWatch.of(folder.path(), name.in(folder.path()));
    }

    /** Leaves those who share the port. If we had it, they get what was meant for them, and one of them has it next. */
    @Override
    public void close() {
        closed = true;
        leave();
        synchronized (this) {
            leave();
            Claim held = claim;
            Members sharing = members;
            claim = null;
            members = null;
            if (held != null) {
                giveUp(held);
            }
            if (sharing != null) {
                sharing.leave();
            }
        }
    }
}
