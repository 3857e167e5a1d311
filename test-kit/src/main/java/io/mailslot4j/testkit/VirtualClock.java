package io.mailslot4j.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A clock that stands still until a test moves it. Actions run in the thread that does. Not thread-safe. */
public final class VirtualClock implements InstantSource {
    private final PriorityQueue<Pending> pending =
            new PriorityQueue<>(Comparator.comparing(Pending::at).thenComparingLong(Pending::order));
    private Instant now = Instant.parse("2024-01-01T00:00:00Z");
    private long count;

    private record Pending(Instant at, long order, Runnable action) {}

    /** A clock at the start of 2024. */
    public VirtualClock() {}

    @Override
    public Instant instant() {
        return now;
    }

    /** Runs {@code action} once, {@code delay} from now. */
    public void after(Duration delay, Runnable action) {
        pending.add(new Pending(now.plus(delay), count++, action));
    }

    /** Lets time pass, and runs what falls due, in order. */
    public void advance(Duration time) {
        Instant end = now.plus(time);
        while (!pending.isEmpty() && !pending.peek().at().isAfter(end)) {
            Pending next = pending.remove();
            now = next.at();
            next.action().run();
        }
        now = end;
    }
}
