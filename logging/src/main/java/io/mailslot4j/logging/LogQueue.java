package io.mailslot4j.logging;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The lines that wait to be sent. Where some found no room, a line that says so takes their place. Thread-safe. */
final class LogQueue {
    private record Line(String text, long lostBefore) {}

    private final int capacity;
    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Line> lines = new ArrayDeque<>();
    private long lost;
    private boolean finished;

    LogQueue(int capacity) {
        this.capacity = capacity;
    }

    /** Adds a line if there is room; never waits for it. */
    void add(String text) {
        lock.lock();
        try {
            if (finished) {
                return;
            }
            if (lines.size() >= capacity) {
                lost++;
                return;
            }
            lines.add(new Line(text, lost));
            lost = 0;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more lines from now on. */
    void finish() {
        lock.lock();
        try {
            finished = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** The next line, as soon as there is one; null if there will be none. */
    @Nullable
    String take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (lines.isEmpty() && !finished) {
                changed.await();
            }
            Line next = lines.poll();
            if (next == null) {
                return lost == 0 ? null : report(nothingMore());
            }
            if (next.lostBefore() == 0) {
                return next.text();
            }
            lines.addFirst(new Line(next.text(), 0));
            return report(next.lostBefore());
        } finally {
            lock.unlock();
        }
    }

    private long nothingMore() {
        long before = lost;
        lost = 0;
        return before;
    }

    private static String report(long lost) {
        return lost + (lost == 1 ? " line" : " lines") + " lost here: more was logged than could be sent";
    }

    /** How many lines there were and will not be sent: they wait, or found no room. */
    long unsent() {
        lock.lock();
        try {
            return lines.stream().mapToLong(line -> 1 + line.lostBefore()).sum() + lost;
        } finally {
            lock.unlock();
        }
    }
}
