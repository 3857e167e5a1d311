package io.mailslot4j.protocol.browser;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.text.OemText;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
import io.mailslot4j.protocol.wire.Unsigned;
import java.util.ArrayList;
import java.util.List;

/**
 * GetBackupListResponse (MS-BRWS section 2.2.5): these are the backup browsers.
 *
 * @param token that of the request
 * @param servers their names, at most 255
 * @param trailing octets behind the message, kept but without meaning
 */
public record GetBackupListResponse(int token, List<OemText> servers, Octets trailing) implements BrowserMessage {
    static final int OPCODE = 0x0A;

    /** Checks the range, and copies the list. */
    public GetBackupListResponse {
        Unsigned.check8(servers.size(), "backup server count");
        servers = List.copyOf(servers);
    }

    static GetBackupListResponse read(PacketReader in) {
        int count = in.u8("backup server count");
        int token = in.i32le("token");
        List<OemText> servers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            servers.add(OemText.read(in, "backup server"));
        }
        return new GetBackupListResponse(token, servers, in.rest());
    }

    @Override
    public void write(PacketWriter out) {
        out.u8(OPCODE).u8(servers.size()).i32le(token);
        servers.forEach(server -> server.write(out));
        out.octets(trailing);
    }
}
