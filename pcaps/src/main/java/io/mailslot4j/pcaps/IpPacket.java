package io.mailslot4j.pcaps;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.wire.PacketReader;
import java.util.Optional;

/**
 * An IP packet. Its length is what the header says: what follows in the frame is Ethernet's padding.
 *
 * @param protocol what the payload is, as in the IANA registry of protocol numbers
 * @param piece which part of a packet this is, unless it is a whole one
 * @param missing octets of the payload that were not captured
 */
record IpPacket(
        IpAddress source, IpAddress destination, int protocol, Optional<Piece> piece, Octets payload, int missing) {

    /**
     * Of a packet in fragments.
     *
     * @param identification the same in all fragments
     * @param offset where the payload belongs, in octets
     * @param more whether this is not the last fragment
     */
    record Piece(long identification, int offset, boolean more) {}

    /** @throws io.mailslot4j.protocol.MalformedPacketException if this is no IP packet or its headers were cut */
    static IpPacket read(Octets packet) {
        PacketReader in = new PacketReader(packet, 0);
        int first = in.u8("IP version");
        return switch (first >> 4) {
            case 4 -> Ipv4Packet.read(first, in);
            case 6 -> Ipv6Packet.read(in);
            default -> throw in.malformed("IP version", 1, (first >> 4) + " is not 4 or 6");
        };
    }
}
