package io.mailslot4j.benchmarks.load;

import java.util.concurrent.Semaphore;

/** Counts what one thread receives, for another that waits for so many. */
final class Arrivals {
    private final Semaphore reached = new Semaphore(0);
    private volatile long wanted = Long.MAX_VALUE;
    private volatile long count;

    /** One more; of one thread only. */
    void one() {
        long now = count + 1;
        count = now;
        if (now == wanted) {
            reached.release();
        }
    }

    long count() {
        return count;
    }

    /** Waits for {@code times} more; {@code waiting} is called when they may come. */
    void await(long times, Runnable waiting) throws InterruptedException {
        wanted = count + times;
        waiting.run();
        reached.acquire();
    }
}
