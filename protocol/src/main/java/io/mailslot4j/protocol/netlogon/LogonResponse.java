package io.mailslot4j.protocol.netlogon;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.text.OemText;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;

/**
 * The answer of LAN Manager 1.0 to a logon request.
 *
 * @param user who may log on
 * @param script what is run then
 * @param trailing octets behind the message, kept but without meaning
 */
public record LogonResponse(OemText user, OemText script, Octets trailing) implements NetlogonMessage {
    static final int OPCODE = 0x01;

    static LogonResponse read(PacketReader in) {
        return new LogonResponse(OemText.read(in, "user name"), OemText.read(in, "script name"), in.rest());
    }

    @Override
    public NetlogonOpcode opcode() {
        return new NetlogonOpcode(OPCODE);
    }

    @Override
    public void writeBody(PacketWriter out) {
        user.write(out);
        script.write(out);
        out.octets(trailing);
    }
}
