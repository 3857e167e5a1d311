package io.mailslot4j.protocol.browser;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
import io.mailslot4j.protocol.wire.Unsigned;

/**
 * GetBackupListRequest (MS-BRWS section 2.2.4): which are the backup browsers?
 *
 * @param requestedCount how many are wanted, 0 to 255
 * @param token comes back in the answer
 * @param trailing octets behind the message, kept but without meaning
 */
public record GetBackupListRequest(int requestedCount, int token, Octets trailing) implements BrowserMessage {
    static final int OPCODE = 0x09;

    /** Checks the range. */
    public GetBackupListRequest {
        Unsigned.check8(requestedCount, "requested count");
    }

    static GetBackupListRequest read(PacketReader in) {
        return new GetBackupListRequest(in.u8("requested count"), in.i32le("token"), in.rest());
    }

    @Override
    public void write(PacketWriter out) {
        out.u8(OPCODE).u8(requestedCount).i32le(token).octets(trailing);
    }
}
