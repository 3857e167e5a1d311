package io.mailslot4j.protocol.netlogon;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.text.OemText;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
import io.mailslot4j.protocol.wire.Unsigned;

/**
 * An account was changed, says LAN Manager 2.1.
 *
 * @param signature 64 bits
 * @param date seconds since 1970, as unsigned 32 bits
 * @param computer who says so
 * @param user whose account
 * @param type what was changed, 0 to 65535
 * @param version NtVersion
 * @param lmToken 0 to 65535
 * @param trailing octets behind the message, kept but without meaning
 */
public record AccountUpdate(
        long signature,
        int date,
        OemText computer,
        OemText user,
        int type,
        NtVersion version,
        int lmToken,
        Octets trailing)
        implements NetlogonMessage {
    static final int OPCODE = 0x11;

    /** Checks the ranges. */
    public AccountUpdate {
        Unsigned.check16(type, "update type");
        Unsigned.check16(lmToken, "LM token");
    }

    static AccountUpdate read(PacketReader in) {
        return new AccountUpdate(
                in.i64le("signature"),
                in.i32le("date"),
                OemText.read(in, "computer name"),
                OemText.read(in, "user name"),
                in.u16le("update type"),
                new NtVersion(in.i32le("NtVersion")),
                in.u16le("LM token"),
                in.rest());
    }

    @Override
    public NetlogonOpcode opcode() {
        return new NetlogonOpcode(OPCODE);
    }

    @Override
    public void writeBody(PacketWriter out) {
        out.i64le(signature).i32le(date);
        computer.write(out);
        user.write(out);
        out.u16le(type).i32le(version.bits()).u16le(lmToken).octets(trailing);
    }
}
