package io.mailslot4j;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;

/** A mailslot as a reactive stream; its subscribers share the messages. */
final class MessagePublisher<T> implements Flow.Publisher<Message<T>> {
    private final Mailslot<T> mailslot;
    private final Executor executor;

    MessagePublisher(Mailslot<T> mailslot, Executor executor) {
        this.mailslot = mailslot;
        this.executor = Objects.requireNonNull(executor, "executor");
    }

    @Override
    public void subscribe(Flow.Subscriber<? super Message<T>> subscriber) {
        Objects.requireNonNull(subscriber, "subscriber");
        new MessageSubscription<T>(mailslot, subscriber, executor).start();
    }
}
