package io.mailslot4j.pcaps;

import io.mailslot4j.protocol.wire.PacketReader;
import java.util.Optional;

/**
 * IPv4 (RFC 791). The checksum is not looked at, because in captures made on the sending machine the network card has yet to
 * fill it in.
 */
final class Ipv4Packet {
    private static final int FIXED_HEADER = 20;
    private static final int ADDRESS = 4;
    private static final int MORE_FRAGMENTS = 0x2000;
    private static final int OFFSET = 0x1FFF;

    private Ipv4Packet() {}

    /** @param first the first octet, which was read already */
    static IpPacket read(int first, PacketReader in) {
        int header = (first & 0xF) * Integer.BYTES;
        if (header < FIXED_HEADER) {
            throw in.malformed("IP header length", 1, header + " is less than " + FIXED_HEADER);
        }
        in.u8("IP type of service");
        int total = in.u16("IP total length");
        if (total < header) {
            throw in.malformed("IP total length", 2, total + " is less than the header of " + header);
        }
        int identification = in.u16("IP identification");
        int fragment = in.u16("IP fragment offset");
        in.u8("IP time to live");
        int protocol = in.u8("IP protocol");
        in.u16("IP checksum");
        IpAddress source = new IpAddress(in.octets(ADDRESS, "IP source"));
        IpAddress destination = new IpAddress(in.octets(ADDRESS, "IP destination"));
        in.octets(header - FIXED_HEADER, "IP options");
        int captured = Math.min(total - header, in.remaining());
        boolean more = (fragment & MORE_FRAGMENTS) != 0;
        int offset = (fragment & OFFSET) * Long.BYTES;
        return new IpPacket(
                source,
                destination,
                protocol,
                more || offset > 0 ? Optional.of(new IpPacket.Piece(identification, offset, more)) : Optional.empty(),
                in.octets(captured, "IP payload"),
                total - header - captured);
    }
}
