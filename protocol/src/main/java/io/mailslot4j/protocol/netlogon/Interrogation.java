package io.mailslot4j.protocol.netlogon;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
import io.mailslot4j.protocol.wire.Unsigned;

/**
 * The answer to a relogon (opcode 0x0D) or an interrogation (0x0E), with the version of the answering system.
 *
 * @param opcode which of them
 * @param major 0 to 255
 * @param minor 0 to 255
 * @param os 0 to 255
 * @param version NtVersion
 * @param lmToken 0 to 65535
 * @param trailing octets behind the message, kept but without meaning
 */
public record Interrogation(
        NetlogonOpcode opcode, int major, int minor, int os, NtVersion version, int lmToken, Octets trailing)
        implements NetlogonMessage {

    /** Checks the ranges. */
    public Interrogation {
        Unsigned.check8(major, "major version");
        Unsigned.check8(minor, "minor version");
        Unsigned.check8(os, "OS version");
        Unsigned.check16(lmToken, "LM token");
    }

    static Interrogation read(NetlogonOpcode opcode, PacketReader in) {
        return new Interrogation(
                opcode,
                in.u8("major version"),
                in.u8("minor version"),
                in.u8("OS version"),
                new NtVersion(in.i32le("NtVersion")),
                in.u16le("LM token"),
                in.rest());
    }

    @Override
    public void writeBody(PacketWriter out) {
        out.u8(major).u8(minor).u8(os).i32le(version.bits()).u16le(lmToken).octets(trailing);
    }
}
