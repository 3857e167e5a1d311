package io.mailslot4j.cli;

import io.mailslot4j.pcaps.CapturedFrame;
import io.mailslot4j.pcaps.UdpPacket;
import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.datagram.DatagramError;
import io.mailslot4j.protocol.datagram.DatagramMessage;
import io.mailslot4j.protocol.datagram.DatagramQuery;
import io.mailslot4j.protocol.datagram.DatagramReassembler;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the packets of one capture, layer by layer, each as far as it goes. */
final class FrameDecoder {
    private static final long NANOS = 1_000_000_000;

    private final DatagramReassembler reassembler = new DatagramReassembler();

    DecodedFrame decode(CapturedFrame frame, UdpPacket udp) {
        List<String> notes = new ArrayList<>();
        if (udp.isCut()) {
            notes.add(udp.missing() + " octets were not captured");
        }
        DatagramMessage packet = null;
        NetBiosDatagram datagram = null;
        MailslotWrite write = null;
        MalformedPacketException trouble = null;
        try {
            packet = DatagramMessage.decode(udp.payload());
            datagram = whole(packet, udp, frame.time(), notes);
            if (datagram != null) {
                write = MailslotWrite.decode(datagram);
                notes.addAll(write.oddities());
            }
        } catch (MalformedPacketException e) {
            trouble = e;
        }
        return new DecodedFrame(
                frame.number(),
                frame.time(),
                udp.source(),
                udp.destination(),
                Optional.ofNullable(packet),
                Optional.ofNullable(datagram),
                Optional.ofNullable(write),
                Optional.ofNullable(trouble),
                notes);
    }

    private @Nullable NetBiosDatagram whole(DatagramMessage packet, UdpPacket udp, Instant time, List<String> notes) {
        if (packet instanceof DatagramError || packet instanceof DatagramQuery) {
            return null;
        }
        long nanos = time.getEpochSecond() * NANOS + time.getNano();
        DatagramReassembler.Result result =
                reassembler.accept(packet, udp.source().address(), nanos);
        if (result instanceof DatagramReassembler.Refused refused) {
            notes.add("fragment refused: " + refused.reason());
        }
        return result instanceof DatagramReassembler.Whole whole ? whole.datagram() : null;
    }
}
