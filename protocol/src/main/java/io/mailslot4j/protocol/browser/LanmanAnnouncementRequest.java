package io.mailslot4j.protocol.browser;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.wire.PacketWriter;

/**
 * Asks for {@linkplain LanmanAnnouncement announcements} of LAN Manager.
 *
 * @param rest what follows the opcode; nobody looks at it
 */
public record LanmanAnnouncementRequest(Octets rest) implements BrowserMessage {
    static final int OPCODE = 2;

    @Override
    public void write(PacketWriter out) {
        out.u16le(OPCODE).octets(rest);
    }
}
