package io.mailslot4j.local;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Connects with a process that listens here. One that is stopped accepts nothing, and when its backlog is full the system
 * has us wait without an end; so we do not have it wait.
 */
final class LocalSocket {
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(5);

    private LocalSocket() {}

    /**
     * Connects. The channel does not block.
     *
     * @param patience how long the other may have no room for us
     * @param givenUp whether there is no use in waiting any longer
     * @throws ProtocolException if it has none for so long
     * @throws AsynchronousCloseException if it is given up
     * @throws InterruptedIOException if the thread is interrupted before
     * @throws IOException if nobody listens
     */
    static SocketChannel connect(Path socket, Duration patience, BooleanSupplier givenUp) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<SocketChannel> connected = tryConnect(socket);
            if (connected.isPresent()) {
                return connected.get();
            }
            if (System.nanoTime() - deadline >= 0) {
                throw new ProtocolException("it accepts no connection for " + patience.toSeconds() + " s");
            }
            LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException();
            }
            if (givenUp.getAsBoolean()) {
                throw new AsynchronousCloseException();
            }
        }
    }

    /** Whether anybody listens, even if there is no room for one more. */
    static boolean isListenedTo(Path socket) {
        try {
            Optional<SocketChannel> probe = tryConnect(socket);
            if (probe.isPresent()) {
                probe.get().close();
            }
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    /** Connects, or empty if there is no room now. */
    private static Optional<SocketChannel> tryConnect(Path socket) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        boolean connected = false;
        try {
            channel.configureBlocking(false);
            connected = channel.connect(UnixDomainSocketAddress.of(socket));
            return connected ? Optional.of(channel) : Optional.empty();
        } catch (ConnectException nobody) {
            throw nobody;
        } catch (SocketException e) {
            // Java tells that there is no room (EAGAIN) apart from what else can be wrong by the words only.
            if (Files.isWritable(socket)) {
                return Optional.empty();
            }
            throw e;
        } finally {
            if (!connected) {
                channel.close();
            }
        }
    }
}
