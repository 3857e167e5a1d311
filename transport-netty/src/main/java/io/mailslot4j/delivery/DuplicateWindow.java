package io.mailslot4j.delivery;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.mailslot.MailslotName;
import io.mailslot4j.protocol.name.NetBiosName;
import java.time.Duration;
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

    /** What copies have in common, and its hash. */
    private record Text(NetBiosName sender, NetBiosName destination, String slot, Octets payload, int hash) {
        static Text of(NetBiosName sender, NetBiosName destination, String slot, Octets payload) {
            String folded = MailslotName.fold(slot);
            int hash = 31 * (31 * sender.hashCode() + destination.hashCode()) + folded.hashCode();
            return new Text(sender, destination, folded, payload, 31 * hash + payload.hashCode());
        }
    }

    /** A message that is no copy. */
    private record Original(Text text, Ipv4Address address, int id, long nanos, Copies copies) {}

    private final long lengthNanos;

    private final int capacity;

    /** Originals have numbers in the order in which they come; the last digits say where one is, in each array. */
    private final @Nullable Original[] remembered;
    /** Their hashes: they themselves are no longer in the processor's cache. */
    private final int[] hashes;
    /** The number of the original before each in its bucket. */
    private final long[] before;
    /** The number of the latest original of each bucket. */
    private final long[] latest;

    private long oldestNumber = 1;
    private long nextNumber = 1;
    private long lastNanos;

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
        this.before = new long[powerOfTwo];
        this.latest = new long[powerOfTwo];
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
        return remember(Text.of(sender, destination, slot, payload), address, id, nowNanos);
    }

    private synchronized @Nullable Copies remember(Text text, Ipv4Address address, int id, long nowNanos) {
        if (nowNanos != lastNanos) {
            forgetBefore(nowNanos - lengthNanos);
            lastNanos = nowNanos;
        }
        int bucket = place(text.hash() ^ (text.hash() >>> 16));
        Original original = originalOf(text, address, id, latest[bucket]);
        if (original != null) {
            original.copies().another();
            return null;
        }
        Original added = new Original(text, address, id, nowNanos, new Copies());
        remembered[place(nextNumber)] = added;
        hashes[place(nextNumber)] = text.hash();
        before[place(nextNumber)] = latest[bucket];
        latest[bucket] = nextNumber;
        nextNumber++;
        if (nextNumber - oldestNumber > capacity) {
            forgetOldest();
        }
        return added.copies();
    }

    private void forgetBefore(long nanos) {
        for (Original oldest = numbered(oldestNumber);
                oldest != null && oldest.nanos() - nanos < 0;
                oldest = numbered(oldestNumber)) {
            forgetOldest();
        }
    }

    private void forgetOldest() {
        remembered[place(oldestNumber)] = null;
        oldestNumber++;
    }

    private int place(long number) {
        return (int) number & (remembered.length - 1);
    }

    private @Nullable Original numbered(long number) {
        return number < oldestNumber || number == nextNumber ? null : remembered[place(number)];
    }

    /** The one with the same id; or else the latest, if that came from elsewhere: another interface counts for itself. */
    private @Nullable Original originalOf(Text text, Ipv4Address address, int id, long latestOfBucket) {
        Original newest = null;
        long number = latestOfBucket;
        for (int looks = 0; number >= oldestNumber && looks < MOST_LOOKS; looks++) {
            Original next = hashes[place(number)] == text.hash() ? remembered[place(number)] : null;
            if (next != null
                    && (newest == null || next.id() == id)
                    && next.text().equals(text)) {
                if (next.id() == id) {
                    return next;
                }
                newest = next;
            }
            number = before[place(number)];
        }
        return newest == null || newest.address().equals(address) ? null : newest;
    }
}
