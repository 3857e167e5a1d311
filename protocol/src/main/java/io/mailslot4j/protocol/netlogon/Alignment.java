package io.mailslot4j.protocol.netlogon;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.wire.PacketReader;

/** Padding between text of one octet a character and text of two, which starts at an even offset if its sender is careful. */
final class Alignment {
    private Alignment() {}

    /** Padding, unless the octet at an odd offset is the start of the text already. */
    static Octets readPad(PacketReader in, String field) {
        boolean odd = in.position() % 2 == 1;
        return odd && in.remaining() > 0 && in.whole().get(in.position()) == 0 ? in.octets(1, field) : Octets.EMPTY;
    }

    /** The padding that belongs behind {@code size} octets. */
    static Octets padBehind(int size) {
        return Octets.zeros(size % 2);
    }
}
