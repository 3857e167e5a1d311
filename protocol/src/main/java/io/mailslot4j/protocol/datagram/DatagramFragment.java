package io.mailslot4j.protocol.datagram;

import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.name.NetBiosNameEncoding;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
import io.mailslot4j.protocol.wire.Unsigned;

/**
 * A second or later fragment of a datagram: only the first has the names (RFC 1001 section 17.1.2).
 *
 * <p>The packet picture of RFC 1002 section 4.4.2 has names in every packet, so a later fragment that does start with
 * two names is read as a {@link NetBiosDatagram} with a packet offset.
 *
 * @param header the first ten octets; its type is one that carries data
 * @param length DGM_LENGTH: octets of the data section of the whole datagram, names included
 * @param packetOffset PACKET_OFFSET: where {@code data} belongs in that data section
 * @param data this piece of it
 */
public record DatagramFragment(DatagramHeader header, int length, int packetOffset, Octets data)
        implements DatagramMessage {

    /** Checks the ranges. */
    public DatagramFragment {
        if (!header.type().carriesData()) {
            throw new IllegalArgumentException(header.type() + " packets carry no user data");
        }
        Unsigned.check16(length, "DGM_LENGTH");
        Unsigned.check16(packetOffset, "PACKET_OFFSET");
    }

    /** Whether the data section of this packet starts with names: it is the first one, or repeats them. */
    static boolean startsWithNames(DatagramHeader header, Octets packet) {
        if (header.flags().first() || packet.size() < NetBiosDatagram.NAMES_OFFSET) {
            return true;
        }
        PacketReader in = new PacketReader(packet.from(NetBiosDatagram.NAMES_OFFSET - 2), 0);
        if (in.u16("packet offset") == 0) {
            return true;
        }
        try {
            NetBiosNameEncoding.read(in, "source name");
            NetBiosNameEncoding.read(in, "destination name");
            return true;
        } catch (MalformedPacketException plainData) {
            return false;
        }
    }

    static DatagramFragment read(DatagramHeader header, PacketReader in) {
        return new DatagramFragment(header, in.u16("datagram length"), in.u16("packet offset"), in.rest());
    }

    @Override
    public Octets encode() {
        PacketWriter out = new PacketWriter(NetBiosDatagram.NAMES_OFFSET + data.size());
        header.write(out);
        return out.u16(length).u16(packetOffset).octets(data).done();
    }
}
