package io.mailslot4j.protocol.netlogon;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.text.OemText;
import io.mailslot4j.protocol.text.UnicodeText;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
import io.mailslot4j.protocol.wire.Unsigned;

/**
 * NETLOGON_SAM_LOGON_REQUEST (MS-ADTS section 6.3.1.6): who can log this user or computer on? What follows the reply slot is
 * at whatever offset that leaves.
 *
 * @param requestCount how often this was asked, 0 to 65535
 * @param computer who asks
 * @param user whose account it is about, or empty
 * @param replySlot where the answer is to go, such as {@code \MAILSLOT\NET\GETDC123}
 * @param allowableAccounts which kinds of accounts are meant, as bits of the SAM
 * @param domainSid the domain's, or {@link Sid#NONE}
 * @param trailer the end
 * @param trailing octets behind the message, kept but without meaning
 */
public record SamLogonRequest(
        int requestCount,
        UnicodeText computer,
        UnicodeText user,
        OemText replySlot,
        int allowableAccounts,
        Sid domainSid,
        Trailer trailer,
        Octets trailing)
        implements NetlogonMessage {
    static final int OPCODE = 0x12;

    /** Checks the range. */
    public SamLogonRequest {
        Unsigned.check16(requestCount, "request count");
    }

    /** The first request of a computer for any domain controller. */
    public static SamLogonRequest of(String computer, String user, String replySlot, int version) {
        return new SamLogonRequest(
                0,
                UnicodeText.of(computer),
                UnicodeText.of(user),
                OemText.of(replySlot),
                0,
                Sid.NONE,
                Trailer.of(version),
                Octets.EMPTY);
    }

    static SamLogonRequest read(PacketReader in) {
        return new SamLogonRequest(
                in.u16le("request count"),
                UnicodeText.read(in, "computer name"),
                UnicodeText.read(in, "user name"),
                OemText.read(in, "reply slot"),
                in.i32le("allowable account control"),
                Sid.read(in),
                Trailer.read(in),
                in.rest());
    }

    @Override
    public NetlogonOpcode opcode() {
        return new NetlogonOpcode(OPCODE);
    }

    @Override
    public void writeBody(PacketWriter out) {
        out.u16le(requestCount);
        computer.write(out);
        user.write(out);
        replySlot.write(out);
        out.i32le(allowableAccounts);
        domainSid.write(out);
        trailer.write(out);
        out.octets(trailing);
    }
}
