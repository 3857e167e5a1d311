package io.mailslot4j.benchmarks.load;

import java.util.concurrent.TimeUnit;

/**
 * A thread that wants its core a thousand times a second, and almost nothing each time: when it gets it late, others had
 * it, or the host of a virtual machine. A run lasts so many milliseconds; its answer is the longest wait, in nanoseconds.
 */
final class Pauses implements Load {
    private static final long BETWEEN = TimeUnit.MILLISECONDS.toNanos(1);

    @Override
    public String run(long millis, Runnable running) throws InterruptedException {
        running.run();
        long last = System.nanoTime();
        long end = last + TimeUnit.MILLISECONDS.toNanos(millis);
        long longest = 0;
        while (last < end) {
            TimeUnit.NANOSECONDS.sleep(BETWEEN);
            long now = System.nanoTime();
            longest = Math.max(longest, now - last - BETWEEN);
            last = now;
        }
        return String.valueOf(longest);
    }
}
