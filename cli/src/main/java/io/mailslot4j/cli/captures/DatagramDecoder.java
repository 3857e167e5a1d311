package io.mailslot4j.cli.captures;

import io.mailslot4j.pcaps.UdpPacket;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.datagram.DatagramError;
import io.mailslot4j.protocol.datagram.DatagramMessage;
import io.mailslot4j.protocol.datagram.DatagramQuery;
import io.mailslot4j.protocol.datagram.DatagramReassembler;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what one capture has on the datagram port, layer by layer, each as far as it goes. */
final class DatagramDecoder {
    private static final long NANOS = 1_000_000_000;

    private final DatagramReassembler reassembler = new DatagramReassembler();

    /** @param notes takes what is odd */
    DatagramBody decode(UdpPacket udp, Instant time, List<String> notes) {
        DatagramMessage packet = null;
        NetBiosDatagram datagram = null;
        MailslotWrite write = null;
        MalformedPacketException trouble = null;
        try {
            packet = DatagramMessage.decode(udp.payload());
            datagram = whole(packet, udp, time, notes);
            if (datagram != null) {
                write = MailslotWrite.decode(datagram);
                notes.addAll(write.oddities());
            }
        } catch (MalformedPacketException e) {
            trouble = e;
        }
        return new DatagramBody(
                Optional.ofNullable(packet),
                Optional.ofNullable(datagram),
                Optional.ofNullable(write),
                Optional.ofNullable(trouble));
    }

    private @Nullable NetBiosDatagram whole(DatagramMessage packet, UdpPacket udp, Instant time, List<String> notes) {
        if (packet instanceof DatagramError || packet instanceof DatagramQuery) {
            return null;
        }
        long nanos = time.getEpochSecond() * NANOS + time.getNano();
        // NetBIOS knows no IPv6; where it comes by that all the same, the header tells who sent it.
        Ipv4Address sender =
                udp.source().address().ipv4().orElse(packet.header().sourceAddress());
        DatagramReassembler.Result result = reassembler.accept(packet, sender, nanos);
        if (result instanceof DatagramReassembler.Refused refused) {
            notes.add("fragment refused: " + refused.reason());
        }
        return result instanceof DatagramReassembler.Whole whole ? whole.datagram() : null;
    }
}
