package io.mailslot4j.delivery;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.mailslot.MailslotName;
import io.mailslot4j.protocol.name.NetBiosName;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Recognises further copies of a group message. One broadcast may come several times: once for every interface or
 * protocol of the sender, or because a network repeats it.
 *
 * <p>A copy has the same sender name, destination, slot and payload, comes within the window, and has either the same
 * address with the same datagram id, or another address, which is then another interface of the sender. The same text
 * again from the same address with another id is a new message: a program may say a thing twice.
 *
 * <p>Bounded: beyond the capacity the oldest messages are forgotten first, long before an id that has gone once round its
 * 65,536 values could pass for an old one. Knows no clock. Thread-safe.
 */
public final class DuplicateWindow {
    /** How long Windows' own services look for copies (MailslotDuplicateTimeout). */
    public static final Duration DEFAULT_LENGTH = Duration.ofSeconds(2);
    /** How many messages are remembered unless told otherwise. */
    public static final int DEFAULT_CAPACITY = 8192;
    /** How many can be remembered. */
    public static final int MOST_CAPACITY = 0x8000;

    /** So many of those that share a bucket are looked at: who wants to can write messages that all share one. */
    private static final int MOST_LOOKS = 16;

    /** Numbers go round soon, so that this is nothing new after two thousand million messages. */
    private static final int FIRST_NUMBER = Integer.MAX_VALUE - 50;

    /** A message that may be a copy; if it is none, it counts its own. */
    private static final class Original extends Copies {
        private final NetBiosName sender;
        private final NetBiosName destination;
        private final String slot;
        private final Octets payload;
        private final Ipv4Address address;
        private final int id;
        /** Of what copies have in common. */
        private final int hash;

        private final long nanos;

        Original(
                NetBiosName sender,
                NetBiosName destination,
                String slot,
                Octets payload,
                Ipv4Address address,
                int id,
                long nanos) {
            this.sender = sender;
            this.destination = destination;
            this.slot = slot;
            this.payload = payload;
            this.address = address;
            this.id = id;
            this.nanos = nanos;
            int names = 31 * (31 * sender.hashCode() + destination.hashCode()) + slot.hashCode();
            this.hash = 31 * names + payload.hashCode();
        }

        /** Whether it has in common what copies have. */
        boolean saysTheSameAs(Original other) {
            return payload.equals(other.payload)
                    && sender.equals(other.sender)
                    && destination.equals(other.destination)
                    && slot.equals(other.slot);
        }
    }

    private record Folded(String slot, String folded) {}

    private final long lengthNanos;

    private final int capacity;

    /**
     * Originals have numbers in the order in which they come; the last digits say where one is, in each array. Numbers go
     * round: what is found by one from the last round is another message, and known as such.
     */
    private final @Nullable Original[] remembered;
    /** Their hashes: they themselves are no longer in the processor's cache. */
    private final int[] hashes;
    /** The number of the original before each in its bucket. */
    private final int[] before;
    /** The number of the latest original of each bucket. */
    private final int[] latest;

    private int oldestNumber = FIRST_NUMBER;
    private int nextNumber = FIRST_NUMBER;
    private long lastNanos;
    private volatile Folded lastSlot = new Folded("", "");

    /**
     * @param length how long a message is remembered; zero switches the window off
     * @param capacity how many, 1 to {@link #MOST_CAPACITY}
     */
    public DuplicateWindow(Duration length, int capacity) {
        if (capacity < 1 || capacity > MOST_CAPACITY) {
            throw new IllegalArgumentException(
                    "a duplicate window cannot have a capacity of " + capacity + ": it is 1 to " + MOST_CAPACITY);
        }
        this.lengthNanos = length.toNanos();
        this.capacity = capacity;
        int powerOfTwo = 2 * Integer.highestOneBit(capacity);
        this.remembered = new Original[powerOfTwo];
        this.hashes = new int[powerOfTwo];
        this.before = new int[powerOfTwo];
        this.latest = new int[powerOfTwo];
        Arrays.fill(latest, FIRST_NUMBER - 1);
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
        return remember(sender, destination, slot, payload, address, id, nowNanos) == null;
    }

    /**
     * Remembers a message and gives the count of its copies; or null if it is a copy itself, which is counted with the
     * message that came first.
     *
     * @param address where it came from
     * @param id its datagram id
     * @param nowNanos the time in nanoseconds on any clock that only goes forward
     */
    public @Nullable Copies remember(
            NetBiosName sender,
            NetBiosName destination,
            String slot,
            Octets payload,
            Ipv4Address address,
            int id,
            long nowNanos) {
        if (lengthNanos == 0) {
            return new Copies();
        }
        return remember(new Original(sender, destination, folded(slot), payload, address, id, nowNanos));
    }

    /** Of many messages in a row to one slot, this is the same. */
    private String folded(String slot) {
        Folded last = lastSlot;
        if (!slot.equals(last.slot())) {
            last = new Folded(slot, MailslotName.fold(slot));
            lastSlot = last;
        }
        return last.folded();
    }

    private synchronized @Nullable Copies remember(Original message) {
        if (message.nanos != lastNanos) {
            forgetBefore(message.nanos - lengthNanos);
            lastNanos = message.nanos;
        }
        int bucket = place(message.hash ^ (message.hash >>> 16));
        Original original = originalOf(message, latest[bucket]);
        if (original != null) {
            original.another();
            return null;
        }
        int place = place(nextNumber);
        remembered[place] = message;
        hashes[place] = message.hash;
        before[place] = latest[bucket];
        latest[bucket] = nextNumber;
        nextNumber++;
        if (nextNumber - oldestNumber > capacity) {
            forgetOldest();
        }
        return message;
    }

    private void forgetBefore(long nanos) {
        for (Original oldest = numbered(oldestNumber);
                oldest != null && oldest.nanos - nanos < 0;
                oldest = numbered(oldestNumber)) {
            forgetOldest();
        }
    }

    private void forgetOldest() {
        remembered[place(oldestNumber)] = null;
        oldestNumber++;
    }

    private int place(int number) {
        return number & (remembered.length - 1);
    }

    private @Nullable Original numbered(int number) {
        return number == nextNumber ? null : remembered[place(number)];
    }

    /** The one with the same id; or else the latest, if that came from elsewhere: another interface counts for itself. */
    private @Nullable Original originalOf(Original message, int latestOfBucket) {
        Original newest = null;
        int number = latestOfBucket;
        for (int looks = 0; number - oldestNumber >= 0 && looks < MOST_LOOKS; looks++) {
            int place = place(number);
            Original next = hashes[place] == message.hash ? remembered[place] : null;
            if (next != null && (newest == null || next.id == message.id) && next.saysTheSameAs(message)) {
                if (next.id == message.id) {
                    return next;
                }
                newest = next;
            }
            number = before[place];
        }
        return newest == null || newest.address.equals(message.address) ? null : newest;
    }
}
