package io.mailslot4j.protocol.payload;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.Payload;
import io.mailslot4j.protocol.browser.BrowserMessage;
import io.mailslot4j.protocol.locator.LookupQuery;
import io.mailslot4j.protocol.locator.LookupReply;
import io.mailslot4j.protocol.locator.MasterQuery;
import io.mailslot4j.protocol.locator.MasterReply;
import io.mailslot4j.protocol.mailslot.MailslotName;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.messenger.MessengerMessage;
import io.mailslot4j.protocol.netlogon.NetlogonMessage;
import io.mailslot4j.protocol.wire.PacketReader;

/** What the mailslots of Windows itself carry, by their names. */
public enum PayloadKind {
    /** {@code \MAILSLOT\BROWSE}: the browser service. */
    BROWSER,
    /** {@code \MAILSLOT\LANMAN}: the browser service, and LAN Manager's before it. */
    LANMAN,
    /**
     * {@code \MAILSLOT\NET\NETLOGON} and {@code \MAILSLOT\NET\NTLOGON}: requests for domain controllers; their answers go
     * where the request says, which is {@code \MAILSLOT\NET\GETDC} with a number behind it, or of old
     * {@code \MAILSLOT\TEMP\NETLOGON}.
     */
    NETLOGON,
    /** {@code \MAILSLOT\MESSNGR}: messages for the user of a computer. */
    MESSENGER,
    /** {@code \MAILSLOT\RpcLoc_s}: who serves an interface? */
    LOCATOR_LOOKUP_QUERY,
    /** {@code \MAILSLOT\RpcLoc_c}: the answer. */
    LOCATOR_LOOKUP_REPLY,
    /** {@code \MAILSLOT\Resp_s}: who is the master locator? */
    LOCATOR_MASTER_QUERY,
    /** {@code \MAILSLOT\Resp_c}: the answer. */
    LOCATOR_MASTER_REPLY,
    /** All others. */
    RAW;

    /** What the slot with this name carries, such as {@code \MAILSLOT\BROWSE}, without regard to case. */
    public static PayloadKind of(String slot) {
        String name = MailslotName.fold(slot.substring(Math.min(slot.length(), MailslotWrite.PREFIX.length())));
        return switch (name) {
            case "BROWSE" -> BROWSER;
            case "LANMAN" -> LANMAN;
            case "MESSNGR" -> MESSENGER;
            case "NET\\NETLOGON", "NET\\NTLOGON", "TEMP\\NETLOGON" -> NETLOGON;
            case "RPCLOC_S" -> LOCATOR_LOOKUP_QUERY;
            case "RPCLOC_C" -> LOCATOR_LOOKUP_REPLY;
            case "RESP_S" -> LOCATOR_MASTER_QUERY;
            case "RESP_C" -> LOCATOR_MASTER_REPLY;
            default -> name.startsWith("NET\\GETDC") ? NETLOGON : RAW;
        };
    }

    /** What a write carries. */
    public static Payload decode(MailslotWrite write) {
        return of(write.slot()).decode(write.data());
    }

    /**
     * Reads what such a slot carries. Whatever the octets, the result is a payload or the exception.
     *
     * @throws io.mailslot4j.protocol.MalformedPacketException if it ends too early, with offsets from the start of
     *     {@code data}
     */
    public Payload decode(Octets data) {
        return read(new PacketReader(data, 0));
    }

    /** As {@link #decode(Octets)}, with the cursor at the start. */
    public Payload read(PacketReader in) {
        return switch (this) {
            case BROWSER -> BrowserMessage.read(in);
            case LANMAN -> BrowserMessage.readLanman(in);
            case NETLOGON -> NetlogonMessage.read(in);
            case MESSENGER -> MessengerMessage.read(in);
            case LOCATOR_LOOKUP_QUERY -> LookupQuery.read(in);
            case LOCATOR_LOOKUP_REPLY -> LookupReply.read(in);
            case LOCATOR_MASTER_QUERY -> MasterQuery.read(in);
            case LOCATOR_MASTER_REPLY -> MasterReply.read(in);
            case RAW -> new RawPayload(in.rest());
        };
    }
}
