package io.mailslot4j.protocol.browser;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.text.FixedText;
import io.mailslot4j.protocol.text.OemText;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
import io.mailslot4j.protocol.wire.Unsigned;

/**
 * DomainAnnouncement (MS-BRWS section 2.2.7), from a local master browser to all others: this domain or workgroup is here.
 *
 * <pre>
 *   0 opcode   1 update count   2 periodicity (4)   6 machine group (16)   22 browser configuration version
 *   24 server type (4)   28 browser version   30 signature (2)   32 local master browser, NUL
 * </pre>
 *
 * @param updateCount 0 to 255: should be 0
 * @param periodicity when the next one comes, in milliseconds, as unsigned 32 bits
 * @param group the name of the domain or workgroup, 16 octets
 * @param system what its master browser is; Windows leaves some of this unset
 * @param localMaster the name of its master browser
 * @param trailing octets behind the message, kept but without meaning
 */
public record DomainAnnouncement(
        int updateCount, int periodicity, FixedText group, AnnouncedSystem system, OemText localMaster, Octets trailing)
        implements BrowserMessage {
    static final int OPCODE = 0x0C;

    /** Checks the ranges. */
    public DomainAnnouncement {
        Unsigned.check8(updateCount, "update count");
        HostAnnouncement.checkName(group);
    }

    static DomainAnnouncement read(PacketReader in) {
        return new DomainAnnouncement(
                in.u8("update count"),
                in.i32le("periodicity"),
                new FixedText(in.octets(HostAnnouncement.NAME_SIZE, "machine group")),
                AnnouncedSystem.read(in),
                OemText.read(in, "local master browser"),
                in.rest());
    }

    @Override
    public void write(PacketWriter out) {
        out.u8(OPCODE).u8(updateCount).i32le(periodicity).octets(group.octets());
        system.write(out);
        localMaster.write(out);
        out.octets(trailing);
    }
}
