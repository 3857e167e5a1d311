package io.mailslot4j.pcaps;

import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.Octets;
import java.util.Optional;

/** What a captured frame holds: a UDP packet, a fragment of one, a tunnel, or something else. */
public sealed interface FrameContent permits UdpPacket, UdpFragment, Tunnel, NotUdp {

    /** The content of {@code frame}, whatever its octets; tunnels are not looked into. */
    static FrameContent of(CapturedFrame frame) {
        if (!frame.linkType().isRead()) {
            return new NotUdp("link type " + frame.linkType().number());
        }
        try {
            Optional<Octets> packet = frame.linkType().ip(frame.octets());
            return packet.isPresent() ? ofIp(IpPacket.read(packet.get())) : new NotUdp("not IP");
        } catch (MalformedPacketException e) {
            return new NotUdp(e.field() + ": " + e.reason());
        }
    }

    private static FrameContent ofIp(IpPacket ip) {
        return switch (ip.protocol()) {
            case UdpPacket.IP_PROTOCOL ->
                ip.piece().isPresent() ? fragment(ip, ip.piece().get()) : ofUdp(ip);
            case 4, 41 -> new Tunnel("IP-in-IP");
            case 47 -> new Tunnel("GRE");
            case 115 -> new Tunnel("L2TP");
            default -> new NotUdp("IP protocol " + ip.protocol());
        };
    }

    private static FrameContent fragment(IpPacket ip, IpPacket.Piece piece) {
        return new UdpFragment(
                ip.source(),
                ip.destination(),
                piece.identification(),
                piece.offset(),
                piece.more(),
                ip.payload(),
                ip.missing());
    }

    private static FrameContent ofUdp(IpPacket ip) {
        UdpPacket udp = UdpPacket.read(ip);
        boolean tunnel =
                udp.source().port() == Tunnel.L2TP_PORT || udp.destination().port() == Tunnel.L2TP_PORT;
        return tunnel ? new Tunnel("L2TP") : udp;
    }
}
