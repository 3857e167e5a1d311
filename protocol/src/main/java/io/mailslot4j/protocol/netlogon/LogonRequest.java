package io.mailslot4j.protocol.netlogon;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.text.OemText;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
import io.mailslot4j.protocol.wire.Unsigned;

/**
 * LOGON_REQUEST of LAN Manager 2.0: who can log this user on? No specification describes it; this is what Windows 9x and
 * Samba do.
 *
 * @param computer who asks
 * @param user who wants to log on
 * @param replySlot where the answer is to go, such as {@code \MAILSLOT\TEMP\NETLOGON}
 * @param requestCount how often this was asked, 0 to 255
 * @param lmNtToken 0 to 65535: 0xFFFF
 * @param lm20Token 0 to 65535: 0xFFFF
 * @param trailing octets behind the message, kept but without meaning
 */
public record LogonRequest(
        OemText computer,
        OemText user,
        OemText replySlot,
        int requestCount,
        int lmNtToken,
        int lm20Token,
        Octets trailing)
        implements NetlogonMessage {
    static final int OPCODE = 0x00;

    /** Checks the ranges. */
    public LogonRequest {
        Unsigned.check8(requestCount, "request count");
        Unsigned.check16(lmNtToken, "LmNtToken");
        Unsigned.check16(lm20Token, "Lm20Token");
    }

    static LogonRequest read(PacketReader in) {
        return new LogonRequest(
                OemText.read(in, "computer name"),
                OemText.read(in, "user name"),
                OemText.read(in, "reply slot"),
                in.u8("request count"),
                in.u16le("LmNtToken"),
                in.u16le("Lm20Token"),
                in.rest());
    }

    @Override
    public NetlogonOpcode opcode() {
        return new NetlogonOpcode(OPCODE);
    }

    @Override
    public void writeBody(PacketWriter out) {
        computer.write(out);
        user.write(out);
        replySlot.write(out);
        out.u8(requestCount).u16le(lmNtToken).u16le(lm20Token).octets(trailing);
    }
}
