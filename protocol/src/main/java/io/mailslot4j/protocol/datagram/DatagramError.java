package io.mailslot4j.protocol.datagram;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;

/**
 * DATAGRAM ERROR: a node does not hold the unique name that a datagram was sent to (RFC 1002 section 4.4.3). We read
 * these, but never send one: it would go to an address that anybody may have forged.
 *
 * @param header the first ten octets, with the id of the datagram that failed and the address of who reports it
 * @param code ERROR_CODE
 * @param trailing octets behind the message, kept but without meaning
 */
public record DatagramError(DatagramHeader header, DatagramErrorCode code, Octets trailing) implements DatagramMessage {

    /** Checks the type. */
    public DatagramError {
        if (header.type() != DatagramType.ERROR) {
            throw new IllegalArgumentException("a datagram error has the type ERROR, not " + header.type());
        }
    }

    static DatagramError read(DatagramHeader header, PacketReader in) {
        return new DatagramError(header, new DatagramErrorCode(in.u8("error code")), in.rest());
    }

    @Override
    public Octets encode() {
        PacketWriter out = new PacketWriter(DatagramHeader.SIZE + 1 + trailing.size());
        header.write(out);
        return out.u8(code.value()).octets(trailing).done();
    }
}
