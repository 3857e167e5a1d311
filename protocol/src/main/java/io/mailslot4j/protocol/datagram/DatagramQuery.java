package io.mailslot4j.protocol.datagram;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.name.NetBiosNameEncoding;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;

/**
 * DATAGRAM QUERY REQUEST, and the POSITIVE or NEGATIVE QUERY RESPONSE to it, between a node and a datagram distribution
 * server (RFC 1002 sections 4.4.4 and 4.4.5). Nobody is known to run such a server.
 *
 * @param header the first ten octets; its type tells which of the three this is
 * @param destination the name asked about
 * @param trailing octets behind the message, kept but without meaning
 */
public record DatagramQuery(DatagramHeader header, NetBiosName destination, Octets trailing)
        implements DatagramMessage {

    /** Checks the type. */
    public DatagramQuery {
        if (header.type().value() < DatagramType.QUERY_REQUEST.value()) {
            throw new IllegalArgumentException("a datagram query cannot have the type " + header.type());
        }
    }

    static DatagramQuery read(DatagramHeader header, PacketReader in) {
        return new DatagramQuery(header, NetBiosNameEncoding.read(in, "destination name"), in.rest());
    }

    @Override
    public Octets encode() {
        PacketWriter out =
                new PacketWriter(DatagramHeader.SIZE + NetBiosNameEncoding.length(destination) + trailing.size());
        header.write(out);
        NetBiosNameEncoding.write(destination, out);
        return out.octets(trailing).done();
    }
}
