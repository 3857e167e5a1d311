package io.mailslot4j.protocol.netlogon;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
import io.mailslot4j.protocol.wire.Unsigned;

/**
 * A message without names: the primary domain controller failed (opcode 9), its logon service is paused (0x0F), or the user
 * is unknown (0x10).
 *
 * @param opcode which of them
 * @param version NtVersion
 * @param lmToken 0 to 65535
 * @param trailing octets behind the message, kept but without meaning
 */
public record LanmanStatus(NetlogonOpcode opcode, NtVersion version, int lmToken, Octets trailing)
        implements NetlogonMessage {

    /** Checks the range. */
    public LanmanStatus {
        Unsigned.check16(lmToken, "LM token");
    }

    static LanmanStatus read(NetlogonOpcode opcode, PacketReader in) {
        return new LanmanStatus(opcode, new NtVersion(in.i32le("NtVersion")), in.u16le("LM token"), in.rest());
    }

    @Override
    public void writeBody(PacketWriter out) {
        out.i32le(version.bits()).u16le(lmToken).octets(trailing);
    }
}
