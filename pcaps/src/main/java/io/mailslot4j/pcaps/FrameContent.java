package io.mailslot4j.pcaps;

import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.Octets;
import java.util.Optional;

/** What a captured frame holds: a UDP packet over IPv4, a fragment of one, or something else. */
public sealed interface FrameContent permits UdpPacket, UdpFragment, NotUdp {

    /** The content of {@code frame}, whatever its octets; tunnels are not looked into. */
    static FrameContent of(CapturedFrame frame) {
        try {
            Optional<Octets> packet = frame.linkType().ipv4(frame.octets());
            return packet.isPresent() ? ofIpv4(Ipv4Packet.read(packet.get())) : new NotUdp("not IPv4");
        } catch (MalformedPacketException e) {
            return new NotUdp(e.field() + ": " + e.reason());
        }
    }

    private static FrameContent ofIpv4(Ipv4Packet ip) {
        if (ip.protocol() != UdpPacket.IP_PROTOCOL) {
            return new NotUdp("IP protocol " + ip.protocol());
        }
        return ip.isFragment()
                ? new UdpFragment(
                        ip.source(),
                        ip.destination(),
                        ip.identification(),
                        ip.fragmentOffset(),
                        ip.moreFragments(),
                        ip.payload())
                : UdpPacket.read(ip);
    }
}
