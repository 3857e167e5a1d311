package io.mailslot4j.protocol.browser;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.wire.PacketWriter;
import io.mailslot4j.protocol.wire.Unsigned;

/**
 * A message with an opcode that is in no specification.
 *
 * @param opcode 0 to 255
 * @param rest what follows it
 */
public record UnknownBrowserMessage(int opcode, Octets rest) implements BrowserMessage {

    /** Checks the range. */
    public UnknownBrowserMessage {
        Unsigned.check8(opcode, "opcode");
    }

    @Override
    public void write(PacketWriter out) {
        out.u8(opcode).octets(rest);
    }
}
