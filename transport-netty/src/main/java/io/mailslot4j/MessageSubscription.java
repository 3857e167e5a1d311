package io.mailslot4j;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the messages of a mailslot to one subscriber, as many as it asks for, one signal at a time. Thread-safe. */
final class MessageSubscription<T> implements Flow.Subscription {
    private static final Logger LOG = LoggerFactory.getLogger("io.mailslot4j.delivery");

    private final Mailslot<T> mailslot;
    private final AtomicLong demand = new AtomicLong();
    private final Executor executor;
    private final SerialTask emit;
    private final Runnable watcher;

    /** Null from the end on: nobody is held longer than needed. */
    private volatile Flow.@Nullable Subscriber<? super Message<T>> subscriber;

    private volatile @Nullable SlotReader<T> reader;
    private volatile boolean askedForNothing;

    MessageSubscription(Mailslot<T> mailslot, Flow.Subscriber<? super Message<T>> subscriber, Executor executor) {
        this.mailslot = mailslot;
        this.subscriber = subscriber;
        this.executor = executor;
        this.emit = new SerialTask(this::emit, executor);
        this.watcher = this::ask;
    }

    void start() {
        emit.ask();
    }

    @Override
    public void request(long count) {
        if (count <= 0) {
            askedForNothing = true;
        } else {
            demand.updateAndGet(now -> now > Long.MAX_VALUE - count ? Long.MAX_VALUE : now + count);
        }
        ask();
    }

    /** What an executor does not take now, it may take with the next message; one that has ended never will. */
    private void ask() {
        try {
            emit.ask();
        } catch (RejectedExecutionException e) {
            if (executor instanceof ExecutorService service && service.isShutdown()) {
                LOG.warn("a subscriber gets nothing more: its executor was shut down");
                cancel();
            } else {
                LOG.debug("a subscriber's executor takes no work, and is asked again with the next message", e);
            }
        }
    }

    @Override
    public void cancel() {
        subscriber = null;
        SlotReader<T> watched = reader;
        if (watched != null) {
            watched.queue().unwatch(watcher);
        }
    }

    private void emit() {
        try {
            Flow.Subscriber<? super Message<T>> to = subscriber;
            if (to != null && reader == null) {
                start(to);
            }
            for (to = subscriber; to != null; to = subscriber) {
                Message<T> next = next();
                if (next == null) {
                    break;
                }
                to.onNext(next);
            }
        } catch (RuntimeException | Error e) {
            // The subscriber's own: it must not throw, and gets nothing more.
            subscriber = null;
            throw e;
        } finally {
            if (subscriber == null) {
                cancel();
            }
        }
    }

    private void start(Flow.Subscriber<? super Message<T>> to) {
        to.onSubscribe(this);
        if (subscriber == null) {
            return;
        }
        try {
            SlotReader<T> opened = mailslot.reader();
            opened.queue().watch(watcher);
            reader = opened;
        } catch (MailslotClosedException e) {
            end(Flow.Subscriber::onComplete);
        } catch (MailslotException e) {
            end(last -> last.onError(e));
        }
    }

    /** What the subscriber gets now; null if nothing is there, not asked for, or this has ended. */
    private @Nullable Message<T> next() {
        SlotReader<T> from = reader;
        if (from == null) {
            return null;
        }
        if (askedForNothing) {
            end(last -> last.onError(new IllegalArgumentException(
                    "a subscriber must ask for 1 message or more (Reactive Streams rule 3.9)")));
            return null;
        }
        try {
            boolean wanted = demand.get() > 0;
            Message<T> next = wanted ? from.poll() : null;
            if (next != null) {
                demand.updateAndGet(now -> now == Long.MAX_VALUE ? now : now - 1);
            } else if (from.queue().isAtEnd()) {
                end(Flow.Subscriber::onComplete);
            }
            return next;
        } catch (MailslotClosedException e) {
            end(Flow.Subscriber::onComplete);
        } catch (MailslotException e) {
            end(last -> last.onError(e));
        }
        return null;
    }

    private void end(Consumer<Flow.Subscriber<? super Message<T>>> signal) {
        Flow.Subscriber<? super Message<T>> last = subscriber;
        subscriber = null;
        if (last != null) {
            signal.accept(last);
        }
    }
}
