package io.mailslot4j.protocol.nameservice;

import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.wire.Unsigned;

/**
 * NB_FLAGS, what kind of owner an address has (RFC 1002 section 4.2.1.3).
 *
 * @param value all 16 bits, reserved ones included
 */
public record NbFlags(int value) {
    private static final int GROUP = 0x8000;
    private static final int NODE_TYPE_SHIFT = 13;

    /** Checks the range. */
    public NbFlags {
        Unsigned.check16(value, "NB_FLAGS");
    }

    /** The flags of a name. */
    public static NbFlags of(boolean group, NodeType owner) {
        return new NbFlags((group ? GROUP : 0) | (owner.bits() << NODE_TYPE_SHIFT));
    }

    /** G: whether the name is a group's. */
    public boolean group() {
        return (value & GROUP) != 0;
    }

    /** ONT: what kind of node the owner is. 11 is reserved by the RFC, and H in practice. */
    public NodeType nodeType() {
        return NodeType.ofBits(value >> NODE_TYPE_SHIFT);
    }
}
