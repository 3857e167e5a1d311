package io.mailslot4j.protocol.netlogon;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.text.OemText;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
import io.mailslot4j.protocol.wire.Unsigned;

/**
 * A query of LAN Manager 1.0 for a centralized or distributed domain (opcodes 2 and 3), or the answer to it (4 and 5).
 *
 * @param opcode which of them
 * @param computer who asks or answers
 * @param slot where the answer is to go
 * @param version 0 to 65535
 * @param lmToken 0 to 65535
 * @param trailing octets behind the message, kept but without meaning
 */
public record LanmanQuery(
        NetlogonOpcode opcode, OemText computer, OemText slot, int version, int lmToken, Octets trailing)
        implements NetlogonMessage {

    /** Checks the ranges. */
    public LanmanQuery {
        Unsigned.check16(version, "version");
        Unsigned.check16(lmToken, "LM token");
    }

    static LanmanQuery read(NetlogonOpcode opcode, PacketReader in) {
        return new LanmanQuery(
                opcode,
                OemText.read(in, "computer name"),
                OemText.read(in, "slot"),
                in.u16le("version"),
                in.u16le("LM token"),
                in.rest());
    }

    @Override
    public void writeBody(PacketWriter out) {
        computer.write(out);
        slot.write(out);
        out.u16le(version).u16le(lmToken).octets(trailing);
    }
}
