package io.mailslot4j.protocol.locator;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.text.FixedUnicode;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;

/**
 * QUERYLOCATOR, on {@code \MAILSLOT\Resp_s}: who is the master locator? (MS-RPCL section 2.2.4.3.1)
 *
 * @param type should be 1
 * @param os should be 4
 * @param requester who asks, 18 units
 * @param trailing octets behind the message, kept but without meaning
 */
public record MasterQuery(int type, int os, FixedUnicode requester, Octets trailing) implements LocatorMessage {
    static final int NAME = 36;

    private static final int SIZE = 8 + NAME;

    /** Checks the size. */
    public MasterQuery {
        LookupQuery.check(requester, NAME);
    }

    /**
     * Reads a query.
     *
     * @throws io.mailslot4j.protocol.MalformedPacketException if it ends too early
     */
    public static MasterQuery decode(Octets message) {
        return read(new PacketReader(message, 0));
    }

    /** As {@link #decode}, with the cursor at the start. */
    public static MasterQuery read(PacketReader in) {
        return new MasterQuery(
                in.i32le("message type"),
                in.i32le("OS type"),
                new FixedUnicode(in.octets(NAME, "requester name")),
                in.rest());
    }

    @Override
    public Octets encode() {
        PacketWriter out = new PacketWriter(SIZE + trailing.size());
        return out.i32le(type)
                .i32le(os)
                .octets(requester.octets())
                .octets(trailing)
                .done();
    }
}
