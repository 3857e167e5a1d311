package io.mailslot4j.cli.payloads;

import io.mailslot4j.protocol.Payload;
import io.mailslot4j.protocol.browser.AnnouncementRequest;
import io.mailslot4j.protocol.browser.BecomeBackup;
import io.mailslot4j.protocol.browser.DomainAnnouncement;
import io.mailslot4j.protocol.browser.GetBackupListRequest;
import io.mailslot4j.protocol.browser.GetBackupListResponse;
import io.mailslot4j.protocol.browser.HostAnnouncement;
import io.mailslot4j.protocol.browser.LanmanAnnouncement;
import io.mailslot4j.protocol.browser.LanmanAnnouncementRequest;
import io.mailslot4j.protocol.browser.MasterAnnouncement;
import io.mailslot4j.protocol.browser.RequestElection;
import io.mailslot4j.protocol.browser.ResetStateRequest;
import io.mailslot4j.protocol.locator.LookupQuery;
import io.mailslot4j.protocol.locator.LookupReply;
import io.mailslot4j.protocol.locator.MasterQuery;
import io.mailslot4j.protocol.locator.MasterReply;
import io.mailslot4j.protocol.messenger.MessengerMessage;
import io.mailslot4j.protocol.netlogon.NetlogonMessage;
import io.mailslot4j.protocol.netlogon.NetlogonOpcode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a payload is, in the words that the JSON of the command has under {@code type}. */
public final class PayloadType {
    static final String UNKNOWN = "unknown";
    public static final String MALFORMED = "malformed";

    private static final Map<Class<? extends Payload>, String> TYPES = Map.ofEntries(
            Map.entry(DomainAnnouncement.class, "domain-announcement"),
            Map.entry(AnnouncementRequest.class, "announcement-request"),
            Map.entry(RequestElection.class, "request-election"),
            Map.entry(GetBackupListRequest.class, "get-backup-list-request"),
            Map.entry(GetBackupListResponse.class, "get-backup-list-response"),
            Map.entry(BecomeBackup.class, "become-backup"),
            Map.entry(MasterAnnouncement.class, "master-announcement"),
            Map.entry(ResetStateRequest.class, "reset-state-request"),
            Map.entry(LanmanAnnouncement.class, "lanman-announcement"),
            Map.entry(LanmanAnnouncementRequest.class, "lanman-announcement-request"),
            Map.entry(MessengerMessage.class, "messenger-message"),
            Map.entry(LookupQuery.class, "locator-lookup-query"),
            Map.entry(LookupReply.class, "locator-lookup-reply"),
            Map.entry(MasterQuery.class, "locator-master-query"),
            Map.entry(MasterReply.class, "locator-master-reply"));

    private static final String HOST = "host-announcement";
    private static final String LOCAL_MASTER = "local-master-announcement";

    private PayloadType() {}

    /** All types that have a name. */
    public static List<String> named() {
        return Stream.of(
                        Stream.of(HOST, LOCAL_MASTER, UNKNOWN, MALFORMED),
                        TYPES.values().stream(),
                        IntStream.rangeClosed(0, 0xFF)
                                .mapToObj(opcode -> new NetlogonOpcode(opcode).toString())
                                .filter(type -> !isNumbered(type)))
                .flatMap(Function.identity())
                .toList();
    }

    /** Whether a type has a number, because it has no name. */
    public static boolean isNumbered(String type) {
        return type.startsWith("netlogon-0x");
    }

    static String of(Payload payload) {
        if (payload instanceof HostAnnouncement host) {
            return host.localMaster() ? LOCAL_MASTER : HOST;
        }
        return payload instanceof NetlogonMessage message
                ? message.opcode().toString()
                : TYPES.getOrDefault(payload.getClass(), UNKNOWN);
    }
}
