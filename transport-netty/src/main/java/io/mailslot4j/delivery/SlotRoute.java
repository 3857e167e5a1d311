package io.mailslot4j.delivery;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Where the messages of a slot go. Immutable. */
final class SlotRoute {
    private final String slot;
    private final byte[] octets;
    private final SlotQueue queue;

    /** @param slot such as {@code \MAILSLOT\LISTENER} */
    SlotRoute(String slot, SlotQueue queue) {
        this.slot = slot;
        this.octets = slot.getBytes(StandardCharsets.ISO_8859_1);
        this.queue = queue;
    }

    SlotQueue queue() {
        return queue;
    }

    /** The name as it is written in a packet; nearly always as the reader writes it, and then no other String is made. */
    String slotAs(byte[] packet, int start, int size) {
        return Arrays.equals(octets, 0, octets.length, packet, start, start + size)
                ? slot
                : new String(packet, start, size, StandardCharsets.ISO_8859_1);
    }
}
