package io.mailslot4j.protocol.datagram;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
import io.mailslot4j.protocol.wire.Unsigned;
import java.util.Locale;

/**
 * The ten octets that start every packet of the datagram service (RFC 1002 section 4.4.1).
 *
 * <pre>
 *   0 MSG_TYPE   1 FLAGS   2 DGM_ID (2)   4 SOURCE_IP (4)   8 SOURCE_PORT (2)
 * </pre>
 *
 * @param type MSG_TYPE
 * @param flags FLAGS
 * @param id DGM_ID, 0 to 65535, the same in all fragments of one datagram
 * @param sourceAddress SOURCE_IP as the sender says; the packet may come from elsewhere
 * @param sourcePort SOURCE_PORT as the sender says, 0 to 65535
 */
public record DatagramHeader(
        DatagramType type, DatagramFlags flags, int id, Ipv4Address sourceAddress, int sourcePort) {
    /** Octets of this header. */
    static final int SIZE = 10;

    /** Checks the ranges. */
    public DatagramHeader {
        Unsigned.check16(id, "DGM_ID");
        Unsigned.check16(sourcePort, "SOURCE_PORT");
    }

    /** The same header with other flags. */
    public DatagramHeader with(DatagramFlags newFlags) {
        return new DatagramHeader(type, newFlags, id, sourceAddress, sourcePort);
    }

    static DatagramHeader read(PacketReader in) {
        int type = in.u8("message type");
        DatagramType known = DatagramType.of(type)
                .orElseThrow(() -> in.malformed(
                        "message type", 1, String.format(Locale.ROOT, "0x%02x is not one of 0x10 to 0x16", type)));
        return new DatagramHeader(
                known,
                new DatagramFlags(in.u8("flags")),
                in.u16("datagram id"),
                in.ipv4("source address"),
                in.u16("source port"));
    }

    void write(PacketWriter out) {
        out.u8(type.value()).u8(flags.value()).u16(id).ipv4(sourceAddress).u16(sourcePort);
    }
}
