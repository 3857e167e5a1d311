package io.mailslot4j.protocol.nameservice;

import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.wire.Unsigned;

/**
 * One of the names in a node status (RFC 1002 section 4.2.18).
 *
 * @param name the name, without scope
 * @param flags NAME_FLAGS, all 16 bits
 */
public record NodeName(NetBiosName name, int flags) {
    /** G: a group name. */
    public static final int GROUP = 0x8000;
    /** DRG: being deleted. */
    public static final int DEREGISTERING = 0x1000;
    /** CNF: in conflict. */
    public static final int CONFLICT = 0x0800;
    /** ACT: active. */
    public static final int ACTIVE = 0x0400;
    /** PRM: the permanent node name. */
    public static final int PERMANENT = 0x0200;

    private static final int NODE_TYPE_SHIFT = 13;

    /** Checks the range. */
    public NodeName {
        Unsigned.check16(flags, "NAME_FLAGS");
    }

    /** G: whether the name is a group's. */
    public boolean group() {
        return has(GROUP);
    }

    /** ONT: what kind of node the owner is. */
    public NodeType nodeType() {
        return NodeType.ofBits(flags >> NODE_TYPE_SHIFT);
    }

    /** Whether a flag, one of the constants, is set. */
    public boolean has(int flag) {
        return (flags & flag) != 0;
    }
}
