package io.mailslot4j.cli.captures;

import io.mailslot4j.pcaps.CapturedFrame;
import io.mailslot4j.pcaps.UdpPacket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the packets of one capture, by the port they are on. */
final class FrameDecoder {
    private static final int NAME_PORT = 137;
    private static final int DATAGRAM_PORT = 138;

    private final DatagramDecoder datagrams = new DatagramDecoder();

    /** Empty if the packet is on neither port. */
    Optional<DecodedFrame> decode(CapturedFrame frame, UdpPacket udp) {
        List<String> notes = new ArrayList<>();
        if (udp.isCut()) {
            notes.add(udp.missing() + " octets were not captured");
        }
        return body(frame, udp, notes)
                .map(body -> new DecodedFrame(
                        frame.number(),
                        frame.time(),
                        udp.source(),
                        udp.destination(),
                        udp.payload(),
                        udp.missing(),
                        body,
                        notes));
    }

    private Optional<FrameBody> body(CapturedFrame frame, UdpPacket udp, List<String> notes) {
        if (isOn(udp, DATAGRAM_PORT)) {
            return Optional.of(datagrams.decode(udp, frame.time(), notes));
        }
        return isOn(udp, NAME_PORT) ? Optional.of(NamePacketBody.decode(udp.payload(), notes)) : Optional.empty();
    }

    private static boolean isOn(UdpPacket udp, int port) {
        return udp.source().port() == port || udp.destination().port() == port;
    }
}
