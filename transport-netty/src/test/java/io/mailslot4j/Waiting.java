package io.mailslot4j;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** Calls that wait, seen from another thread. */
final class Waiting {
    private Waiting() {}

    /** Makes {@code call} in a thread of its own, and returns as soon as that waits. */
    static <T> CompletableFuture<T> in(Callable<T> call) {
        CompletableFuture<T> result = new CompletableFuture<>();
        inThread(call, result);
        return result;
    }

    /** As {@link #in}, with the thread. */
    static <T> Thread inThread(Callable<T> call, CompletableFuture<T> result) {
        Thread thread = new Thread(() -> {
            try {
                result.complete(call.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        return thread;
    }
}
