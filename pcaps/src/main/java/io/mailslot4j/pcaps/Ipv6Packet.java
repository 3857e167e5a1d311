package io.mailslot4j.pcaps;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.wire.PacketReader;
import java.util.Optional;

/** IPv6 with its extension headers (RFC 8200), as far as they lie in the clear. */
final class Ipv6Packet {
    private static final int ADDRESS = 16;
    private static final int HOP_BY_HOP = 0;
    private static final int ROUTING = 43;
    private static final int FRAGMENT = 44;
    private static final int AUTHENTICATION = 51;
    private static final int DESTINATION_OPTIONS = 60;
    private static final int MOBILITY = 135;
    private static final int MORE_FRAGMENTS = 1;
    private static final int OFFSET = 0xFFF8;

    private Ipv6Packet() {}

    /** @param start at the second octet: the first was read already */
    static IpPacket read(PacketReader start) {
        start.octets(3, "IPv6 flow label");
        int length = start.u16("IPv6 payload length");
        int next = start.u8("IPv6 next header");
        start.u8("IPv6 hop limit");
        IpAddress source = new IpAddress(start.octets(ADDRESS, "IPv6 source"));
        IpAddress destination = new IpAddress(start.octets(ADDRESS, "IPv6 destination"));
        int captured = Math.min(length, start.remaining());
        int origin = start.position();
        Octets behind = start.octets(captured, "IPv6 payload");
        PacketReader in = new PacketReader(behind, origin);
        Optional<IpPacket.Piece> piece = Optional.empty();
        while (isExtension(next) && piece.isEmpty()) {
            int kind = next;
            next = in.u8("IPv6 extension header");
            int more = in.u8("IPv6 extension header length");
            if (kind == FRAGMENT) {
                piece = piece(in);
            } else {
                in.octets(kind == AUTHENTICATION ? more * 4 + 6 : more * 8 + 6, "IPv6 extension header");
            }
        }
        return new IpPacket(source, destination, next, piece, in.rest(), length - captured);
    }

    private static boolean isExtension(int next) {
        return switch (next) {
            case HOP_BY_HOP, ROUTING, FRAGMENT, AUTHENTICATION, DESTINATION_OPTIONS, MOBILITY -> true;
            default -> false;
        };
    }

    /** A packet may say that it is a fragment although it is whole. */
    private static Optional<IpPacket.Piece> piece(PacketReader in) {
        int place = in.u16("IPv6 fragment offset");
        long identification = Integer.toUnsignedLong(in.i32("IPv6 identification"));
        int offset = place & OFFSET;
        boolean more = (place & MORE_FRAGMENTS) != 0;
        return more || offset > 0 ? Optional.of(new IpPacket.Piece(identification, offset, more)) : Optional.empty();
    }
}
