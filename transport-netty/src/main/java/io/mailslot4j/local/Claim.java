package io.mailslot4j.local;

import io.mailslot4j.RuntimeFolderException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileLock;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to a socket's name in a folder, which one process has at a time. It is a lock: whoever has it may remove what
 * a dead predecessor left under that name, and nobody else touches it. It ends with the process at the latest.
 */
final class Claim implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("io.mailslot4j.local");

    /** How long a lock may be held by one that neither listens nor stays: who looks for what the dead have left. */
    private static final int ATTEMPTS = 50;

    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(5);
    /** Connections that wait to be accepted. */
    private static final int BACKLOG = 512;

    private static final Set<Path> CLEANED = ConcurrentHashMap.newKeySet();

    private final Path socket;
    private final FileLock lock;
    private @Nullable ServerSocketChannel server;

    private Claim(Path socket, FileLock lock) {
        this.socket = socket;
        this.lock = lock;
    }

    /**
     * Takes the right to a name, if nobody has it.
     *
     * @throws RuntimeFolderException if the folder cannot be used, or something else than a socket has the name
     */
    static Optional<Claim> tryTake(Path folder, SocketName name) {
        // An interrupt of before is not for us, and would keep us from seeing who answers.
        boolean interrupted = Thread.interrupted();
        try {
            return tryOften(folder, name);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Optional<Claim> tryOften(Path folder, SocketName name) {
        Path socket = name.in(folder);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<FileLock> lock = Locks.tryLock(folder, name.number());
            if (lock.isPresent()) {
                return unlessUsed(new Claim(socket, lock.get()));
            }
            if (isUsed(socket)) {
                return Optional.empty();
            }
            LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
        }
        return Optional.empty();
    }

    /** Somebody may listen without the lock: a second copy of this library in a process, or one that is just ending. */
    private static Optional<Claim> unlessUsed(Claim claim) {
        boolean ours = false;
        try {
            if (isUsed(claim.socket)) {
                return Optional.empty();
            }
            claim.removeSocket();
            ours = true;
            return Optional.of(claim);
        } finally {
            if (!ours) {
                release(claim.lock);
            }
        }
    }

    private static boolean isUsed(Path socket) {
        return isSocket(socket) && LocalSocket.isListenedTo(socket);
    }

    /** Removes what dead processes have left in a folder; once in a process, since nothing believes it anyway. */
    static void removeLeftovers(Path folder) {
        if (!CLEANED.add(folder)) {
            return;
        }
        try (DirectoryStream<Path> sockets =
                Files.newDirectoryStream(folder, "*{" + SocketName.SLOT + "," + SocketName.PORT + "}")) {
            for (Path socket : sockets) {
                if (Files.readAttributes(socket, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                        .isOther()) {
                    SocketName.of(socket).flatMap(name -> tryTake(folder, name)).ifPresent(Claim::close);
                }
            }
        } catch (IOException | DirectoryIteratorException theyGoMeanwhile) {
            // Another process does the same, or the next one will.
        }
    }

    /** Whether a name is taken by a socket. Anything else there is not ours to remove. */
    static boolean isSocket(Path socket) {
        if (!Files.exists(socket, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try {
            BasicFileAttributes found =
                    Files.readAttributes(socket, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (found.isSymbolicLink() || found.isRegularFile() || found.isDirectory()) {
                throw RuntimeFolder.troubleWith(socket, "is not a socket");
            }
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    /**
     * Listens under the name. Connections wait until they are accepted.
     *
     * @throws RuntimeFolderException if that fails
     */
    ServerSocketChannel listen() {
        try {
            ServerSocketChannel opened = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server = opened;
            opened.bind(UnixDomainSocketAddress.of(socket), BACKLOG);
            return opened;
        } catch (IOException e) {
            close();
            throw new RuntimeFolderException("cannot listen on " + socket + ": " + e.getMessage(), e);
        }
    }

    /** Lets users connect who may enter the folder, but not write to it. */
    void admitGuests() {
        try {
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-rw-rw-"));
        } catch (IOException e) {
            throw new RuntimeFolderException("cannot let others connect to " + socket + ": " + e, e);
        }
    }

    Path socket() {
        return socket;
    }

    /**
     * Gives the name back. The socket's file goes first, so nobody finds it who does not have the right. If it cannot be
     * removed it stays, and nobody believes it: whoever closes has more to close.
     */
    @Override
    public void close() {
        if (!lock.isValid()) {
            return;
        }
        try (lock) {
            if (server != null) {
                server.close();
            }
            removeSocket();
        } catch (IOException | RuntimeFolderException e) {
            LOG.warn("giving a name back: {}", e.getMessage());
        }
    }

    private void removeSocket() {
        try {
            if (isSocket(socket)) {
                Files.deleteIfExists(socket);
            }
        } catch (IOException e) {
            throw new RuntimeFolderException("cannot remove " + socket + ": " + e, e);
        }
    }

    private static void release(FileLock lock) {
        try {
            lock.release();
        } catch (IOException e) {
            throw new RuntimeFolderException("cannot give back a lock: " + e.getMessage(), e);
        }
    }
}
