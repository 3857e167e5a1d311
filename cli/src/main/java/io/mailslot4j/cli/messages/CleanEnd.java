package io.mailslot4j.cli.messages;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets work end in its own way when the process is asked to, by Ctrl-C or SIGTERM: its thread is interrupted, and when
 * the work is done the process ends with exit code 0.
 */
final class CleanEnd {
    /** Giving up names at a WINS server that keeps silent takes five, and closing the sockets a little more. */
    private static final long PATIENCE_SECONDS = 12;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread worker = Thread.currentThread();

    private CleanEnd() {}

    /** Does {@code work} in this thread. */
    static void of(Runnable work) {
        CleanEnd end = new CleanEnd();
        Thread hook = new Thread(end::whenAsked, "clean end");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            work.run();
        } finally {
            end.done.countDown();
            forget(hook);
        }
    }

    private void whenAsked() {
        worker.interrupt();
        try {
            boolean inTime = done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            // The exit code would tell of the signal, but this is how a listener is meant to end.
            Runtime.getRuntime().halt(inTime ? 0 : 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // Then the hook goes on from here.
        }
    }
}
