package io.mailslot4j.protocol.browser;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.text.OemText;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
import io.mailslot4j.protocol.wire.Unsigned;

/**
 * The announcement of LAN Manager, which OS/2 and Samba still send to {@code \MAILSLOT\LANMAN}. No specification of
 * Microsoft's describes it; this is what Samba sends.
 *
 * <pre>
 *   0 opcode (2)   2 server type (4)   6 OS version   8 periodicity (2)   10 server name, NUL   comment, NUL
 * </pre>
 *
 * @param type what the host is
 * @param version of its operating system
 * @param periodicity when the next one comes, in seconds, 0 to 65535
 * @param server the name of the host
 * @param comment what its administrator says about it
 * @param trailing octets behind the message, kept but without meaning
 */
public record LanmanAnnouncement(
        ServerType type, OsVersion version, int periodicity, OemText server, OemText comment, Octets trailing)
        implements BrowserMessage {
    static final int OPCODE = 1;

    /** Checks the range. */
    public LanmanAnnouncement {
        Unsigned.check16(periodicity, "periodicity");
    }

    static LanmanAnnouncement read(PacketReader in) {
        return new LanmanAnnouncement(
                new ServerType(in.i32le("server type")),
                new OsVersion(in.u8("OS version major"), in.u8("OS version minor")),
                in.u16le("periodicity"),
                OemText.read(in, "server name"),
                OemText.read(in, "comment"),
                in.rest());
    }

    @Override
    public void write(PacketWriter out) {
        out.u16le(OPCODE)
                .i32le(type.bits())
                .u8(version.major())
                .u8(version.minor())
                .u16le(periodicity);
        server.write(out);
        comment.write(out);
        out.octets(trailing);
    }
}
