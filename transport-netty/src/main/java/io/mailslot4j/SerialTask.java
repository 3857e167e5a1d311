package io.mailslot4j;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** A task that never runs twice at a time: asked for while it runs, it runs once more. */
final class SerialTask {
    private final Runnable task;
    private final Executor executor;
    private final AtomicInteger asked = new AtomicInteger();

    SerialTask(Runnable task, Executor executor) {
        this.task = task;
        this.executor = executor;
    }

    void ask() {
        if (asked.getAndIncrement() == 0) {
            try {
                executor.execute(this::run);
            } catch (RuntimeException | Error e) {
                // It will not run: whoever asks next tries again.
                asked.set(0);
                throw e;
            }
        }
    }

    private void run() {
        int seen;
        do {
            seen = asked.get();
            task.run();
        } while (asked.addAndGet(-seen) != 0);
    }
}
