package io.mailslot4j.pcaps;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.wire.PacketReader;
import java.util.Optional;

/** PPP (RFC 1661), with or without the address and control octets of HDLC (RFC 1662), and Cisco's HDLC. */
final class Ppp {
    private static final int ALL_STATIONS = 0xFF;
    private static final int CISCO_UNICAST = 0x0F;
    private static final int CISCO_MULTICAST = 0x8F;
    private static final int IPV4 = 0x0021;
    private static final int IPV6 = 0x0057;

    private Ppp() {}

    static Optional<Octets> ip(Octets frame) {
        PacketReader in = new PacketReader(frame, 0);
        int first = in.u8("PPP protocol");
        if (first == CISCO_UNICAST || first == CISCO_MULTICAST) {
            in.u8("HDLC control");
            return EtherType.ip(in);
        }
        if (first == ALL_STATIONS) {
            in.u8("HDLC control");
            first = in.u8("PPP protocol");
        }
        // The last octet of a protocol number is odd, and the ones before it are even: a zero may be left out.
        int protocol = (first & 1) == 1 ? first : first << Byte.SIZE | in.u8("PPP protocol");
        return protocol == IPV4 || protocol == IPV6 ? Optional.of(in.rest()) : Optional.empty();
    }
}
