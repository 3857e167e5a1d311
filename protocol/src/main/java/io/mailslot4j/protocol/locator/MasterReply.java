package io.mailslot4j.protocol.locator;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.text.FixedUnicode;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;

/**
 * The answer to a {@link MasterQuery}, on {@code \MAILSLOT\Resp_c} (MS-RPCL section 2.2.4.3.2).
 *
 * @param unused not looked at
 * @param hint should be 1
 * @param uptime in seconds, as unsigned 32 bits
 * @param sender who answers, 18 units
 * @param trailing octets behind the message, kept but without meaning
 */
public record MasterReply(int unused, int hint, int uptime, FixedUnicode sender, Octets trailing)
        implements LocatorMessage {
    private static final int SIZE = 12 + MasterQuery.NAME;

    /** Checks the size. */
    public MasterReply {
        LookupQuery.check(sender, MasterQuery.NAME);
    }

    /**
     * Reads an answer.
     *
     * @throws io.mailslot4j.protocol.MalformedPacketException if it ends too early
     */
    public static MasterReply decode(Octets message) {
        return read(new PacketReader(message, 0));
    }

    /** As {@link #decode}, with the cursor at the start. */
    public static MasterReply read(PacketReader in) {
        return new MasterReply(
                in.i32le("unused"),
                in.i32le("hint"),
                in.i32le("uptime"),
                new FixedUnicode(in.octets(MasterQuery.NAME, "sender name")),
                in.rest());
    }

    @Override
    public Octets encode() {
        PacketWriter out = new PacketWriter(SIZE + trailing.size());
        return out.i32le(unused)
                .i32le(hint)
                .i32le(uptime)
                .octets(sender.octets())
                .octets(trailing)
                .done();
    }
}
