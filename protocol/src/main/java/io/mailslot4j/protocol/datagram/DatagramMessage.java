package io.mailslot4j.protocol.datagram;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.wire.PacketReader;

/** A packet of the NetBIOS datagram service, as it stands in one UDP packet on port 138. */
public sealed interface DatagramMessage permits NetBiosDatagram, DatagramFragment, DatagramError, DatagramQuery {

    /** The octets that every packet of the service starts with. */
    DatagramHeader header();

    /** The packet as it goes on the wire. Decoding and encoding again gives the same octets. */
    Octets encode();

    /**
     * Reads one packet. Whatever the octets, the result is a message or the exception.
     *
     * @param packet a UDP payload
     * @throws io.mailslot4j.protocol.MalformedPacketException if it is not a packet of the datagram service
     */
    static DatagramMessage decode(Octets packet) {
        return read(new PacketReader(packet, 0));
    }

    /** As {@link #decode}, with the cursor at the start. */
    static DatagramMessage read(PacketReader in) {
        DatagramHeader header = DatagramHeader.read(in);
        return switch (header.type()) {
            case DIRECT_UNIQUE, DIRECT_GROUP, BROADCAST ->
                DatagramFragment.startsWithNames(header, in.whole())
                        ? NetBiosDatagram.read(header, in)
                        : DatagramFragment.read(header, in);
            case ERROR -> DatagramError.read(header, in);
            case QUERY_REQUEST, POSITIVE_QUERY_RESPONSE, NEGATIVE_QUERY_RESPONSE -> DatagramQuery.read(header, in);
        };
    }
}
