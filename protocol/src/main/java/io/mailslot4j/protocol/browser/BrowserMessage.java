package io.mailslot4j.protocol.browser;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.Payload;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;

/**
 * A message of the browser service, on {@code \MAILSLOT\BROWSE} or {@code \MAILSLOT\LANMAN} (MS-BRWS section 2.2). The first
 * octet tells which. Text is in the OEM code page of the sender; texts may miss their zero at the end of a message, and
 * octets behind a message are kept.
 */
public sealed interface BrowserMessage extends Payload
        permits HostAnnouncement,
                DomainAnnouncement,
                AnnouncementRequest,
                RequestElection,
                GetBackupListRequest,
                GetBackupListResponse,
                BecomeBackup,
                MasterAnnouncement,
                ResetStateRequest,
                LanmanAnnouncement,
                LanmanAnnouncementRequest,
                UnknownBrowserMessage {

    /**
     * Reads what came on {@code \MAILSLOT\BROWSE}. A message with an opcode that nobody knows is one too.
     *
     * @throws io.mailslot4j.protocol.MalformedPacketException if it ends too early, with offsets from its start
     */
    static BrowserMessage decode(Octets message) {
        return read(new PacketReader(message, 0));
    }

    /** As {@link #decode}, with the cursor at the start. */
    static BrowserMessage read(PacketReader in) {
        int opcode = in.u8("opcode");
        return switch (opcode) {
            case HostAnnouncement.HOST, HostAnnouncement.LOCAL_MASTER -> HostAnnouncement.read(opcode, in);
            case AnnouncementRequest.OPCODE -> AnnouncementRequest.read(in);
            case RequestElection.OPCODE -> RequestElection.read(in);
            case GetBackupListRequest.OPCODE -> GetBackupListRequest.read(in);
            case GetBackupListResponse.OPCODE -> GetBackupListResponse.read(in);
            case BecomeBackup.OPCODE -> BecomeBackup.read(in);
            case DomainAnnouncement.OPCODE -> DomainAnnouncement.read(in);
            case MasterAnnouncement.OPCODE -> MasterAnnouncement.read(in);
            case ResetStateRequest.OPCODE -> ResetStateRequest.read(in);
            default -> new UnknownBrowserMessage(opcode, in.rest());
        };
    }

    /**
     * Reads what came on {@code \MAILSLOT\LANMAN}: a message of LAN Manager, whose opcode has two octets, or one as on
     * {@code \MAILSLOT\BROWSE}.
     *
     * @throws io.mailslot4j.protocol.MalformedPacketException if it ends too early, with offsets from its start
     */
    static BrowserMessage decodeLanman(Octets message) {
        return readLanman(new PacketReader(message, 0));
    }

    /** As {@link #decodeLanman}, with the cursor at the start. */
    static BrowserMessage readLanman(PacketReader in) {
        Octets message = in.whole();
        boolean wide = message.size() >= 2 && message.get(1) == 0 && !HostAnnouncement.isLike(message);
        if (wide && message.get(0) == LanmanAnnouncement.OPCODE) {
            in.u16le("opcode");
            return LanmanAnnouncement.read(in);
        }
        if (wide && message.get(0) == LanmanAnnouncementRequest.OPCODE) {
            in.u16le("opcode");
            return new LanmanAnnouncementRequest(in.rest());
        }
        return read(in);
    }

    /** Writes the message behind what is there already. */
    void write(PacketWriter out);

    @Override
    default Octets encode() {
        PacketWriter out = new PacketWriter(64);
        write(out);
        return out.done();
    }
}
