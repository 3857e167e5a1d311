package io.mailslot4j.pcaps;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.wire.PacketReader;
import java.util.Optional;

/** What follows an EtherType: IP, or a VLAN tag (IEEE 802.1Q) or PPPoE header (RFC 2516) with the next type in it. */
final class EtherType {
    /** In front of an EtherType in frames that have a length instead (RFC 1042). */
    static final Octets SNAP = Octets.ofHex("aaaa03000000");

    private static final int IPV4 = 0x0800;
    private static final int IPV6 = 0x86DD;
    private static final int VLAN = 0x8100;
    private static final int PROVIDER_VLAN = 0x88A8;
    private static final int OLD_PROVIDER_VLAN = 0x9100;
    private static final int PPPOE_SESSION = 0x8864;
    private static final int TAG_BEHIND_TYPE = 2;
    private static final int PPPOE_HEADER = 6;
    private static final int MAX_LENGTH_FIELD = 1500;

    private EtherType() {}

    /** The IP packet behind the type that comes next. */
    static Optional<Octets> ip(PacketReader in) {
        return ip(in.u16("EtherType"), in);
    }

    /** The IP packet that comes next if {@code first} says so. */
    static Optional<Octets> ip(int first, PacketReader in) {
        int type = first;
        while (type == VLAN || type == PROVIDER_VLAN || type == OLD_PROVIDER_VLAN) {
            in.octets(TAG_BEHIND_TYPE, "VLAN tag");
            type = in.u16("EtherType");
        }
        if (type <= MAX_LENGTH_FIELD && in.octets(SNAP.size(), "LLC header").equals(SNAP)) {
            type = in.u16("SNAP type");
        }
        if (type == PPPOE_SESSION) {
            in.octets(PPPOE_HEADER, "PPPoE header");
            return Ppp.ip(in.rest());
        }
        return type == IPV4 || type == IPV6 ? Optional.of(in.rest()) : Optional.empty();
    }
}
