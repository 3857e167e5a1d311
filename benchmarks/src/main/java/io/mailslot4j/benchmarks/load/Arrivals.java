package io.mailslot4j.benchmarks.load;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what one thread receives, for another that waits for so many. */
final class Arrivals {
    private final Semaphore reached = new Semaphore(0);
    private volatile long wanted = Long.MAX_VALUE;
    private final AtomicLong count = new AtomicLong();

    /** One more; of one thread only. */
    void one() {
        long now = count.getPlain() + 1;
        count.setRelease(now);
        if (now == wanted) {
            reached.release();
        }
    }

    long count() {
        return count.get();
    }

    /** Waits for {@code times} more; {@code waiting} is called when they may come. */
    void await(long times, Runnable waiting) throws InterruptedException {
        wanted = count.get() + times;
        waiting.run();
        reached.acquire();
    }
}
