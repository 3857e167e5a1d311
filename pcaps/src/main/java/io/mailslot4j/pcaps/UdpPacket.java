package io.mailslot4j.pcaps;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.wire.PacketReader;

/**
 * A UDP packet (RFC 768). Checksums are not looked at.
 *
 * @param source where it came from
 * @param destination where it went to
 * @param payload its data, as many octets as its own header says unless some were not captured
 * @param missing octets of data that were not captured, 0 to 65,507: behind {@code payload} there were so many more
 */
public record UdpPacket(UdpEndpoint source, UdpEndpoint destination, Octets payload, int missing)
        implements FrameContent {
    static final int IP_PROTOCOL = 17;

    private static final int HEADER = 8;
    private static final int MAX_PAYLOAD = 65_507;

    /** Whether the capture program kept only the start of the packet. */
    public boolean isCut() {
        return missing > 0;
    }

    /**
     * The IP packet that carries this, with its checksums: a frame of {@link LinkType#RAW}.
     *
     * @throws IllegalArgumentException if the addresses are of different kinds, the payload is cut, or too long for UDP
     */
    public Octets toIpPacket() {
        if (source.address().isV4() != destination.address().isV4()) {
            throw new IllegalArgumentException("no packet goes from " + source + " to " + destination);
        }
        if (isCut() || payload.size() > MAX_PAYLOAD) {
            throw new IllegalArgumentException(
                    isCut() ? missing + " octets were not captured" : payload.size() + " octets do not fit into UDP");
        }
        return UdpEncoding.encode(this);
    }

    /** @throws io.mailslot4j.protocol.MalformedPacketException if the lengths contradict each other or the header was cut */
    static UdpPacket read(IpPacket ip) {
        PacketReader in = new PacketReader(ip.payload(), 0);
        int sourcePort = in.u16("UDP source port");
        int destinationPort = in.u16("UDP destination port");
        int length = in.u16("UDP length");
        int room = ip.payload().size() + ip.missing();
        if (length < HEADER || length > room) {
            throw in.malformed("UDP length", 2, length + " is not " + HEADER + " to " + room);
        }
        in.u16("UDP checksum");
        int captured = Math.min(length - HEADER, in.remaining());
        return new UdpPacket(
                new UdpEndpoint(ip.source(), sourcePort),
                new UdpEndpoint(ip.destination(), destinationPort),
                in.octets(captured, "UDP payload"),
                length - HEADER - captured);
    }
}
