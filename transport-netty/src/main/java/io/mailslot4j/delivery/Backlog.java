package io.mailslot4j.delivery;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages that wait, oldest first: so many, and so many octets in all. One message fits whatever its length. */
final class Backlog {
    private final ArrayDeque<WaitingMessage> messages = new ArrayDeque<>();
    private final int mostMessages;
    private final long mostOctets;
    private long octets;

    Backlog(int mostMessages, long mostOctets) {
        this.mostMessages = mostMessages;
        this.mostOctets = mostOctets;
    }

    boolean hasRoomFor(WaitingMessage message) {
        return messages.isEmpty() || (messages.size() < mostMessages && octets + message.size() <= mostOctets);
    }

    void add(WaitingMessage message) {
        messages.add(message);
        octets += message.size();
    }

    @Nullable
    WaitingMessage peek() {
        return messages.peek();
    }

    @Nullable
    WaitingMessage poll() {
        WaitingMessage oldest = messages.poll();
        if (oldest != null) {
            octets -= oldest.size();
        }
        return oldest;
    }

    /** Takes this very message out, if it is there. Quick for the oldest. */
    @SuppressWarnings("ReferenceEquality") // Two messages with the same content are two.
    boolean remove(WaitingMessage wanted) {
        for (Iterator<WaitingMessage> i = messages.iterator(); i.hasNext(); ) {
            if (i.next() == wanted) {
                i.remove();
                octets -= wanted.size();
                return true;
            }
        }
        return false;
    }

    List<WaitingMessage> snapshot() {
        return List.copyOf(messages);
    }

    boolean isEmpty() {
        return messages.isEmpty();
    }

    int size() {
        return messages.size();
    }

    void clear() {
        messages.clear();
        octets = 0;
    }
}
