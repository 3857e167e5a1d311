package io.mailslot4j.protocol.browser;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.text.OemText;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
import io.mailslot4j.protocol.wire.Unsigned;

/**
 * AnnouncementRequest (MS-BRWS section 2.2.2): announce yourselves.
 *
 * @param reserved 0 to 255: should be 0
 * @param responseName who asks
 * @param trailing octets behind the message, kept but without meaning
 */
public record AnnouncementRequest(int reserved, OemText responseName, Octets trailing) implements BrowserMessage {
    static final int OPCODE = 0x02;

    /** Checks the range. */
    public AnnouncementRequest {
        Unsigned.check8(reserved, "reserved");
    }

    /** The request of a host. */
    public static AnnouncementRequest of(String responseName) {
        return new AnnouncementRequest(0, OemText.of(responseName), Octets.EMPTY);
    }

    static AnnouncementRequest read(PacketReader in) {
        return new AnnouncementRequest(in.u8("reserved"), OemText.read(in, "response name"), in.rest());
    }

    @Override
    public void write(PacketWriter out) {
        out.u8(OPCODE).u8(reserved);
        responseName.write(out);
        out.octets(trailing);
    }
}
