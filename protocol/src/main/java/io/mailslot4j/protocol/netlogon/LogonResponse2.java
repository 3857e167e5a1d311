package io.mailslot4j.protocol.netlogon;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.text.OemText;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
import io.mailslot4j.protocol.wire.Unsigned;

/**
 * The answer of LAN Manager 2.0 to a {@link LogonRequest}.
 *
 * @param server who can log the user on, such as {@code \\SERVER}
 * @param lm20Token 0 to 65535: 0xFFFF
 * @param trailing octets behind the message, kept but without meaning
 */
public record LogonResponse2(OemText server, int lm20Token, Octets trailing) implements NetlogonMessage {
    static final int OPCODE = 0x06;

    /** Checks the range. */
    public LogonResponse2 {
        Unsigned.check16(lm20Token, "Lm20Token");
    }

    static LogonResponse2 read(PacketReader in) {
        return new LogonResponse2(OemText.read(in, "server name"), in.u16le("Lm20Token"), in.rest());
    }

    @Override
    public NetlogonOpcode opcode() {
        return new NetlogonOpcode(OPCODE);
    }

    @Override
    public void writeBody(PacketWriter out) {
        server.write(out);
        out.u16le(lm20Token).octets(trailing);
    }
}
