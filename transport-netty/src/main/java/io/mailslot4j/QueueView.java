package io.mailslot4j;

import io.mailslot4j.delivery.SlotQueue;
import io.mailslot4j.delivery.WaitingMessage;
import java.util.AbstractQueue;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A reader's waiting messages as a queue that nobody inserts into. Thread-safe; iterators are not. */
final class QueueView<T> extends AbstractQueue<T> implements BlockingQueue<T> {
    private final Mailslot<T> mailslot;

    QueueView(Mailslot<T> mailslot) {
        this.mailslot = mailslot;
    }

    private SlotReader<T> reader() {
        return mailslot.reader();
    }

    private static <T> @Nullable T payload(@Nullable Message<T> message) {
        return message == null ? null : message.payload();
    }

    @Override
    public @Nullable T poll() {
        return payload(reader().poll());
    }

    @Override
    public @Nullable T poll(long timeout, TimeUnit unit) throws InterruptedException {
        return payload(reader().poll(unit.toNanos(timeout)));
    }

    @Override
    public T take() throws InterruptedException {
        return mailslot.get(Mailslot.FOREVER);
    }

    @Override
    public @Nullable T peek() {
        return mailslot.peek().orElse(null);
    }

    @Override
    public int size() {
        return mailslot.size();
    }

    /** How much room the queue has for what others put into it. */
    @Override
    public int remainingCapacity() {
        return Math.max(0, mailslot.capacity() - size());
    }

    @Override
    public int drainTo(Collection<? super T> target) {
        return drainTo(target, Integer.MAX_VALUE);
    }

    @Override
    public int drainTo(Collection<? super T> target, int most) {
        Objects.requireNonNull(target, "target");
        if (target instanceof QueueView<?> other && other.mailslot.equals(mailslot)) {
            throw new IllegalArgumentException("a queue cannot be drained into itself");
        }
        return reader().drainTo(target, most);
    }

    /** Takes what waits, whether it can be decoded or not. */
    @Override
    public void clear() {
        SlotQueue queue = reader().open();
        queue.takeAll(queue.snapshot());
    }

    /** A message that cannot be decoded equals nothing. */
    @Override
    public boolean contains(@Nullable Object wanted) {
        return waiting().stream().anyMatch(w -> matches(w, payload -> payload.equals(wanted)));
    }

    @Override
    public boolean remove(@Nullable Object wanted) {
        SlotQueue queue = reader().queue();
        return waiting().stream().anyMatch(w -> matches(w, payload -> payload.equals(wanted)) && queue.take(w));
    }

    /** Takes nothing if {@code filter} throws. */
    @Override
    public boolean removeIf(Predicate<? super T> filter) {
        SlotQueue queue = reader().queue();
        return queue.takeAll(waiting().stream().filter(w -> matches(w, filter)).toList()) > 0;
    }

    @Override
    public boolean removeAll(Collection<?> unwanted) {
        return removeIf(unwanted::contains);
    }

    @Override
    public boolean retainAll(Collection<?> wanted) {
        return removeIf(payload -> !wanted.contains(payload));
    }

    private List<WaitingMessage> waiting() {
        return reader().open().snapshot();
    }

    private boolean matches(WaitingMessage waiting, Predicate<? super T> filter) {
        try {
            return filter.test(reader().decode(waiting).payload());
        } catch (SerializerException e) {
            return false;
        }
    }

    @Override
    public Iterator<T> iterator() {
        return new Waiting(waiting().iterator());
    }

    /** Without a size, which what comes or goes meanwhile would make wrong. */
    @Override
    public Spliterator<T> spliterator() {
        return Spliterators.spliteratorUnknownSize(
                iterator(), Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.CONCURRENT);
    }

    /** Shows what waited when it was made, and takes only what it is told to. */
    private final class Waiting implements Iterator<T> {
        private final Iterator<WaitingMessage> rest;
        private @Nullable WaitingMessage last;

        Waiting(Iterator<WaitingMessage> rest) {
            this.rest = rest;
        }

        @Override
        public boolean hasNext() {
            return rest.hasNext();
        }

        @Override
        public T next() {
            if (!rest.hasNext()) {
                throw new NoSuchElementException("no more messages waited in " + mailslot.name());
            }
            WaitingMessage next = rest.next();
            last = next;
            return reader().decode(next).payload();
        }

        @Override
        public void remove() {
            WaitingMessage taken = last;
            if (taken == null) {
                throw new IllegalStateException("next must come before remove");
            }
            last = null;
            reader().queue().take(taken);
        }
    }

    private static UnsupportedOperationException onlyTaken() {
        return new UnsupportedOperationException("messages come from writers: put them into the slot by its name");
    }

    @Override
    public boolean add(T message) {
        throw onlyTaken();
    }

    @Override
    public boolean addAll(Collection<? extends T> messages) {
        throw onlyTaken();
    }

    @Override
    public boolean offer(T message) {
        throw onlyTaken();
    }

    @Override
    public boolean offer(T message, long timeout, TimeUnit unit) {
        throw onlyTaken();
    }

    @Override
    public void put(T message) {
        throw onlyTaken();
    }
}
