package io.mailslot4j.protocol.netlogon;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.text.OemText;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;

/**
 * Nobody is logged on at a computer.
 *
 * @param computer which
 * @param trailing octets behind the message, kept but without meaning
 */
public record NoUser(OemText computer, Octets trailing) implements NetlogonMessage {
    static final int OPCODE = 0x0B;

    static NoUser read(PacketReader in) {
        return new NoUser(OemText.read(in, "computer name"), in.rest());
    }

    @Override
    public NetlogonOpcode opcode() {
        return new NetlogonOpcode(OPCODE);
    }

    @Override
    public void writeBody(PacketWriter out) {
        computer.write(out);
        out.octets(trailing);
    }
}
