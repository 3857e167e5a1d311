package io.mailslot4j.protocol.browser;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.text.OemText;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
import io.mailslot4j.protocol.wire.Unsigned;

/**
 * RequestElection (MS-BRWS section 2.2.3): who is to be master browser? I could be.
 *
 * @param version of the election protocol, 0 to 255: 1
 * @param criteria how fit the sender is
 * @param uptime how long it has been up, as unsigned 32 bits: in seconds by MS-BRWS, in milliseconds as it is sent
 * @param unused 4 octets: should be 0
 * @param server the name of the sender; none where a client wants an election without being fit itself
 * @param trailing octets behind the message, kept but without meaning
 */
public record RequestElection(
        int version, ElectionCriteria criteria, int uptime, int unused, OemText server, Octets trailing)
        implements BrowserMessage {
    static final int OPCODE = 0x08;

    /** Checks the range. */
    public RequestElection {
        Unsigned.check8(version, "election version");
    }

    static RequestElection read(PacketReader in) {
        return new RequestElection(
                in.u8("election version"),
                new ElectionCriteria(in.i32le("criteria")),
                in.i32le("uptime"),
                in.i32le("unused"),
                OemText.read(in, "server name"),
                in.rest());
    }

    @Override
    public void write(PacketWriter out) {
        out.u8(OPCODE).u8(version).i32le(criteria.bits()).i32le(uptime).i32le(unused);
        server.write(out);
        out.octets(trailing);
    }
}
