package io.mailslot4j.protocol.netlogon;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.text.OemText;
import io.mailslot4j.protocol.text.UnicodeText;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
import java.util.Optional;

/**
 * NETLOGON_PRIMARY_RESPONSE (MS-ADTS section 6.3.1.5), and the announcement of a primary domain controller that starts, which
 * is the same with opcode 8: this is the primary domain controller.
 *
 * @param opcode which of them
 * @param pdc its name
 * @param nt what Windows NT and later add
 * @param trailing octets behind the message
 */
public record PrimaryResponse(NetlogonOpcode opcode, OemText pdc, Optional<Nt> nt, Octets trailing)
        implements NetlogonMessage {

    /**
     * What Windows NT and later add.
     *
     * @param pad up to an even offset, from senders that are careful
     * @param pdc the name again
     * @param domain its domain
     * @param trailerPad up to a multiple of four, from Samba; MS-ADTS has none there
     * @param trailer the end
     */
    public record Nt(Octets pad, UnicodeText pdc, UnicodeText domain, Octets trailerPad, Trailer trailer) {}

    static PrimaryResponse read(NetlogonOpcode opcode, PacketReader in) {
        OemText pdc = OemText.read(in, "PDC name");
        Optional<Nt> nt = Optional.empty();
        if (in.remaining() > Trailer.SIZE) {
            nt = Optional.of(new Nt(
                    Alignment.readPad(in, "padding"),
                    UnicodeText.read(in, "Unicode PDC name"),
                    UnicodeText.read(in, "domain name"),
                    Trailer.readPad(in),
                    Trailer.read(in)));
        }
        return new PrimaryResponse(opcode, pdc, nt, in.rest());
    }

    @Override
    public void writeBody(PacketWriter out) {
        pdc.write(out);
        nt.ifPresent(more -> {
            out.octets(more.pad());
            more.pdc().write(out);
            more.domain().write(out);
            out.octets(more.trailerPad());
            more.trailer().write(out);
        });
        out.octets(trailing);
    }
}
