package io.mailslot4j.delivery;

import io.mailslot4j.Message;
import io.mailslot4j.Overflow;
import io.mailslot4j.SlotCounters;
import io.mailslot4j.protocol.Octets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The bounded queue of one reader: first in, first out, each message to one taker. Thread-safe.
 *
 * <p>Adding and waking are two steps: waking a thread costs more than everything else about a message, so whoever adds
 * many wakes once.
 */
public final class SlotQueue {
    /** What became of a message that was offered. */
    public enum Offer {
        /** It waits in the queue. */
        ACCEPTED,
        /** It waits in the queue, and the oldest one is lost. */
        ACCEPTED_FOR_OLDEST,
        /** It is lost, because the queue is full. */
        FULL,
        /** It is lost, because it is longer than the reader allows. */
        TOO_BIG,
        /** It is lost, because the reader has closed. */
        CLOSED
    }

    /** No limit of the reader's own on the length of a message. */
    public static final int ANY_SIZE = 0;

    private final int capacity;
    private final Overflow overflow;
    private final int maxMessageSize;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<Message<Octets>> waiting = new ArrayDeque<>();
    private int takers;
    private boolean closed;
    private long received;
    private long taken;
    private long dropped;
    private long tooBig;

    /**
     * @param capacity messages that may wait, 1 or more
     * @param maxMessageSize octets that a message may have, or {@link #ANY_SIZE}
     */
    public SlotQueue(int capacity, Overflow overflow, int maxMessageSize) {
        this.capacity = capacity;
        this.overflow = overflow;
        this.maxMessageSize = maxMessageSize;
    }

    /** Adds a message without waking anybody; {@link #wake()} must follow. */
    public Offer offer(Message<Octets> message) {
        lock.lock();
        try {
            if (closed) {
                return Offer.CLOSED;
            }
            received++;
            if (maxMessageSize != ANY_SIZE && message.payload().size() > maxMessageSize) {
                tooBig++;
                return Offer.TOO_BIG;
            }
            if (waiting.size() < capacity) {
                waiting.add(message);
                return Offer.ACCEPTED;
            }
            dropped++;
            if (overflow != Overflow.DROP_OLDEST) {
                return Offer.FULL;
            }
            waiting.remove();
            waiting.add(message);
            return Offer.ACCEPTED_FOR_OLDEST;
        } finally {
            lock.unlock();
        }
    }

    /** Wakes whoever waits for what was added. */
    public void wake() {
        lock.lock();
        try {
            for (int i = Math.min(takers, waiting.size()); i > 0; i--) {
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes the oldest message, or null if none comes within {@code nanos} or the queue is closed.
     *
     * @param nanos how long to wait; 0 or less does not wait
     */
    public @Nullable Message<Octets> take(long nanos) throws InterruptedException {
        long left = nanos;
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty() && !closed && left > 0) {
                takers++;
                try {
                    left = changed.awaitNanos(left);
                } finally {
                    takers--;
                }
            }
            return takeNow();
        } finally {
            lock.unlock();
        }
    }

    /** Takes the oldest message, waiting for ever, or null if the queue is closed. */
    public @Nullable Message<Octets> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty() && !closed) {
                takers++;
                try {
                    changed.await();
                } finally {
                    takers--;
                }
            }
            return takeNow();
        } finally {
            lock.unlock();
        }
    }

    /** Takes the oldest message if there is one. */
    public @Nullable Message<Octets> poll() {
        lock.lock();
        try {
            return takeNow();
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Message<Octets> takeNow() {
        Message<Octets> oldest = waiting.poll();
        if (oldest != null) {
            taken++;
        }
        return oldest;
    }

    /** How many messages wait. */
    public int size() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
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
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Discards what waits and wakes everybody. */
    public void close() {
        lock.lock();
        try {
            closed = true;
            waiting.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What has happened here so far. */
    public SlotCounters counters() {
        lock.lock();
        try {
            return new SlotCounters(received, taken, dropped, tooBig);
        } finally {
            lock.unlock();
        }
    }

    /** The time out of {@code take} for a duration; the longest there is for very long ones. */
    public static long nanos(Duration timeout) {
        return TimeUnit.NANOSECONDS.convert(timeout);
    }
}
