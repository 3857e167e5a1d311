package io.mailslot4j;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The messages of a reader as they come. Each is taken when {@code hasNext} finds it. Not thread-safe. */
final class Messages<T> implements Iterator<T> {
    private final Mailslot<T> reader;
    private @Nullable Message<T> next;

    Messages(Mailslot<T> reader) {
        this.reader = reader;
    }

    @Override
    public boolean hasNext() {
        if (next != null) {
            return true;
        }
        try {
            next = reader.receive();
            return true;
        } catch (MailslotEmptyException | MailslotClosedException end) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no more messages in " + reader.name());
        }
        Message<T> message = next;
        next = null;
        if (message == null) {
            throw new IllegalStateException("hasNext promised a message");
        }
        return message.payload();
    }
}
