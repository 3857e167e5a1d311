package io.mailslot4j.pcaps;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.wire.PacketReader;
import java.util.Optional;

/** Ethernet II frames and IEEE 802.3 frames with a SNAP header (RFC 1042), both with any number of VLAN tags. */
final class Ethernet {
    private static final int ADDRESSES = 12;

    private Ethernet() {}

    static Optional<Octets> ip(Octets frame) {
        PacketReader in = new PacketReader(frame, 0);
        in.octets(ADDRESSES, "Ethernet addresses");
        return EtherType.ip(in);
    }
}
