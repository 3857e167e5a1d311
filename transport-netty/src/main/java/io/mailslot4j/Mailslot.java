package io.mailslot4j;

import io.mailslot4j.delivery.SlotQueue;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.mailslot.MailslotName;
import java.time.Duration;
import java.util.Iterator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A named one-way queue of messages. Whoever opens {@code \\.\mailslot\NAME} and reads gets what others write to that
 * name, on this machine and, with {@code \\COMPUTER\mailslot\NAME}, {@code \\DOMAIN\mailslot\NAME} or
 * {@code \\*\mailslot\NAME}, from the network.
 *
 * <p>A mailslot is for reading or for writing. A local one ({@code \\.\} or a bare path) is decided by its first use:
 * {@code get}, {@code receive}, {@code size}, {@code isEmpty}, {@code isFull} and the first step of an iteration make it a
 * reader, the first {@code put} that succeeds a writer. A use that fails decides nothing. Any other name is a writer from
 * the start. One machine has one reader of a name.
 *
 * <p>Nothing tells a writer whether its message arrived, and order is kept only as far as the network keeps it. All
 * methods are thread-safe; a message goes to one of the threads that wait.
 *
 * @param <T> the type of the messages
 */
public final class Mailslot<T> implements Iterable<T>, AutoCloseable {

    /** What a mailslot is for. */
    public enum Direction {
        /** Not yet decided. */
        UNDETERMINED,
        /** Reading. */
        READER,
        /** Writing. */
        WRITER
    }

    record Options<T>(
            MailslotName name,
            Serializer<T> serializer,
            int maxMessageSize,
            int capacity,
            Overflow overflow,
            Optional<Duration> timeout,
            Optional<MailslotNetwork> network) {}

    private final Options<T> options;
    private final ReentrantLock deciding = new ReentrantLock();
    private volatile Direction direction;
    private volatile @Nullable SlotQueue queue;
    private volatile @Nullable MailslotNetwork network;
    private volatile boolean closed;

    Mailslot(Options<T> options) {
        this.options = options;
        this.direction = options.name().isLocal() ? Direction.UNDETERMINED : Direction.WRITER;
    }

    /**
     * Opens a mailslot for text, with all defaults.
     *
     * @param name such as {@code LISTENER}, {@code \\*\mailslot\LISTENER} or {@code \\SERVER@192.0.2.7\mailslot\LOG}
     * @throws IllegalArgumentException if {@code name} is not the name of a mailslot
     */
    public static Mailslot<String> open(String name) {
        return builder(name).open();
    }

    /** Opens a mailslot with settings of its own. */
    public static MailslotBuilder<String> builder(String name) {
        return new MailslotBuilder<>(MailslotName.parse(name), Serializer.utf8());
    }

    /** The full name, such as {@code \\.\mailslot\LISTENER}. */
    public String name() {
        return options.name().toString();
    }

    /** What this mailslot is for, as far as that is decided. */
    public Direction direction() {
        return direction;
    }

    /**
     * Takes the oldest message; waits as long as the mailslot's own timeout says, which by default is for ever.
     *
     * @throws MailslotEmptyException if none comes in time
     * @throws MailslotClosedException if the mailslot is closed before
     * @throws MailslotUseException if this is a writer
     * @throws SerializerException if the message cannot be decoded; it is taken all the same
     */
    public T get() throws InterruptedException {
        return receive().payload();
    }

    /**
     * Takes the oldest message; waits no longer than {@code timeout}. Never gives up early.
     *
     * @param timeout zero does not wait
     */
    public T get(Duration timeout) throws InterruptedException {
        return receive(timeout).payload();
    }

    /** Takes the oldest message, which must be there. */
    public T getNow() {
        return receiveNow().payload();
    }

    /** As {@link #get()}, with the message's provenance. */
    public Message<T> receive() throws InterruptedException {
        if (options.timeout().isPresent()) {
            return receive(options.timeout().get());
        }
        SlotQueue reading = becomeReader();
        return decoded(reading.take(), reading);
    }

    /** As {@link #get(Duration)}, with the message's provenance. */
    public Message<T> receive(Duration timeout) throws InterruptedException {
        long nanos = SlotQueue.nanos(checked(timeout));
        SlotQueue reading = becomeReader();
        return decoded(reading.take(nanos), reading);
    }

    /** As {@link #getNow()}, with the message's provenance. */
    public Message<T> receiveNow() {
        SlotQueue reading = becomeReader();
        return decoded(reading.poll(), reading);
    }

    private Message<T> decoded(@Nullable Message<Octets> message, SlotQueue reading) {
        if (message == null) {
            throw reading.isClosed()
                    ? new MailslotClosedException(name())
                    : new MailslotEmptyException("no message in " + name());
        }
        try {
            return message.map(options.serializer()::decode);
        } catch (RuntimeException e) {
            throw new SerializerException(
                    "a message in " + name() + " of " + message.payload().size()
                            + " octets does not fit the serializer: " + e.getMessage(),
                    message.payload(),
                    e);
        }
    }

    /**
     * Sends a message.
     *
     * @throws MessageTooBigException if it does not fit; nothing is sent
     * @throws NoSuchMailslotException if the slot is local and nobody reads it. To the network nobody listening is no
     *     error.
     * @throws UnresolvedTargetException if nobody knows where the target is
     * @throws NetworkException if the system refuses to send
     * @throws MailslotUseException if this is a reader
     * @throws SerializerException if the message cannot be encoded; nothing is sent
     * @throws MailslotClosedException if the mailslot is closed
     */
    public void put(T message) {
        Objects.requireNonNull(message, "message");
        checkWritable();
        Octets payload = encoded(message);
        int limit = options.maxMessageSize();
        if (limit != SlotQueue.ANY_SIZE && payload.size() > limit) {
            throw new MessageTooBigException(name(), payload.size(), limit, "its maxMessageSize says so");
        }
        MailslotNetwork used = network;
        if (used != null && direction == Direction.WRITER) {
            used.put(options.name(), payload);
            return;
        }
        deciding.lock();
        try {
            checkWritable();
            network().put(options.name(), payload);
            direction = Direction.WRITER;
        } finally {
            deciding.unlock();
        }
    }

    private void checkWritable() {
        checkOpen();
        if (direction == Direction.READER) {
            throw new MailslotUseException(name() + " is a reader by its first use: open it again to write");
        }
    }

    private Octets encoded(T message) {
        try {
            return options.serializer().encode(message);
        } catch (RuntimeException e) {
            throw new SerializerException(
                    "a message to " + name() + " cannot be encoded: " + e.getMessage(), Octets.EMPTY, e);
        }
    }

    /** How many messages wait. */
    public int size() {
        return becomeReader().size();
    }

    /** Whether no message waits. */
    public boolean isEmpty() {
        return size() == 0;
    }

    /** Whether as many messages wait as may. */
    public boolean isFull() {
        return size() >= options.capacity();
    }

    /** What the reader's queue has seen. */
    public SlotCounters counters() {
        return becomeReader().counters();
    }

    /**
     * Takes messages as they come, until the mailslot is closed, none comes within its timeout, or the thread is
     * interrupted, which stays interrupted. Several iterators share the messages.
     *
     * @throws MailslotUseException if this is a writer
     */
    @Override
    public Iterator<T> iterator() {
        if (direction == Direction.WRITER) {
            throw notReadable();
        }
        return new Messages<>(this);
    }

    /** The queue; decides the direction if that is open. */
    SlotQueue becomeReader() {
        SlotQueue reading = queue;
        if (reading != null && !closed) {
            return reading;
        }
        deciding.lock();
        try {
            checkOpen();
            if (direction == Direction.WRITER) {
                throw notReadable();
            }
            if (queue == null) {
                SlotQueue opened = new SlotQueue(options.capacity(), options.overflow(), options.maxMessageSize());
                network().openReader(options.name(), opened);
                queue = opened;
                direction = Direction.READER;
            }
            return Objects.requireNonNull(queue);
        } finally {
            deciding.unlock();
        }
    }

    private MailslotUseException notReadable() {
        return new MailslotUseException(
                options.name().isLocal()
                        ? name() + " is a writer by its first use: open it again to read"
                        : name() + " can only be written to: read \\\\.\\mailslot\\"
                                + options.name().path() + " on that machine");
    }

    private MailslotNetwork network() {
        MailslotNetwork current = network;
        if (current == null) {
            current = options.network().orElseGet(SharedNetwork::acquire);
            network = current;
        }
        return current;
    }

    private void checkOpen() {
        if (closed) {
            throw new MailslotClosedException(name());
        }
    }

    /**
     * Closes the mailslot for good; closing it again does nothing. Unread messages are discarded, and whoever waits for
     * one gets a {@link MailslotClosedException}.
     */
    @Override
    public void close() {
        deciding.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            MailslotNetwork used = network;
            SlotQueue reading = queue;
            if (used != null && reading != null) {
                used.closeReader(options.name(), reading);
            }
            if (used != null && options.network().isEmpty()) {
                SharedNetwork.release();
            }
        } finally {
            deciding.unlock();
        }
    }

    /** The full name and what it is for. */
    @Override
    public String toString() {
        return name() + (closed ? " (closed)" : " (" + direction.name().toLowerCase(Locale.ROOT) + ")");
    }

    static Duration checked(Duration timeout) {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("a timeout cannot be negative: " + timeout);
        }
        return timeout;
    }
}
