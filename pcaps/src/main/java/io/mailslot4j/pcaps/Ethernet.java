package io.mailslot4j.pcaps;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.wire.PacketReader;
import java.util.Optional;

/** Ethernet II frames and IEEE 802.3 frames with a SNAP header (RFC 1042), both with any number of VLAN tags. */
final class Ethernet {
    private static final int ADDRESSES = 12;
    private static final int TAG_BEHIND_TYPE = 2;
    private static final int IPV4 = 0x0800;
    private static final int VLAN = 0x8100;
    private static final int PROVIDER_VLAN = 0x88A8;
    private static final int OLD_PROVIDER_VLAN = 0x9100;
    private static final int MAX_LENGTH_FIELD = 1500;
    private static final Octets SNAP = Octets.ofHex("aaaa03000000");

    private Ethernet() {}

    static Optional<Octets> ipv4(Octets frame) {
        PacketReader in = new PacketReader(frame, 0);
        in.octets(ADDRESSES, "Ethernet addresses");
        int type = in.u16("Ethernet type");
        while (type == VLAN || type == PROVIDER_VLAN || type == OLD_PROVIDER_VLAN) {
            in.octets(TAG_BEHIND_TYPE, "VLAN tag");
            type = in.u16("Ethernet type");
        }
        if (type <= MAX_LENGTH_FIELD && in.octets(SNAP.size(), "LLC header").equals(SNAP)) {
            type = in.u16("SNAP type");
        }
        return type == IPV4 ? Optional.of(in.rest()) : Optional.empty();
    }
}
