package io.mailslot4j.pcaps;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.wire.PacketWriter;

/** Writes a UDP packet (RFC 768) into an IPv4 (RFC 791) or IPv6 (RFC 8200) packet, with the checksums. */
final class UdpEncoding {
    private static final int UDP_HEADER = 8;
    private static final int V4_HEADER = 20;
    private static final int V4_CHECKSUM = 10;
    private static final int V6_HEADER = 40;
    private static final int DO_NOT_FRAGMENT = 0x4000;
    private static final int HOPS = 64;

    private UdpEncoding() {}

    static Octets encode(UdpPacket udp) {
        int length = UDP_HEADER + udp.payload().size();
        PacketWriter out = new PacketWriter(V6_HEADER + length);
        if (udp.source().address().isV4()) {
            writeV4Header(udp, length, out);
        } else {
            out.i32(0x6000_0000).u16(length).u8(UdpPacket.IP_PROTOCOL).u8(HOPS);
            out.octets(udp.source().address().octets())
                    .octets(udp.destination().address().octets());
        }
        int checksum = checksum(pseudoHeader(udp, length), header(udp, length, 0), udp.payload());
        // Zero would mean that there is none.
        return out.octets(header(udp, length, checksum == 0 ? 0xFFFF : checksum))
                .octets(udp.payload())
                .done();
    }

    private static void writeV4Header(UdpPacket udp, int length, PacketWriter out) {
        Octets addresses = addresses(udp);
        Octets before = new PacketWriter(V4_CHECKSUM)
                .u16(0x4500)
                .u16(V4_HEADER + length)
                .u16(0)
                .u16(DO_NOT_FRAGMENT)
                .u8(HOPS)
                .u8(UdpPacket.IP_PROTOCOL)
                .done();
        out.octets(before).u16(checksum(before, addresses)).octets(addresses);
    }

    private static Octets header(UdpPacket udp, int length, int checksum) {
        return new PacketWriter(UDP_HEADER)
                .u16(udp.source().port())
                .u16(udp.destination().port())
                .u16(length)
                .u16(checksum)
                .done();
    }

    private static Octets pseudoHeader(UdpPacket udp, int length) {
        return new PacketWriter(V6_HEADER)
                .octets(addresses(udp))
                .i32(length)
                .i32(UdpPacket.IP_PROTOCOL)
                .done();
    }

    private static Octets addresses(UdpPacket udp) {
        return new PacketWriter(V6_HEADER)
                .octets(udp.source().address().octets())
                .octets(udp.destination().address().octets())
                .done();
    }

    /** RFC 1071, over parts of even length but for the last. */
    private static int checksum(Octets... parts) {
        int sum = 0;
        for (Octets part : parts) {
            for (int i = 0; i < part.size(); i++) {
                sum += part.get(i) << (i % 2 == 0 ? Byte.SIZE : 0);
                sum = (sum & 0xFFFF) + (sum >>> 16);
            }
        }
        return ~sum & 0xFFFF;
    }
}
