package io.mailslot4j.pcaps;

import io.mailslot4j.protocol.Octets;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/** A packet of which some fragments have come. */
final class FragmentedPacket {
    private static final int MAX_LENGTH = 65_535;

    private final Instant firstSeen;
    private final BitSet there = new BitSet();
    private byte[] octets = new byte[0];
    private int fragments;
    private int length = -1;
    private boolean unreadable;

    FragmentedPacket(Instant firstSeen) {
        this.firstSeen = firstSeen;
    }

    Instant firstSeen() {
        return firstSeen;
    }

    /** How many fragments have come. */
    int fragments() {
        return fragments;
    }

    void add(UdpFragment fragment) {
        fragments++;
        int end = fragment.offset() + fragment.data().size();
        boolean beyond = length >= 0 && (end > length || (!fragment.more() && end != length));
        unreadable |= fragment.missing() > 0 || end > MAX_LENGTH || beyond;
        if (unreadable) {
            octets = new byte[0];
            return;
        }
        if (!fragment.more()) {
            length = end;
            unreadable |= there.length() > end;
        }
        put(fragment.data(), fragment.offset(), end);
    }

    private void put(Octets data, int offset, int end) {
        if (end > octets.length) {
            octets = Arrays.copyOf(octets, Math.max(end, Math.min(MAX_LENGTH, 2 * octets.length)));
        }
        for (int i = 0; i < data.size(); i++) {
            unreadable |= there.get(offset + i) && octets[offset + i] != (byte) data.get(i);
            octets[offset + i] = (byte) data.get(i);
        }
        there.set(offset, end);
    }

    /** The payload of the whole IP packet, once all of it is there. */
    Optional<Octets> whole() {
        return !unreadable && length >= 0 && there.nextClearBit(0) >= length
                ? Optional.of(Octets.wrap(octets).slice(0, length))
                : Optional.empty();
    }
}
