package io.mailslot4j.delivery;

import io.mailslot4j.Message;
import io.mailslot4j.Overflow;
import io.mailslot4j.SlotCounters;
import io.mailslot4j.protocol.Octets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The bounded queue of one reader: first in, first out, each message to one taker. Thread-safe.
 *
 * <p>Adding and waking are two steps: waking a thread costs more than everything else about a message, so whoever adds
 * many wakes once.
 *
 * <p>One taker can wait in {@code take}; who waits for several queues watches them.
 */
public final class SlotQueue {
    /** No limit of the reader's own on the length of a message. */
    public static final int ANY_SIZE = 0;

    private final int capacity;
    private final Overflow overflow;
    private final int maxMessageSize;
    private final boolean keepUnread;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Backlog waiting;
    private final Watchers watchers = new Watchers();
    private int takers;
    private boolean closed;
    private long taken;
    private long dropped;
    private long tooBig;
    private long duplicates;
    private long discarded;

    /** A queue that discards what is unread when it is closed. */
    public SlotQueue(int capacity, Overflow overflow, int maxMessageSize) {
        this(capacity, overflow, maxMessageSize, false);
    }

    /**
     * @param capacity messages that may wait, 1 or more
     * @param maxMessageSize octets that a message may have, or {@link #ANY_SIZE}
     * @param keepUnread whether what waits when this is closed can still be taken
     */
    public SlotQueue(int capacity, Overflow overflow, int maxMessageSize, boolean keepUnread) {
        this(capacity, overflow, maxMessageSize, keepUnread, Backlog.of(capacity));
    }

    SlotQueue(int capacity, Overflow overflow, int maxMessageSize, boolean keepUnread, Backlog waiting) {
        this.capacity = capacity;
        this.overflow = overflow;
        this.maxMessageSize = maxMessageSize;
        this.keepUnread = keepUnread;
        this.waiting = waiting;
    }

    /** Adds a message without waking anybody; {@link #wake()} must follow. */
    public Offer offer(Message<Octets> message) {
        return offer(message, Copies.NONE);
    }

    /** Adds a message whose copies are counted without waking anybody; {@link #wake()} must follow. */
    public Offer offer(Message<Octets> message, Copies copies) {
        lock.lock();
        try {
            Offer refused = refusal(message.payload().size());
            if (refused != null) {
                return refused;
            }
            int displaced = 0;
            while (!waiting.hasRoomFor(message.payload().size())) {
                waiting.poll();
                displaced++;
            }
            dropped += displaced;
            waiting.add(message, copies);
            return displaced == 0 ? Offer.ACCEPTED : new Offer(Offer.Outcome.ACCEPTED, displaced);
        } finally {
            lock.unlock();
        }
    }

    /** As an offer of a message of so many octets, but if it would not be lost, nothing happens: null. */
    @Nullable
    Offer refuse(int octets) {
        return locked(() -> refusal(octets));
    }

    private @Nullable Offer refusal(int octets) {
        if (closed) {
            return Offer.CLOSED;
        }
        if (maxMessageSize != ANY_SIZE && octets > maxMessageSize) {
            tooBig++;
            return Offer.TOO_BIG;
        }
        if (overflow != Overflow.DROP_OLDEST && !waiting.hasRoomFor(octets)) {
            dropped++;
            return Offer.FULL;
        }
        return null;
    }

    /** A further copy of a message came, and was not added. */
    public void countDuplicate() {
        locked(() -> duplicates++);
    }

    /** Wakes whoever waits for what was added. */
    public void wake() {
        boolean ready;
        lock.lock();
        try {
            ready = !waiting.isEmpty();
            for (int i = Math.min(takers, waiting.size()); i > 0; i--) {
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
        if (ready) {
            watchers.call();
        }
    }

    /**
     * Calls {@code watcher} after each {@link #wake()} that finds a message, when this is closed, and when what was kept then
     * has been taken. Called without the lock, by the thread that does so: it must be quick.
     */
    public void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    /** Ends what {@link #watch} began. */
    public void unwatch(Runnable watcher) {
        watchers.remove(watcher);
    }

    /** Whether a taker would not wait: a message is there, or none will come. */
    public boolean isReady() {
        return locked(() -> closed || !waiting.isEmpty());
    }

    /**
     * Takes the oldest message, or null if none comes within {@code nanos} or the queue is closed.
     *
     * @param nanos how long to wait; 0 or less does not wait
     */
    public @Nullable Message<Octets> take(long nanos) throws InterruptedException {
        long left = nanos;
        Message<Octets> oldest;
        lockToTake(left > 0);
        try {
            while (waiting.isEmpty() && !closed && left > 0) {
                takers++;
                try {
                    left = changed.awaitNanos(left);
                } finally {
                    takers--;
                }
            }
            oldest = takeNow();
        } finally {
            lock.unlock();
        }
        tellOfEnd(oldest != null);
        return oldest;
    }

    /** Takes the oldest message, waiting for ever, or null if the queue is closed. */
    public @Nullable Message<Octets> take() throws InterruptedException {
        Message<Octets> oldest;
        lockToTake(true);
        try {
            while (waiting.isEmpty() && !closed) {
                takers++;
                try {
                    changed.await();
                } finally {
                    takers--;
                }
            }
            oldest = takeNow();
        } finally {
            lock.unlock();
        }
        tellOfEnd(oldest != null);
        return oldest;
    }

    /** Lets others go first, if it is to wait: what they bring at once costs no sleep and no waking. */
    @SuppressWarnings("ThreadPriorityCheck") // Nothing depends on whether the scheduler listens.
    private void lockToTake(boolean toWait) throws InterruptedException {
        lock.lockInterruptibly();
        if (toWait && waiting.isEmpty() && !closed) {
            lock.unlock();
            Thread.yield();
            lock.lockInterruptibly();
        }
    }

    /** Takes the oldest message if there is one. */
    public @Nullable Message<Octets> poll() {
        Message<Octets> oldest = locked(this::takeNow);
        tellOfEnd(oldest != null);
        return oldest;
    }

    private @Nullable Message<Octets> takeNow() {
        Message<Octets> oldest = waiting.poll();
        taken += oldest == null ? 0 : 1;
        return oldest;
    }

    /** Whoever takes the last of what was kept tells those who watch: they would wait for it for ever. */
    private void tellOfEnd(boolean tookOne) {
        if (tookOne && keepUnread && isAtEnd()) {
            watchers.call();
        }
    }

    /** The oldest message, which stays. */
    public @Nullable WaitingMessage peek() {
        return locked(waiting::peek);
    }

    /** All that wait now, oldest first. */
    public List<WaitingMessage> snapshot() {
        return locked(waiting::snapshot);
    }

    /** Takes this very message; false if another was quicker. Quick for the oldest. */
    public boolean take(WaitingMessage wanted) {
        boolean found = locked(() -> {
            boolean there = waiting.remove(wanted);
            taken += there ? 1 : 0;
            return there;
        });
        tellOfEnd(found);
        return found;
    }

    /**
     * Takes those of these very messages that nobody else was quicker to take, all at once.
     *
     * @return how many
     */
    public int takeAll(List<WaitingMessage> wanted) {
        int found = locked(() -> {
            int there = waiting.removeAll(wanted);
            taken += there;
            return there;
        });
        tellOfEnd(found > 0);
        return found;
    }

    /** How many messages wait. */
    public int size() {
        return locked(waiting::size);
    }

    /** How many messages may wait. */
    public int capacity() {
        return capacity;
    }

    /** What becomes of messages that find no room. */
    public Overflow overflow() {
        return overflow;
    }

    /** The reader's own limit on the length of a message, or {@link #ANY_SIZE}. */
    public int maxMessageSize() {
        return maxMessageSize;
    }

    /** Whether {@link #close()} was called. */
    public boolean isClosed() {
        return locked(() -> closed);
    }

    /** Whether this is closed, and nothing is left that could still be taken. */
    public boolean isAtEnd() {
        return locked(() -> closed && waiting.isEmpty());
    }

    /** Takes no more, discards what waits unless it is to be kept, and wakes everybody. */
    public void close() {
        lock.lock();
        try {
            closed = true;
            if (!keepUnread) {
                discarded += waiting.size();
                waiting.clear();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        watchers.call();
    }

    /** What has happened here so far. */
    public SlotCounters counters() {
        return locked(() -> {
            long received = waiting.size() + taken + dropped + tooBig + discarded;
            return new SlotCounters(received, taken, dropped, tooBig, duplicates, discarded);
        });
    }

    private <R extends @Nullable Object> R locked(Supplier<R> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** The time out of {@code take} for a duration; the longest there is for very long ones. */
    public static long nanos(Duration timeout) {
        return TimeUnit.NANOSECONDS.convert(timeout);
    }
}
