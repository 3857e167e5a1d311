package io.mailslot4j.pcaps;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.wire.PacketReader;

/**
 * An IPv4 packet (RFC 791). Its length is what the header says: what follows in the frame is Ethernet's padding. The
 * checksum is not looked at, because in captures made on the sending machine the network card has yet to fill it in.
 *
 * @param missing octets of the payload that were not captured
 */
record Ipv4Packet(
        Ipv4Address source,
        Ipv4Address destination,
        int protocol,
        int identification,
        int fragmentOffset,
        boolean moreFragments,
        Octets payload,
        int missing) {
    private static final int VERSION = 4;
    private static final int FIXED_HEADER = 20;
    private static final int MORE_FRAGMENTS = 0x2000;
    private static final int OFFSET = 0x1FFF;

    /** @throws io.mailslot4j.protocol.MalformedPacketException if this is no IPv4 packet or its header was cut */
    static Ipv4Packet read(Octets packet) {
        PacketReader in = new PacketReader(packet, 0);
        int versionAndLength = in.u8("IP version");
        if (versionAndLength >> 4 != VERSION) {
            throw in.malformed("IP version", 1, (versionAndLength >> 4) + " is not " + VERSION);
        }
        int header = (versionAndLength & 0xF) * Integer.BYTES;
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
        Ipv4Address source = in.ipv4("IP source");
        Ipv4Address destination = in.ipv4("IP destination");
        in.octets(header - FIXED_HEADER, "IP options");
        int captured = Math.min(total - header, in.remaining());
        return new Ipv4Packet(
                source,
                destination,
                protocol,
                identification,
                (fragment & OFFSET) * Long.BYTES,
                (fragment & MORE_FRAGMENTS) != 0,
                in.octets(captured, "IP payload"),
                total - header - captured);
    }

    boolean isFragment() {
        return moreFragments || fragmentOffset > 0;
    }
}
