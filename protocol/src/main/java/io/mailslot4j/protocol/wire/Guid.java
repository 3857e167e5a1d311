package io.mailslot4j.protocol.wire;

import java.util.UUID;

/** GUIDs as Windows puts them into packets: the first three fields with their lower octets first (MS-DTYP section 2.3.4.2). */
public final class Guid {
    private Guid() {}

    /** Reads 16 octets. */
    public static UUID read(PacketReader in, String field) {
        long first = Integer.toUnsignedLong(in.i32le(field));
        long high = first << 32 | (long) in.u16le(field) << 16 | in.u16le(field);
        long low = (long) in.i32(field) << 32 | Integer.toUnsignedLong(in.i32(field));
        return new UUID(high, low);
    }

    /** Writes 16 octets. */
    public static void write(UUID guid, PacketWriter out) {
        long high = guid.getMostSignificantBits();
        out.i32le((int) (high >>> 32)).u16le((int) (high >>> 16)).u16le((int) high);
        out.i32((int) (guid.getLeastSignificantBits() >>> 32)).i32((int) guid.getLeastSignificantBits());
    }
}
