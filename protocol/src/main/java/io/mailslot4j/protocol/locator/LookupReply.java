package io.mailslot4j.protocol.locator;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.text.FixedUnicode;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;

/**
 * The answer to a {@link LookupQuery}, on {@code \MAILSLOT\RpcLoc_c} (MS-RPCL section 2.2.4.2.2).
 *
 * @param domain the domain of the answering host, 20 units
 * @param buffers reply buffers and the four octets of zero that end them, not looked into
 */
public record LookupReply(FixedUnicode domain, Octets buffers) implements LocatorMessage {
    private static final int DOMAIN = 40;

    /** Checks the size. */
    public LookupReply {
        LookupQuery.check(domain, DOMAIN);
    }

    /**
     * Reads an answer.
     *
     * @throws io.mailslot4j.protocol.MalformedPacketException if it ends too early
     */
    public static LookupReply decode(Octets message) {
        return read(new PacketReader(message, 0));
    }

    /** As {@link #decode}, with the cursor at the start. */
    public static LookupReply read(PacketReader in) {
        return new LookupReply(new FixedUnicode(in.octets(DOMAIN, "domain")), in.rest());
    }

    @Override
    public Octets encode() {
        return new PacketWriter(DOMAIN + buffers.size())
                .octets(domain.octets())
                .octets(buffers)
                .done();
    }
}
