package io.mailslot4j.protocol.datagram;

import io.mailslot4j.protocol.wire.Unsigned;

/**
 * FLAGS, the second octet of every packet of the datagram service (RFC 1002 section 4.4.1).
 *
 * @param value the whole octet, reserved bits included
 */
public record DatagramFlags(int value) {
    private static final int MORE = 0x01;
    private static final int FIRST = 0x02;

    /** Checks the range. */
    public DatagramFlags {
        Unsigned.check8(value, "FLAGS");
    }

    /** The flags of a datagram in one piece: FIRST and not MORE. */
    public static DatagramFlags whole(NodeType sender) {
        return of(sender, true, false);
    }

    /** The flags of a fragment. */
    public static DatagramFlags of(NodeType sender, boolean first, boolean more) {
        return new DatagramFlags((sender.bits() << 2) | (first ? FIRST : 0) | (more ? MORE : 0));
    }

    /** SNT: what kind of node the sender says it is. */
    public NodeType nodeType() {
        return NodeType.ofBits(value >> 2);
    }

    /** F: the first or only fragment. */
    public boolean first() {
        return (value & FIRST) != 0;
    }

    /** M: more fragments follow. */
    public boolean more() {
        return (value & MORE) != 0;
    }
}
