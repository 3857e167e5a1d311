package io.mailslot4j.protocol.browser;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.text.OemText;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;

/**
 * MasterAnnouncement (MS-BRWS section 2.2.8): I am the master browser of another subnet.
 *
 * @param masterBrowser the name of the sender
 * @param trailing octets behind the message, kept but without meaning
 */
public record MasterAnnouncement(OemText masterBrowser, Octets trailing) implements BrowserMessage {
    static final int OPCODE = 0x0D;

    static MasterAnnouncement read(PacketReader in) {
        return new MasterAnnouncement(OemText.read(in, "master browser"), in.rest());
    }

    @Override
    public void write(PacketWriter out) {
        out.u8(OPCODE);
        masterBrowser.write(out);
        out.octets(trailing);
    }
}
