package io.mailslot4j;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;

/** The futures that wait for messages of one reader, in the order in which they were asked for. Thread-safe. */
final class FutureMessages<T> {
    private final SlotReader<T> reader;
    private final AtomicBoolean watching = new AtomicBoolean();
    private final ConcurrentLinkedQueue<FutureMessage<T>> waiting = new ConcurrentLinkedQueue<>();
    /** In threads of the common pool: what hangs on a future must not hold up the thread that brings messages. */
    private final SerialTask deliver = new SerialTask(this::deliver, ForkJoinPool.commonPool());

    FutureMessages(SlotReader<T> reader) {
        this.reader = reader;
    }

    CompletableFuture<Message<T>> next() {
        if (watching.compareAndSet(false, true)) {
            reader.queue().watch(this::deliverSoon);
        }
        FutureMessage<T> next = new FutureMessage<>(waiting::remove);
        waiting.add(next);
        deliver.ask();
        return next;
    }

    private void deliverSoon() {
        if (!waiting.isEmpty()) {
            deliver.ask();
        }
    }

    private void deliver() {
        for (FutureMessage<T> next = waiting.peek(); next != null; next = waiting.peek()) {
            if (!next.receive(reader)) {
                return;
            }
            waiting.remove(next);
        }
    }
}
