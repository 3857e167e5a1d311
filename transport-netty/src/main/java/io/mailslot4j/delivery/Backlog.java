package io.mailslot4j.delivery;

import io.mailslot4j.Message;
import io.mailslot4j.protocol.Octets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The messages that wait, oldest first: so many, and so many octets in all. One message fits whatever its length. */
final class Backlog {
    /** What the messages that wait may take in all: of memory that is full, a process ends. */
    private static final long MOST_OCTETS = Runtime.getRuntime().maxMemory() / 4;

    /** What a message takes of it besides its payload, roughly. Where many are short, this is most. */
    private static final int OVERHEAD = 256;

    /** Side by side, because an object for each pair would be a tenth of what a message takes. */
    private final ArrayDeque<Message<Octets>> messages = new ArrayDeque<>();

    private final ArrayDeque<Copies> copies = new ArrayDeque<>();
    private final int mostMessages;
    private final long mostOctets;
    private final int overhead;
    private long octets;

    /** @param overhead octets that each message counts besides its payload */
    Backlog(int mostMessages, long mostOctets, int overhead) {
        this.mostMessages = mostMessages;
        this.mostOctets = mostOctets;
        this.overhead = overhead;
    }

    /** So many messages, in a quarter of the memory that there is. */
    static Backlog of(int mostMessages) {
        return new Backlog(mostMessages, MOST_OCTETS, OVERHEAD);
    }

    /** @param size octets of a message */
    boolean hasRoomFor(int size) {
        return messages.isEmpty() || (messages.size() < mostMessages && octets + overhead + size <= mostOctets);
    }

    void add(Message<Octets> message, Copies ofIt) {
        messages.add(message);
        copies.add(ofIt);
        octets += overhead + message.payload().size();
    }

    @Nullable
    WaitingMessage peek() {
        return messages.isEmpty() ? null : new WaitingMessage(messages.element(), copies.element());
    }

    /** Takes the oldest, with the number of copies that have come until now. */
    @Nullable
    Message<Octets> poll() {
        Message<Octets> oldest = messages.poll();
        if (oldest == null) {
            return null;
        }
        octets -= overhead + oldest.payload().size();
        return copies.remove().addTo(oldest);
    }

    /** Takes this very message out, if it is there. Quick for the oldest. */
    boolean remove(WaitingMessage wanted) {
        Iterator<Copies> copiesOfNext = copies.iterator();
        for (Iterator<Message<Octets>> next = messages.iterator(); next.hasNext(); ) {
            copiesOfNext.next();
            if (wanted.isOf(next.next())) {
                next.remove();
                copiesOfNext.remove();
                octets -= overhead + wanted.size();
                return true;
            }
        }
        return false;
    }

    /** Takes these very messages out, as many as are there. Looks at each that waits once. */
    int removeAll(List<WaitingMessage> wanted) {
        Set<Message<Octets>> unwanted = Collections.newSetFromMap(new IdentityHashMap<>());
        wanted.forEach(w -> unwanted.add(w.original()));
        int before = messages.size();
        for (int left = before; left > 0; left--) {
            Message<Octets> next = messages.remove();
            Copies copiesOfNext = copies.remove();
            if (unwanted.contains(next)) {
                octets -= overhead + next.payload().size();
            } else {
                messages.add(next);
                copies.add(copiesOfNext);
            }
        }
        return before - messages.size();
    }

    List<WaitingMessage> snapshot() {
        List<WaitingMessage> all = new ArrayList<>(messages.size());
        Iterator<Copies> copiesOfNext = copies.iterator();
        messages.forEach(message -> all.add(new WaitingMessage(message, copiesOfNext.next())));
        return all;
    }

    boolean isEmpty() {
        return messages.isEmpty();
    }

    int size() {
        return messages.size();
    }

    void clear() {
        messages.clear();
        copies.clear();
        octets = 0;
    }
}
