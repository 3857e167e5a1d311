package io.mailslot4j.protocol.netlogon;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.wire.PacketWriter;

/**
 * A message with an opcode that is in no specification, or whose body is in none.
 *
 * @param opcode what it says it is
 * @param rest what follows it
 */
public record UnknownNetlogonMessage(NetlogonOpcode opcode, Octets rest) implements NetlogonMessage {

    @Override
    public void writeBody(PacketWriter out) {
        out.octets(rest);
    }
}
