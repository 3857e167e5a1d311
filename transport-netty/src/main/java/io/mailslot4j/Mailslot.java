package io.mailslot4j;

import io.mailslot4j.protocol.mailslot.MailslotName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A named one-way queue of messages. Whoever opens {@code \\.\mailslot\NAME} and reads gets what others write to that
 * name, on this machine and, with {@code \\COMPUTER\mailslot\NAME}, {@code \\DOMAIN\mailslot\NAME} or
 * {@code \\*\mailslot\NAME}, from the network.
 *
 * <p>A mailslot is for reading or for writing. A local one ({@code \\.\} or a bare path) is decided by its first use:
 * {@code get} and everything else that takes or counts messages, or waits for them, makes it a reader; the first
 * {@code put} that succeeds a writer. A use that fails decides nothing. Any other name is a writer from
 * the start. One machine has one reader of a name.
 *
 * <p>Nothing tells a writer whether its message arrived, and order is kept only as far as the network keeps it. All
 * methods are thread-safe; a message goes to one of the threads that wait.
 *
 * @param <T> the type of the messages
 */
public final class Mailslot<T> implements Iterable<T>, Selectable, AutoCloseable {

    /** What a mailslot is for. */
    public enum Direction {
        /** Not yet decided. */
        UNDETERMINED,
        /** Reading. */
        READER,
        /** Writing. */
        WRITER
    }

    /** As a timeout: waits until there is something, however long the mailslot's own timeout is. */
    public static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

    private final MailslotOptions<T> options;
    private final SlotUse<T> use;

    Mailslot(MailslotOptions<T> options) {
        this.options = options;
        this.use = new SlotUse<>(options);
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
        return use.direction();
    }

    /**
     * Takes the oldest message; waits as long as the mailslot's own timeout says, which by default is for ever.
     *
     * @throws MailslotEmptyException if none comes in time
     * @throws MailslotClosedException if the mailslot is closed before
     * @throws MailslotUseException if this is a writer
     * @throws MailslotInUseException if this is the first use, and the slot is read already
     * @throws RuntimeFolderException if this is the first use, and other processes could not reach the slot
     * @throws NetworkException if this is the first use, the network is required, and we cannot listen
     * @throws SerializerException if the message cannot be decoded; it is taken all the same
     */
    public T get() throws InterruptedException {
        return receive().payload();
    }

    /**
     * Takes the oldest message; waits no longer than {@code timeout}. Never gives up early, and ends with the exceptions of
     * {@link #get()}.
     *
     * @param timeout zero does not wait
     * @throws IllegalArgumentException if {@code timeout} is negative
     */
    public T get(Duration timeout) throws InterruptedException {
        return receive(timeout).payload();
    }

    /**
     * Takes the oldest message, which must be there; else ends with the exceptions of {@link #get()}, of which that of an
     * empty mailslot comes at once.
     */
    public T getNow() {
        return receiveNow().payload();
    }

    /** As {@link #get()}, with the message's provenance. */
    public Message<T> receive() throws InterruptedException {
        return reader().receive(options.timeout());
    }

    /** As {@link #get(Duration)}, with the message's provenance. */
    public Message<T> receive(Duration timeout) throws InterruptedException {
        return reader().receive(Optional.of(checked(timeout)));
    }

    /** As {@link #getNow()}, with the message's provenance. */
    public Message<T> receiveNow() {
        return reader().receiveNow();
    }

    /**
     * The next message, as soon as there is one; futures are served in the order in which they were asked for. One that ends
     * otherwise, such as by {@code cancel} or {@code orTimeout}, takes no message; one that merely nobody waits for any
     * longer, such as after {@code get(5, SECONDS)}, takes the next. Ends with the exceptions of {@link #get()} but that
     * of an empty mailslot, and in a thread of the common pool.
     */
    public CompletableFuture<Message<T>> receiveAsync() {
        return reader().next();
    }

    /**
     * The oldest message, which stays; empty if there is none.
     *
     * @throws MailslotClosedException if the mailslot is closed, and nothing is left to read
     * @throws SerializerException if the message cannot be decoded; it stays
     */
    public Optional<T> peek() {
        return reader().peek().map(Message::payload);
    }

    /** How many octets the oldest message has; empty if there is none. */
    public OptionalInt nextSize() {
        return reader().nextSize();
    }

    /**
     * Takes all messages that wait now, oldest first. One that cannot be decoded ends the list before it, and is thrown
     * when it is the first.
     */
    public List<T> drain() {
        List<T> all = new ArrayList<>();
        reader().drainTo(all, Integer.MAX_VALUE);
        return all;
    }

    /**
     * Sends a message. Waits until its target is found and, if the reader is in another process of this machine, until it
     * has the message. An interrupt ends that with an exception, and stays.
     *
     * @throws MessageTooBigException if it does not fit; nothing is sent
     * @throws MailslotFullException if the reader is local, full, and wants writers to be told ({@link Overflow#REJECT})
     * @throws LocalDeliveryException if the reader is local and did not say what became of the message
     * @throws RuntimeFolderException if the slot is local, and readers in other processes cannot be reached
     * @throws NoSuchMailslotException if the slot is local and nobody reads it. To the network nobody listening is no
     *     error.
     * @throws UnresolvedTargetException if nobody knows where the target is
     * @throws NetworkException if the system refuses to send; or the target is a group, no interface leads to it, and
     *     nobody reads it here
     * @throws MailslotUseException if this is a reader
     * @throws SerializerException if the message cannot be encoded; nothing is sent
     * @throws MailslotClosedException if the mailslot is closed
     */
    public void put(T message) {
        use.put(Objects.requireNonNull(message, "message"));
    }

    /**
     * How many messages wait.
     *
     * @throws MailslotClosedException if the mailslot is closed, and nothing is left to read
     */
    public int size() {
        return reader().open().size();
    }

    /** Whether no message waits. */
    public boolean isEmpty() {
        return size() == 0;
    }

    /** Whether as many messages wait as may. */
    public boolean isFull() {
        return size() >= capacity();
    }

    /** How many messages may wait. */
    public int capacity() {
        return options.capacity();
    }

    /** What the reader's queue has seen; also after it was closed. */
    public SlotCounters counters() {
        return reader().queue().counters();
    }

    /**
     * Takes messages as they come, until the mailslot is closed, none comes within its timeout, or the thread is
     * interrupted, which stays interrupted. Each is taken when {@code hasNext} finds it. Several iterators share the messages.
     *
     * @throws MailslotUseException if this is a writer
     */
    @Override
    public Iterator<T> iterator() {
        use.checkReadable();
        return new Messages<>(this);
    }

    /** {@link #iterator()} as a sequential stream. Closing it does not close the mailslot. */
    public Stream<T> stream() {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    /**
     * The waiting messages as a queue, for whoever expects one. It has all of {@link BlockingQueue} but what inserts, which
     * throws {@link UnsupportedOperationException}. Its iterators do not take messages, and show those that waited when they
     * were made. When the mailslot is closed, whatever would take or show a message throws {@link MailslotClosedException}.
     *
     * @throws MailslotUseException if this is a writer
     */
    public BlockingQueue<T> asBlockingQueue() {
        use.checkReadable();
        return new QueueView<>(this);
    }

    /** As {@link #publisher(Executor)}, in threads of the common pool. */
    public Flow.Publisher<Message<T>> publisher() {
        return publisher(ForkJoinPool.commonPool());
    }

    /**
     * The messages as a reactive stream, which completes when the mailslot is closed, was it ever used or not; it does not
     * end by its timeout.
     * Several subscribers share the messages, each of which goes to one that has asked. One that does not decode ends the
     * subscription that gets it with a {@link SerializerException}.
     *
     * @param executor calls the subscribers; while it refuses that, they get nothing, until the next message comes, and
     *     nothing more when it is an {@link java.util.concurrent.ExecutorService} that was shut down
     * @throws MailslotUseException if this is a writer
     */
    public Flow.Publisher<Message<T>> publisher(Executor executor) {
        use.checkReadable();
        return new MessagePublisher<>(this, executor);
    }

    /** Whether a message waits, or none will come because this is closed. */
    @Override
    public boolean isReady() {
        return reader().queue().isReady();
    }

    @Override
    public void watch(Runnable watcher) {
        reader().queue().watch(watcher);
    }

    @Override
    public void unwatch(Runnable watcher) {
        SlotReader<T> reading = use.readerIfAny();
        if (reading != null) {
            reading.queue().unwatch(watcher);
        }
    }

    /** The reading side; decides the direction if that is open. */
    SlotReader<T> reader() {
        return use.reader();
    }

    /**
     * Closes the mailslot for good; closing it again does nothing. Whoever waits for a message gets a
     * {@link MailslotClosedException}. Unread messages are discarded, unless they were to stay
     * ({@link MailslotBuilder#readableAfterClose}).
     */
    @Override
    public void close() {
        use.close();
    }

    /** The full name, what it is for, and its settings. */
    @Override
    public String toString() {
        return name() + " (" + (use.isClosed() ? "closed" : direction().name().toLowerCase(Locale.ROOT)) + ", "
                + options.describe() + ")";
    }

    static Duration checked(Duration timeout) {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("a timeout cannot be negative: " + timeout);
        }
        return timeout;
    }
}
