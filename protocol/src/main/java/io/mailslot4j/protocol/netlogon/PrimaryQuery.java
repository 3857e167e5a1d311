package io.mailslot4j.protocol.netlogon;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.text.OemText;
import io.mailslot4j.protocol.text.UnicodeText;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
import java.util.Optional;

/**
 * LOGON_PRIMARY_QUERY, called NETLOGON_LOGON_QUERY in MS-ADTS section 6.3.1.4: who is the primary domain controller?
 *
 * @param computer who asks
 * @param replySlot where the answer is to go, such as {@code \MAILSLOT\NET\GETDC123}
 * @param nt what Windows NT and later add; Windows 9x has just an Lm20Token there, which is in {@code trailing}
 * @param trailing octets behind the message
 */
public record PrimaryQuery(OemText computer, OemText replySlot, Optional<Nt> nt, Octets trailing)
        implements NetlogonMessage {
    static final int OPCODE = 0x07;

    /**
     * What Windows NT and later add.
     *
     * @param pad up to an even offset, from senders that are careful
     * @param computer who asks, again
     * @param trailer the end
     */
    public record Nt(Octets pad, UnicodeText computer, Trailer trailer) {}

    /** The query of Windows NT and later. */
    public static PrimaryQuery of(String computer, String replySlot, int version) {
        OemText oemComputer = OemText.of(computer);
        OemText slot = OemText.of(replySlot);
        Octets pad =
                Alignment.padBehind(oemComputer.octets().size() + slot.octets().size());
        Nt nt = new Nt(pad, UnicodeText.of(computer), Trailer.of(version));
        return new PrimaryQuery(oemComputer, slot, Optional.of(nt), Octets.EMPTY);
    }

    static PrimaryQuery read(PacketReader in) {
        OemText computer = OemText.read(in, "computer name");
        OemText replySlot = OemText.read(in, "reply slot");
        Optional<Nt> nt = Optional.empty();
        if (in.remaining() > Trailer.SIZE) {
            nt = Optional.of(new Nt(
                    Alignment.readPad(in, "padding"), UnicodeText.read(in, "Unicode computer name"), Trailer.read(in)));
        }
        return new PrimaryQuery(computer, replySlot, nt, in.rest());
    }

    @Override
    public NetlogonOpcode opcode() {
        return new NetlogonOpcode(OPCODE);
    }

    @Override
    public void writeBody(PacketWriter out) {
        computer.write(out);
        replySlot.write(out);
        nt.ifPresent(more -> {
            out.octets(more.pad());
            more.computer().write(out);
            more.trailer().write(out);
        });
        out.octets(trailing);
    }
}
