package io.mailslot4j.protocol.browser;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.text.OemText;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;

/**
 * BecomeBackup (MS-BRWS section 2.2.6): be a backup browser.
 *
 * @param browser the name of the browser to promote
 * @param trailing octets behind the message, kept but without meaning
 */
public record BecomeBackup(OemText browser, Octets trailing) implements BrowserMessage {
    static final int OPCODE = 0x0B;

    static BecomeBackup read(PacketReader in) {
        return new BecomeBackup(OemText.read(in, "browser to promote"), in.rest());
    }

    @Override
    public void write(PacketWriter out) {
        out.u8(OPCODE);
        browser.write(out);
        out.octets(trailing);
    }
}
