package io.mailslot4j;

import io.mailslot4j.Mailslot.Direction;
import io.mailslot4j.delivery.SlotQueue;
import io.mailslot4j.protocol.Octets;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What one mailslot is used for: nothing yet, reading or writing, until it is closed. The first use that succeeds decides.
 * Thread-safe.
 */
final class SlotUse<T> {
    private final MailslotOptions<T> options;
    private final MessageCodec<T> codec;
    private final ReentrantLock deciding = new ReentrantLock();
    private volatile Direction direction;
    private volatile @Nullable SlotReader<T> reader;
    private volatile @Nullable MailslotNetwork network;
    private volatile boolean closed;

    SlotUse(MailslotOptions<T> options) {
        this.options = options;
        this.codec = new MessageCodec<>(options.name().toString(), options.serializer());
        this.direction = options.writer() ? Direction.WRITER : Direction.UNDETERMINED;
    }

    Direction direction() {
        return direction;
    }

    boolean isClosed() {
        return closed;
    }

    /** The reading side, also after closing; decides the direction if that is open. */
    SlotReader<T> reader() {
        SlotReader<T> reading = reader;
        if (reading != null) {
            return reading;
        }
        deciding.lock();
        try {
            checkOpen();
            checkReadable();
            reading = reader;
            if (reading == null) {
                SlotQueue queue = options.queue();
                network().openReader(options.name(), queue);
                reading = new SlotReader<>(queue, codec);
                reader = reading;
                direction = Direction.READER;
            }
            return reading;
        } finally {
            deciding.unlock();
        }
    }

    /** The reading side if there is one; decides nothing. */
    @Nullable
    SlotReader<T> readerIfAny() {
        return reader;
    }

    void checkReadable() {
        if (direction == Direction.WRITER) {
            throw new MailslotUseException(
                    options.name().isLocal()
                            ? codec.name() + " is a writer by its first use: open it again to read"
                            : codec.name() + " can only be written to: read \\\\.\\mailslot\\"
                                    + options.name().path() + " on that machine");
        }
    }

    void put(T message) {
        checkWritable();
        Octets payload = codec.encode(message);
        int limit = options.maxMessageSize();
        if (limit != SlotQueue.ANY_SIZE && payload.size() > limit) {
            throw new MessageTooBigException(codec.name(), payload.size(), limit, "its maxMessageSize says so");
        }
        // Without the lock: another process may keep us waiting, and close must not wait for it.
        send(payload);
        if (direction == Direction.UNDETERMINED) {
            becomeWriter();
        }
    }

    private void becomeWriter() {
        deciding.lock();
        try {
            if (direction == Direction.UNDETERMINED) {
                direction = Direction.WRITER;
            }
        } finally {
            deciding.unlock();
        }
    }

    private void send(Octets payload) {
        try {
            network().put(options.name(), payload);
        } catch (MailslotException e) {
            // Whoever closes this meanwhile may have closed what it needs.
            checkOpen();
            throw e;
        }
    }

    private void checkWritable() {
        checkOpen();
        if (direction == Direction.READER) {
            throw new MailslotUseException(codec.name() + " is a reader by its first use: open it again to write");
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new MailslotClosedException(codec.name());
        }
    }

    private MailslotNetwork network() {
        MailslotNetwork current = network;
        if (current != null) {
            return current;
        }
        deciding.lock();
        try {
            checkOpen();
            current = network;
            if (current == null) {
                current = options.network().orElseGet(SharedNetwork::acquire);
                network = current;
            }
            return current;
        } finally {
            deciding.unlock();
        }
    }

    /** Without the lock, too: closing may wait for the thread that brings messages, and that for whoever has the lock. */
    void close() {
        if (!closeOnce()) {
            return;
        }
        MailslotNetwork used = network;
        SlotReader<T> reading = reader;
        if (used != null && reading != null) {
            used.closeReader(options.name(), reading.queue());
        }
        if (used != null && options.network().isEmpty()) {
            SharedNetwork.release();
        }
    }

    /** From here on nothing is opened any more. */
    private boolean closeOnce() {
        deciding.lock();
        try {
            boolean first = !closed;
            closed = true;
            return first;
        } finally {
            deciding.unlock();
        }
    }
}
