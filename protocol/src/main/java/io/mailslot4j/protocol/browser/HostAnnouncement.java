package io.mailslot4j.protocol.browser;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.text.FixedText;
import io.mailslot4j.protocol.text.OemText;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
import io.mailslot4j.protocol.wire.Unsigned;

/**
 * HostAnnouncement (MS-BRWS section 2.2.1), and LocalMasterAnnouncement (section 2.2.10), which is the same from a local
 * master browser: I am here.
 *
 * <pre>
 *   0 opcode   1 update count   2 periodicity (4)   6 server name (16)   22 OS version   24 server type (4)
 *   28 browser version   30 signature (2)   32 comment, NUL
 * </pre>
 *
 * @param localMaster whether it is from a local master browser
 * @param updateCount 0 to 255: should be 0
 * @param periodicity when the next one comes, in milliseconds, as unsigned 32 bits
 * @param server the name of the host, 16 octets
 * @param system what it is
 * @param comment what its administrator says about it
 * @param trailing octets behind the message, kept but without meaning
 */
public record HostAnnouncement(
        boolean localMaster,
        int updateCount,
        int periodicity,
        FixedText server,
        AnnouncedSystem system,
        OemText comment,
        Octets trailing)
        implements BrowserMessage {
    static final int HOST = 0x01;
    static final int LOCAL_MASTER = 0x0F;
    static final int NAME_SIZE = 16;

    private static final int SIGNATURE_OFFSET = 30;

    /** Checks the ranges. */
    public HostAnnouncement {
        Unsigned.check8(updateCount, "update count");
        checkName(server);
    }

    static void checkName(FixedText name) {
        if (name.octets().size() != NAME_SIZE) {
            throw new IllegalArgumentException("an announced name has " + NAME_SIZE + " octets, not "
                    + name.octets().size());
        }
    }

    /**
     * The announcement of a host.
     *
     * @param periodicity when the next one comes, in milliseconds
     * @throws IllegalArgumentException if the name has more than 15 characters, or a text is not ASCII
     */
    public static HostAnnouncement of(int periodicity, String server, AnnouncedSystem system, String comment) {
        return new HostAnnouncement(
                false, 0, periodicity, FixedText.of(server, NAME_SIZE), system, OemText.of(comment), Octets.EMPTY);
    }

    /** Whether this looks like a host's announcement rather than one of LAN Manager, which starts alike. */
    static boolean isLike(Octets message) {
        return message.size() >= SIGNATURE_OFFSET + 2
                && (message.get(SIGNATURE_OFFSET) | message.get(SIGNATURE_OFFSET + 1) << Byte.SIZE)
                        == AnnouncedSystem.SIGNATURE;
    }

    static HostAnnouncement read(int opcode, PacketReader in) {
        return new HostAnnouncement(
                opcode == LOCAL_MASTER,
                in.u8("update count"),
                in.i32le("periodicity"),
                new FixedText(in.octets(NAME_SIZE, "server name")),
                AnnouncedSystem.read(in),
                OemText.read(in, "comment"),
                in.rest());
    }

    @Override
    public void write(PacketWriter out) {
        out.u8(localMaster ? LOCAL_MASTER : HOST).u8(updateCount).i32le(periodicity);
        out.octets(server.octets());
        system.write(out);
        comment.write(out);
        out.octets(trailing);
    }
}
