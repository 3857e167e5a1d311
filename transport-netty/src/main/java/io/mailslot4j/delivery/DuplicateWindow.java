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

    /** So many places are looked at: who wants to can write messages that all want the same. */
    private static final int LOOKS = 16;

    /** A place has the upper half of a hash, and the lower half of a number. */
    private static final int NUMBER = 0xFFFF;

    /** 2^32 over the golden ratio: hashes of texts that differ in a counter come in rows, which would fill their places. */
    private static final int SPREAD = 0x9E37_79B9;

    /** Numbers go round soon, so that this is nothing new after two thousand million messages. */
    private static final int FIRST_NUMBER = Integer.MAX_VALUE - 50;

    private record Folded(String slot, String folded) {}

    private final long lengthNanos;

    private final int capacity;

    /** Originals have numbers in the order in which they come; the last digits say where one is. */
    private final @Nullable Original[] remembered;
    /**
     * Each is found in one of the places that begin where its hash says: side by side, because to reach into memory that is
     * no longer in the processor's cache is what all this costs. What is found is another message now and then, and looked
     * at as such.
     */
    private final int[] places;

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
        this.lengthNanos = SlotQueue.nanos(length);
        this.capacity = capacity;
        int powerOfTwo = 2 * Integer.highestOneBit(capacity);
        this.remembered = new Original[powerOfTwo];
        // Half and more of them are free, so that there is nearly always room.
        this.places = new int[2 * powerOfTwo];
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
        int home = (message.hash * SPREAD) >>> 15;
        Original original = originalOf(message, home);
        if (original != null) {
            original.another();
            return null;
        }
        remembered[place(nextNumber)] = message;
        places[placeFrom(home) & (places.length - 1)] = (message.hash & ~NUMBER) | (nextNumber & NUMBER);
        nextNumber++;
        if (nextNumber - oldestNumber > capacity) {
            forgetOldest();
        }
        return message;
    }

    private void forgetBefore(long nanos) {
        for (Original oldest = remembered[place(oldestNumber)];
                oldest != null && oldest.nanos - nanos < 0;
                oldest = remembered[place(oldestNumber)]) {
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

    /** The one with the same id; or else the latest, if that came from elsewhere: another interface counts for itself. */
    private @Nullable Original originalOf(Original message, int home) {
        Original newest = null;
        int ageOfNewest = Integer.MAX_VALUE;
        for (int look = 0; look < LOOKS; look++) {
            int entry = places[(home + look) & (places.length - 1)];
            Original next = ((entry ^ message.hash) & ~NUMBER) == 0 ? aged(age(entry)) : null;
            if (next != null && next.saysTheSameAs(message)) {
                if (next.id == message.id) {
                    return next;
                }
                if (age(entry) < ageOfNewest) {
                    newest = next;
                    ageOfNewest = age(entry);
                }
            }
        }
        return newest == null || newest.address.equals(message.address) ? null : newest;
    }

    /** One that is free, or else that of the oldest. */
    private int placeFrom(int home) {
        int oldest = home;
        int ageOfOldest = 0;
        for (int look = 0; look < LOOKS && ageOfOldest <= nextNumber - oldestNumber; look++) {
            int at = (home + look) & (places.length - 1);
            if (age(places[at]) > ageOfOldest) {
                oldest = at;
                ageOfOldest = age(places[at]);
            }
        }
        return oldest;
    }

    /** How many messages ago it was written, less 65,536 for each time that numbers have gone round since. */
    private int age(int entry) {
        return entry == 0 ? Integer.MAX_VALUE : (nextNumber - entry) & NUMBER;
    }

    private @Nullable Original aged(int age) {
        return age > nextNumber - oldestNumber ? null : remembered[place(nextNumber - age)];
    }
}
