package io.mailslot4j.delivery;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The name of a slot as octets in an array, without regard to the case of ASCII letters. A key can be led to other octets,
 * so that a name is looked up where it stands in a packet; keys that are in a table must not. Not thread-safe.
 */
final class SlotKey {
    /** Spreads what differs in the last characters only, as in SLOT1 and SLOT2, over all bits. */
    private static final int FINISHER = 0x9E37_79B9;

    private byte[] array;
    private int start;
    private int size;

    /** A key of no octets yet. */
    SlotKey() {
        this(new byte[0]);
    }

    private SlotKey(byte[] array) {
        this.array = array;
        this.size = array.length;
    }

    /** A key for a name in ISO 8859-1. */
    static SlotKey of(String slot) {
        return new SlotKey(slot.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Leads this key to other octets. */
    SlotKey at(byte[] newArray, int newStart, int newSize) {
        array = newArray;
        start = newStart;
        size = newSize;
        return this;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof SlotKey key) || size != key.size) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (folded(array[start + i]) != folded(key.array[key.start + i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (int i = start; i < start + size; i++) {
            hash = 31 * hash + folded(array[i]);
        }
        hash *= FINISHER;
        return hash ^ (hash >>> 15);
    }

    private static int folded(byte octet) {
        return octet >= 'a' && octet <= 'z' ? octet - 'a' + 'A' : octet;
    }
}
