package io.mailslot4j;

import io.mailslot4j.delivery.SlotQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Waits for any of many mailslots, in one thread and without any thread of its own.
 *
 * <p>A member is ready as long as a message waits in it, so one that is not emptied is selected again. A closed one is
 * ready too, for ever: reading it says so, and then it should be removed. What each selection costs depends on how many
 * members are ready, not on how many there are.
 *
 * <p>All methods are thread-safe. Closing a selector closes none of its members.
 *
 * @param <S> what it waits for, such as {@code Mailslot<String>}
 */
public final class MailslotSelector<S extends Selectable> implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<S, Runnable> members = new HashMap<>();
    /** A member that is ready is always among these. */
    private final Set<S> maybeReady = new LinkedHashSet<>();

    private boolean closed;

    /** Waits for nothing yet. */
    public MailslotSelector() {}

    /**
     * Waits for {@code member} too; does nothing if it does so already. A mailslot becomes a reader by this, or ends with the
     * exceptions of {@link Mailslot#get()}.
     *
     * @throws MailslotUseException if the mailslot is a writer
     * @throws MailslotClosedException if this selector is closed, or the mailslot was before it was used
     */
    public void add(S member) {
        Runnable watcher = () -> mayBeReady(member);
        // Before it is a member, because watching may open sockets, which is nothing to do inside the lock.
        member.watch(watcher);
        boolean added = false;
        lock.lock();
        try {
            checkOpen();
            added = members.putIfAbsent(member, watcher) == null;
        } finally {
            lock.unlock();
            if (!added) {
                member.unwatch(watcher);
            }
        }
        mayBeReady(member);
    }

    /** Waits for {@code member} no longer; does nothing if it does not. */
    public void remove(S member) {
        Runnable watcher;
        lock.lock();
        try {
            watcher = members.remove(member);
            maybeReady.remove(member);
        } finally {
            lock.unlock();
        }
        if (watcher != null) {
            member.unwatch(watcher);
        }
    }

    private void mayBeReady(S member) {
        lock.lock();
        try {
            if (members.containsKey(member) && maybeReady.add(member)) {
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * The members that are ready; waits for ever until one is.
     *
     * @throws MailslotClosedException if this selector is or gets closed
     */
    public List<S> select() throws InterruptedException {
        return select(Mailslot.FOREVER);
    }

    /**
     * The members that are ready, those that have been for longest first; waits until one is, but not longer than
     * {@code timeout}, and never gives up early. Empty if none is in time.
     *
     * @param timeout zero does not wait
     * @throws MailslotClosedException if this selector is or gets closed
     */
    public List<S> select(Duration timeout) throws InterruptedException {
        long left = SlotQueue.nanos(Mailslot.checked(timeout));
        lock.lockInterruptibly();
        try {
            List<S> ready = ready();
            while (ready.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
                ready = ready();
            }
            return ready;
        } finally {
            lock.unlock();
        }
    }

    private List<S> ready() {
        checkOpen();
        List<S> ready = new ArrayList<>();
        for (S member : List.copyOf(maybeReady)) {
            // First forgotten, then asked: if it becomes ready in between, that is noted again.
            maybeReady.remove(member);
            if (member.isReady()) {
                maybeReady.add(member);
                ready.add(member);
            }
        }
        return ready;
    }

    private void checkOpen() {
        if (closed) {
            throw new MailslotClosedException("the selector");
        }
    }

    /** Forgets all members and wakes who selects; closing it again does nothing. */
    @Override
    public void close() {
        Map<S, Runnable> watched;
        lock.lock();
        try {
            closed = true;
            watched = Map.copyOf(members);
            members.clear();
            maybeReady.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        watched.forEach(Selectable::unwatch);
    }
}
