package io.mailslot4j.protocol.browser;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
import io.mailslot4j.protocol.wire.Unsigned;

/**
 * ResetStateRequest (MS-BRWS section 2.2.9): stop. Anybody can send this, so nobody should obey.
 *
 * @param type what to stop, 0 to 255: {@link #STOP_MASTER}, {@link #CLEAR_ALL}, {@link #STOP_SERVICE}
 * @param trailing octets behind the message, kept but without meaning
 */
public record ResetStateRequest(int type, Octets trailing) implements BrowserMessage {
    /** Be no longer master browser. */
    public static final int STOP_MASTER = 0x01;
    /** Forget everything, and start anew. */
    public static final int CLEAR_ALL = 0x02;
    /** Stop the browser service. */
    public static final int STOP_SERVICE = 0x04;

    static final int OPCODE = 0x0E;

    /** Checks the range. */
    public ResetStateRequest {
        Unsigned.check8(type, "reset type");
    }

    static ResetStateRequest read(PacketReader in) {
        return new ResetStateRequest(in.u8("reset type"), in.rest());
    }

    @Override
    public void write(PacketWriter out) {
        out.u8(OPCODE).u8(type).octets(trailing);
    }
}
