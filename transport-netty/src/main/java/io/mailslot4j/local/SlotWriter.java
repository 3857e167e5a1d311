package io.mailslot4j.local;

import io.mailslot4j.LocalDeliveryException;
import io.mailslot4j.MailslotClosedException;
import io.mailslot4j.MailslotException;
import io.mailslot4j.NoSuchMailslotException;
import io.mailslot4j.delivery.LocalPut;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this process writes to one slot that another reads: one message after the other, each answered before the next. So
 * order is kept, and nothing is ever put twice: when a connection breaks in the middle, the writer is told. Thread-safe.
 */
final class SlotWriter {
    private static final Logger LOG = LoggerFactory.getLogger("io.mailslot4j.local");

    private final Path socket;
    private final String name;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable SlotConnection connection;
    private volatile boolean retired;
    private volatile boolean closed;

    /** @param name the slot, for errors */
    SlotWriter(Path socket, String name, Duration patience) {
        this.socket = socket;
        this.name = name;
        this.patience = patience;
    }

    /**
     * Puts a message, unless nobody reads the slot.
     *
     * @throws NoSuchMailslotException if the reader ends in the middle of it
     * @throws LocalDeliveryException if the reader does not answer, or we are interrupted before it does
     * @throws MailslotClosedException if this is closed before it does
     */
    Optional<LocalAnswer> put(LocalPut put) {
        // An interrupt of before is not for us, and would keep us from connecting.
        boolean interrupted = Thread.interrupted();
        awaitTurn();
        try {
            checkOpen();
            Optional<SlotConnection> open = connected();
            return open.isEmpty() ? Optional.empty() : Optional.of(exchange(open.get(), put));
        } catch (IOException e) {
            disconnect();
            interrupted |= e instanceof InterruptedIOException
                    || Thread.currentThread().isInterrupted();
            throw failure(e, interrupted);
        } finally {
            if (retired) {
                disconnect();
            }
            lock.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Those before may wait for a reader that is stopped. */
    private void awaitTurn() {
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalDeliveryException(
                    "interrupted while others put messages into " + name + ": this one was not put", e);
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new MailslotClosedException(name);
        }
    }

    private MailslotException failure(IOException e, boolean interrupted) {
        if (interrupted) {
            return new LocalDeliveryException(
                    "interrupted before the reader of " + name + " took a message: whether it did is not known", e);
        }
        if (closed) {
            return new MailslotClosedException(name);
        }
        return e instanceof ProtocolException
                ? new LocalDeliveryException("the reader of " + name + " takes no message: " + e.getMessage(), e)
                : NoSuchMailslotException.endedMeanwhile(name);
    }

    private static LocalAnswer exchange(SlotConnection open, LocalPut put) throws IOException {
        Frames.Greeting greeting = open.greeting();
        return new LocalAnswer(open.put(put), greeting.maxMessage(), greeting.capacity());
    }

    private Optional<SlotConnection> connected() throws IOException {
        SlotConnection known = connection;
        if (known != null) {
            if (!known.isOver()) {
                return Optional.of(known);
            }
            disconnect();
        }
        if (!Claim.isSocket(socket)) {
            return Optional.empty();
        }
        try {
            SlotConnection opened = SlotConnection.open(socket, patience, () -> closed);
            // Known to whoever closes this, before we wait.
            connection = opened;
            if (closed) {
                throw new AsynchronousCloseException();
            }
            opened.greeting();
            return Optional.of(opened);
        } catch (ProtocolException | InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            disconnect();
            if (closed) {
                throw e;
            }
            // Nobody: what a dead reader has left behind, or a reader that is just ending.
            return Optional.empty();
        }
    }

    private void disconnect() {
        SlotConnection known = connection;
        connection = null;
        if (known != null) {
            try {
                known.close();
            } catch (IOException e) {
                LOG.debug("closing the connection with the reader of {}", name, e);
            }
        }
    }

    /** Ends the connection as soon as nobody needs it. */
    void retire() {
        retired = true;
        if (lock.tryLock()) {
            try {
                disconnect();
            } finally {
                lock.unlock();
            }
        }
    }

    /** Ends the connection, and whoever waits for an answer or for their turn. */
    void close() {
        closed = true;
        disconnect();
    }
}
