package io.mailslot4j.protocol.netlogon;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.Payload;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;

/**
 * A message by which domain controllers are found, on {@code \MAILSLOT\NET\NETLOGON}, {@code \MAILSLOT\NET\NTLOGON} and the
 * slots that requests name for their answers (MS-ADTS section 6.3, MS-NRPC section 2.2.1.5, and what LAN Manager had before).
 * The first two octets tell which. Texts may miss their zero at the end of a message, and octets behind a message are kept.
 */
public sealed interface NetlogonMessage extends Payload
        permits LogonRequest,
                LogonResponse,
                LanmanQuery,
                LogonResponse2,
                PrimaryQuery,
                PrimaryResponse,
                LanmanStatus,
                DatabaseChange,
                NoUser,
                Interrogation,
                AccountUpdate,
                SamLogonRequest,
                SamLogonResponse,
                SamLogonResponseEx,
                UnknownNetlogonMessage {

    /**
     * Reads a message. One with an opcode that nobody knows is one too.
     *
     * @throws io.mailslot4j.protocol.MalformedPacketException if it ends too early, with offsets from its start
     */
    static NetlogonMessage decode(Octets message) {
        return read(new PacketReader(message, 0));
    }

    /** As {@link #decode}, with the cursor at the start. */
    static NetlogonMessage read(PacketReader in) {
        NetlogonOpcode opcode = new NetlogonOpcode(in.u16le("opcode"));
        return switch (opcode.value()) {
            case LogonRequest.OPCODE -> LogonRequest.read(in);
            case LogonResponse.OPCODE -> LogonResponse.read(in);
            case 0x02, 0x03, 0x04, 0x05 -> LanmanQuery.read(opcode, in);
            case LogonResponse2.OPCODE -> LogonResponse2.read(in);
            case PrimaryQuery.OPCODE -> PrimaryQuery.read(in);
            case 0x08, 0x0C -> PrimaryResponse.read(opcode, in);
            case 0x09, 0x0F, 0x10 -> LanmanStatus.read(opcode, in);
            case DatabaseChange.OPCODE -> DatabaseChange.read(in);
            case NoUser.OPCODE -> NoUser.read(in);
            case 0x0D, 0x0E -> Interrogation.read(opcode, in);
            case AccountUpdate.OPCODE -> AccountUpdate.read(in);
            case SamLogonRequest.OPCODE -> SamLogonRequest.read(in);
            case 0x13 -> SamLogonResponse.read(opcode, in);
            case 0x14, 0x15 -> pausedOrUnknown(opcode, in);
            case 0x17, 0x18, 0x19 -> SamLogonResponseEx.read(opcode, in);
            default -> new UnknownNetlogonMessage(opcode, in.rest());
        };
    }

    /** MS-ADTS section 6.3.5 has these opcodes for three forms; the version at the end tells which. */
    private static NetlogonMessage pausedOrUnknown(NetlogonOpcode opcode, PacketReader in) {
        return Trailer.versionAtEnd(in).has(NtVersion.V5EX)
                ? SamLogonResponseEx.read(opcode, in)
                : SamLogonResponse.read(opcode, in);
    }

    /** What it is. */
    NetlogonOpcode opcode();

    /** Writes what follows the opcode. */
    void writeBody(PacketWriter out);

    @Override
    default Octets encode() {
        PacketWriter out = new PacketWriter(128).u16le(opcode().value());
        writeBody(out);
        return out.done();
    }
}
