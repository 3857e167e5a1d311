package io.mailslot4j.delivery;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.mailslot.MailslotName;
import io.mailslot4j.protocol.name.NetBiosName;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Recognises further copies of a group message. One broadcast may come several times: once for every interface or
 * protocol of the sender, or because a network repeats it.
 *
 * <p>A copy has the same sender name, destination, slot and payload, comes within the window, and has either the same
 * address with the same datagram id, or another address, which is then another interface of the sender. The same text
 * again from the same address with another id is a new message: a program may say a thing twice. An id that has gone
 * once round its 65,536 values is a new message too.
 *
 * <p>Bounded: beyond the capacity the oldest messages are forgotten first. Knows no clock. Thread-safe.
 */
public final class DuplicateWindow {
    /** How long Windows' own services look for copies (MailslotDuplicateTimeout). */
    public static final Duration DEFAULT_LENGTH = Duration.ofSeconds(2);
    /** How many messages are remembered unless told otherwise. */
    public static final int DEFAULT_CAPACITY = 8192;

    private static final int HALF_OF_ALL_IDS = 0x8000;
    private static final int IDS_REMEMBERED = 16;

    /** Knows its hash, which is needed three times: to look, to remember, and to forget. */
    private record Key(NetBiosName sender, NetBiosName destination, String slot, Octets payload, int hash) {
        static Key of(NetBiosName sender, NetBiosName destination, String slot, Octets payload) {
            String folded = MailslotName.fold(slot);
            int hash = 31 * (31 * sender.hashCode() + destination.hashCode()) + folded.hashCode();
            return new Key(sender, destination, folded, payload, 31 * hash + payload.hashCode());
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    private record Sighting(int id, long nanos, long arrival, Copies copies) {}

    /** One text, by the address that it came from first. */
    private record Seen(Ipv4Address address, ArrayDeque<Sighting> sightings) {}

    private final long lengthNanos;
    private final int capacity;
    private final LinkedHashMap<Key, Seen> texts = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Ipv4Address, Long> arrivals;

    /**
     * @param length how long a message is remembered; zero switches the window off
     * @param capacity how many
     */
    public DuplicateWindow(Duration length, int capacity) {
        this.lengthNanos = length.toNanos();
        this.capacity = capacity;
        this.arrivals = bounded(capacity);
    }

    private static Map<Ipv4Address, Long> bounded(int capacity) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Ipv4Address, Long> eldest) {
                return size() > capacity;
            }
        };
    }

    /** As {@link #remember}, for those who only ask whether a message is a copy. */
    public boolean isCopy(
            NetBiosName sender,
            NetBiosName destination,
            String slot,
            Octets payload,
            Ipv4Address address,
            int id,
            long nowNanos) {
        return remember(sender, destination, slot, payload, address, id, nowNanos)
                .isEmpty();
    }

    /**
     * Remembers a message and gives the count of its copies; or nothing if it is a copy itself, which is counted with the
     * message that came first.
     *
     * @param address where it came from
     * @param id its datagram id
     * @param nowNanos the time in nanoseconds on any clock that only goes forward
     */
    public synchronized Optional<Copies> remember(
            NetBiosName sender,
            NetBiosName destination,
            String slot,
            Octets payload,
            Ipv4Address address,
            int id,
            long nowNanos) {
        if (lengthNanos == 0) {
            return Optional.of(new Copies());
        }
        Sighting now = new Sighting(id, nowNanos, arrivals.merge(address, 1L, Long::sum), new Copies());
        Key key = Key.of(sender, destination, slot, payload);
        Seen seen = texts.get(key);
        if (seen != null) {
            forgetOld(seen.sightings(), nowNanos);
            if (!seen.sightings().isEmpty()) {
                Optional<Sighting> original = original(seen, address, now);
                if (original.isPresent()) {
                    original.get().copies().another();
                    return Optional.empty();
                }
                add(seen, now);
                return Optional.of(now.copies());
            }
        }
        Seen fresh = new Seen(address, new ArrayDeque<>(2));
        add(fresh, now);
        texts.put(key, fresh);
        forgetBeyondCapacity(nowNanos);
        return Optional.of(now.copies());
    }

    /** Of which one {@code now} is a copy. Another interface of the sender may count its ids for itself. */
    private static Optional<Sighting> original(Seen seen, Ipv4Address address, Sighting now) {
        Optional<Sighting> sameId = seen.sightings().stream()
                .filter(s -> s.id() == now.id())
                .filter(s -> !seen.address().equals(address) || now.arrival() - s.arrival() < HALF_OF_ALL_IDS)
                .findFirst();
        return sameId.isPresent() || seen.address().equals(address)
                ? sameId
                : Optional.of(seen.sightings().getLast());
    }

    private static void add(Seen seen, Sighting sighting) {
        if (seen.sightings().size() == IDS_REMEMBERED) {
            seen.sightings().remove();
        }
        seen.sightings().add(sighting);
    }

    private void forgetOld(ArrayDeque<Sighting> sightings, long nowNanos) {
        while (!sightings.isEmpty() && nowNanos - sightings.peek().nanos() > lengthNanos) {
            sightings.remove();
        }
    }

    private void forgetBeyondCapacity(long nowNanos) {
        for (Iterator<Seen> oldest = texts.values().iterator(); oldest.hasNext(); ) {
            Seen seen = oldest.next();
            forgetOld(seen.sightings(), nowNanos);
            if (!seen.sightings().isEmpty() && texts.size() <= capacity) {
                return;
            }
            oldest.remove();
        }
    }
}
