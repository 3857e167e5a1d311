package io.mailslot4j;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A message to come. It is taken from its queue only while nobody can cancel or complete this future in another way, so
 * that a future which ends otherwise costs no message.
 */
final class FutureMessage<T> extends CompletableFuture<Message<T>> {
    private final Consumer<FutureMessage<T>> whenSettled;
    private final ReentrantLock settling = new ReentrantLock();
    private boolean settled;

    FutureMessage(Consumer<FutureMessage<T>> whenSettled) {
        this.whenSettled = whenSettled;
    }

    /** Takes the next message, unless this future has ended; false if there is none yet. */
    boolean receive(SlotReader<T> reader) {
        Message<T> message;
        settling.lock();
        try {
            if (settled) {
                return true;
            }
            message = reader.poll();
            if (message == null) {
                return false;
            }
            settled = true;
        } catch (MailslotException e) {
            settled = true;
            whenSettled.accept(this);
            super.completeExceptionally(e);
            return true;
        } finally {
            settling.unlock();
        }
        whenSettled.accept(this);
        super.complete(message);
        return true;
    }

    /** Whether the caller is the one who may end this. */
    private boolean settle() {
        settling.lock();
        try {
            if (settled) {
                return false;
            }
            settled = true;
        } finally {
            settling.unlock();
        }
        whenSettled.accept(this);
        return true;
    }

    @Override
    public boolean complete(Message<T> value) {
        return settle() && super.complete(value);
    }

    @Override
    public boolean completeExceptionally(Throwable cause) {
        return settle() && super.completeExceptionally(cause);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        return settle() ? super.cancel(mayInterruptIfRunning) : isCancelled();
    }

    @Override
    public CompletableFuture<Message<T>> completeAsync(Supplier<? extends Message<T>> supplier, Executor executor) {
        executor.execute(() -> {
            try {
                complete(supplier.get());
            } catch (Throwable e) {
                completeExceptionally(e);
            }
        });
        return this;
    }

    @Override
    public void obtrudeValue(Message<T> value) {
        settle();
        super.obtrudeValue(value);
    }

    @Override
    public void obtrudeException(Throwable cause) {
        settle();
        super.obtrudeException(cause);
    }
}
