package io.mailslot4j;

import io.mailslot4j.delivery.SlotQueue;
import io.mailslot4j.delivery.WaitingMessage;
import io.mailslot4j.protocol.Octets;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The reading side of a mailslot: its queue, decoded. Thread-safe. */
final class SlotReader<T> {
    private final String name;
    private final SlotQueue queue;
    private final MessageCodec<T> codec;
    private final FutureMessages<T> futures = new FutureMessages<>(this);

    SlotReader(SlotQueue queue, MessageCodec<T> codec) {
        this.name = codec.name();
        this.queue = queue;
        this.codec = codec;
    }

    SlotQueue queue() {
        return queue;
    }

    /** The queue, unless nothing more can be read from it. */
    SlotQueue open() {
        if (queue.isAtEnd()) {
            throw new MailslotClosedException(name);
        }
        return queue;
    }

    /** Waits for ever if no timeout is given. */
    Message<T> receive(Optional<Duration> timeout) throws InterruptedException {
        return decoded(timeout.isEmpty() ? queue.take() : queue.take(SlotQueue.nanos(timeout.get())));
    }

    Message<T> receiveNow() {
        return decoded(queue.poll());
    }

    private Message<T> decoded(@Nullable Message<Octets> message) {
        if (message == null) {
            throw queue.isClosed()
                    ? new MailslotClosedException(name)
                    : new MailslotEmptyException("no message in " + name);
        }
        return codec.decode(message);
    }

    /** Takes the oldest message, or null if there is none. */
    @Nullable
    Message<T> poll() {
        Message<Octets> message = open().poll();
        return message == null ? null : codec.decode(message);
    }

    /** Takes the oldest message, or null if none comes in time. */
    @Nullable
    Message<T> poll(long nanos) throws InterruptedException {
        Message<Octets> message = queue.take(nanos);
        if (message == null) {
            open();
            return null;
        }
        return codec.decode(message);
    }

    CompletableFuture<Message<T>> next() {
        return futures.next();
    }

    OptionalInt nextSize() {
        WaitingMessage oldest = open().peek();
        return oldest == null ? OptionalInt.empty() : OptionalInt.of(oldest.size());
    }

    Optional<Message<T>> peek() {
        WaitingMessage oldest = open().peek();
        return oldest == null ? Optional.empty() : Optional.of(decode(oldest));
    }

    Message<T> decode(WaitingMessage waiting) {
        return codec.decode(waiting.message());
    }

    /**
     * Takes up to {@code most} of the messages that wait now. Each is taken only after it was decoded, so that one that
     * does not decode costs no other: it ends the work, and is taken when it is the first.
     *
     * @return how many
     */
    int drainTo(Collection<? super T> target, int most) {
        int taken = 0;
        for (int left = Math.min(most, open().size()); left > 0; left--) {
            WaitingMessage oldest = queue.peek();
            if (oldest == null) {
                break;
            }
            T payload;
            try {
                payload = decode(oldest).payload();
            } catch (SerializerException e) {
                if (taken == 0 && queue.take(oldest)) {
                    throw e;
                }
                break;
            }
            if (queue.take(oldest)) {
                target.add(payload);
                taken++;
            }
        }
        return taken;
    }
}
