package io.mailslot4j.nameservice;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A clock that stands still until a test moves it. */
final class VirtualTimers implements Timers {
    private final class Pending implements Timer {
        private final long at;
        private final long order = count++;
        private final Runnable action;

        Pending(long at, Runnable action) {
            this.at = at;
            this.action = action;
        }

        long at() {
            return at;
        }

        long order() {
            return order;
        }

        @Override
        public void cancel() {
            pending.remove(this);
        }
    }

    private final PriorityQueue<Pending> pending =
            new PriorityQueue<>(Comparator.comparingLong(Pending::at).thenComparingLong(Pending::order));
    private long now = Long.MAX_VALUE - 1_000_000;
    private long start = now;
    private long count;

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public Timer after(Duration delay, Runnable action) {
        Pending timer = new Pending(now + delay.toNanos() - start, action);
        pending.add(timer);
        return timer;
    }

    /** Lets time pass, and runs what falls due, in order. */
    void advance(Duration time) {
        long end = now - start + time.toNanos();
        while (!pending.isEmpty() && pending.peek().at() <= end) {
            Pending next = pending.remove();
            now = start + next.at();
            next.action.run();
        }
        now = start + end;
    }

    /** How much time has passed. */
    Duration elapsed() {
        return Duration.ofNanos(now - start);
    }

    /** How many actions are still to come. */
    int pending() {
        return pending.size();
    }
}
