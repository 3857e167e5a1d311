package io.mailslot4j.protocol.datagram;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.name.NetBiosNameEncoding;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
import io.mailslot4j.protocol.wire.Unsigned;

/**
 * A DIRECT_UNIQUE, DIRECT_GROUP or BROADCAST datagram (RFC 1002 section 4.4.2).
 *
 * <pre>
 *   0 header (10)   10 DGM_LENGTH (2)   12 PACKET_OFFSET (2)   14 SOURCE_NAME   DESTINATION_NAME   USER_DATA
 * </pre>
 *
 * @param header the first ten octets; its type is one that carries data
 * @param length DGM_LENGTH: octets of both encoded names and the user data, as the sender says. Some say it wrong;
 *     the user data is whatever the UDP packet holds.
 * @param packetOffset PACKET_OFFSET: 0 unless this is a later fragment of a sender that repeats the names in each
 * @param source SOURCE_NAME
 * @param destination DESTINATION_NAME
 * @param userData USER_DATA; for mailslots an SMB message
 */
public record NetBiosDatagram(
        DatagramHeader header,
        int length,
        int packetOffset,
        NetBiosName source,
        NetBiosName destination,
        Octets userData)
        implements DatagramMessage {
    /** Octets before the names. */
    static final int NAMES_OFFSET = 14;

    /** Checks the ranges. */
    public NetBiosDatagram {
        if (!header.type().carriesData()) {
            throw new IllegalArgumentException(header.type() + " packets carry no user data");
        }
        Unsigned.check16(length, "DGM_LENGTH");
        Unsigned.check16(packetOffset, "PACKET_OFFSET");
    }

    /**
     * A datagram in one piece, with the length it has.
     *
     * @throws IllegalArgumentException if it is longer than DGM_LENGTH can say
     */
    public static NetBiosDatagram of(
            DatagramHeader header, NetBiosName source, NetBiosName destination, Octets userData) {
        int length = NetBiosNameEncoding.length(source) + NetBiosNameEncoding.length(destination) + userData.size();
        return new NetBiosDatagram(header, length, 0, source, destination, userData);
    }

    /** Where the user data starts, in octets from the start of the packet. */
    public int userDataOffset() {
        return NAMES_OFFSET + namesLength();
    }

    /** Octets of both encoded names. */
    int namesLength() {
        return NetBiosNameEncoding.length(source) + NetBiosNameEncoding.length(destination);
    }

    static NetBiosDatagram read(DatagramHeader header, PacketReader in) {
        return new NetBiosDatagram(
                header,
                in.u16("datagram length"),
                in.u16("packet offset"),
                NetBiosNameEncoding.read(in, "source name"),
                NetBiosNameEncoding.read(in, "destination name"),
                in.rest());
    }

    @Override
    public Octets encode() {
        PacketWriter out = new PacketWriter(userDataOffset() + userData.size());
        header.write(out);
        out.u16(length).u16(packetOffset);
        NetBiosNameEncoding.write(source, out);
        NetBiosNameEncoding.write(destination, out);
        return out.octets(userData).done();
    }
}
