package io.mailslot4j.protocol.locator;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.text.FixedUnicode;
import io.mailslot4j.protocol.wire.Guid;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
import io.mailslot4j.protocol.wire.Unsigned;
import java.util.UUID;

/**
 * QueryPacket, on {@code \MAILSLOT\RpcLoc_s}: who serves this interface? (MS-RPCL section 2.2.4.2.1)
 *
 * @param interfaceId the interface
 * @param major its version, 0 to 65535
 * @param minor its version, 0 to 65535
 * @param object the object, zeros for any
 * @param workstation who asks, such as {@code \\NAME}, 20 units
 * @param entry the name of the entry, 100 units
 * @param trailing octets behind the message, kept but without meaning
 */
public record LookupQuery(
        UUID interfaceId,
        int major,
        int minor,
        UUID object,
        FixedUnicode workstation,
        FixedUnicode entry,
        Octets trailing)
        implements LocatorMessage {
    private static final int WORKSTATION = 40;
    private static final int ENTRY = 200;
    private static final int SIZE = 276;

    /** Checks the ranges. */
    public LookupQuery {
        Unsigned.check16(major, "major version");
        Unsigned.check16(minor, "minor version");
        check(workstation, WORKSTATION);
        check(entry, ENTRY);
    }

    static void check(FixedUnicode field, int size) {
        if (field.octets().size() != size) {
            throw new IllegalArgumentException(
                    "a field of " + field.octets().size() + " octets that must have " + size);
        }
    }

    /**
     * Reads a query.
     *
     * @throws io.mailslot4j.protocol.MalformedPacketException if it ends too early
     */
    public static LookupQuery decode(Octets message) {
        return read(new PacketReader(message, 0));
    }

    /** As {@link #decode}, with the cursor at the start. */
    public static LookupQuery read(PacketReader in) {
        return new LookupQuery(
                Guid.read(in, "interface"),
                in.u16le("major version"),
                in.u16le("minor version"),
                Guid.read(in, "object"),
                new FixedUnicode(in.octets(WORKSTATION, "workstation name")),
                new FixedUnicode(in.octets(ENTRY, "entry name")),
                in.rest());
    }

    @Override
    public Octets encode() {
        PacketWriter out = new PacketWriter(SIZE + trailing.size());
        Guid.write(interfaceId, out);
        out.u16le(major).u16le(minor);
        Guid.write(object, out);
        return out.octets(workstation.octets())
                .octets(entry.octets())
                .octets(trailing)
                .done();
    }
}
