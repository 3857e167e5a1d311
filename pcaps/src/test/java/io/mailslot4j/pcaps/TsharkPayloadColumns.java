package io.mailslot4j.pcaps;

import static io.mailslot4j.pcaps.TsharkText.decimal;
import static io.mailslot4j.pcaps.TsharkText.hex;

import io.mailslot4j.protocol.Payload;
import io.mailslot4j.protocol.browser.AnnouncedSystem;
import io.mailslot4j.protocol.browser.AnnouncementRequest;
import io.mailslot4j.protocol.browser.BecomeBackup;
import io.mailslot4j.protocol.browser.BrowserMessage;
import io.mailslot4j.protocol.browser.DomainAnnouncement;
import io.mailslot4j.protocol.browser.GetBackupListRequest;
import io.mailslot4j.protocol.browser.GetBackupListResponse;
import io.mailslot4j.protocol.browser.HostAnnouncement;
import io.mailslot4j.protocol.browser.LanmanAnnouncement;
import io.mailslot4j.protocol.browser.MasterAnnouncement;
import io.mailslot4j.protocol.browser.OsVersion;
import io.mailslot4j.protocol.browser.RequestElection;
import io.mailslot4j.protocol.browser.ResetStateRequest;
import io.mailslot4j.protocol.browser.ServerType;
import io.mailslot4j.protocol.netlogon.NetlogonMessage;
import io.mailslot4j.protocol.text.OemText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What we see in the payloads of the browser service, in the columns of tshark and in its spelling. */
final class TsharkPayloadColumns {
    private static final List<String> COLUMNS = List.of(
            "browser.command",
            "browser.update_count",
            "browser.period",
            "browser.server",
            "browser.mb_server",
            "browser.os_major",
            "browser.os_minor",
            "browser.server_type",
            "browser.proto_major",
            "browser.proto_minor",
            "browser.sig",
            "browser.comment",
            "browser.unused",
            "browser.response_computer_name",
            "browser.election.version",
            "browser.election.criteria",
            "browser.election.desire",
            "browser.election.os",
            "browser.uptime",
            "browser.backup.count",
            "browser.backup.token",
            "browser.backup.server",
            "browser.browser_to_promote",
            "browser.reset_cmd");

    private final Map<String, String> values = new LinkedHashMap<>();

    private TsharkPayloadColumns() {
        COLUMNS.forEach(column -> values.put(column, ""));
    }

    static Map<String, String> of(Payload payload) {
        if (payload instanceof NetlogonMessage message) {
            return TsharkNetlogonColumns.of(message);
        }
        TsharkPayloadColumns columns = new TsharkPayloadColumns();
        columns.put("browser.command", hex(2, payload.encode().get(0)));
        columns.add((BrowserMessage) payload);
        return columns.values;
    }

    private void add(BrowserMessage message) {
        if (message instanceof HostAnnouncement host) {
            announcement(host.updateCount(), host.periodicity(), host.system());
            put("browser.server", host.server().toString());
            browser(host.system());
            put("browser.comment", host.comment().toString());
        } else if (message instanceof DomainAnnouncement domain) {
            announcement(domain.updateCount(), domain.periodicity(), domain.system());
            put("browser.mb_server", domain.localMaster().toString());
            // Where Windows leaves the fields of its browser unset, tshark does not show them.
            if (domain.system().signature() == AnnouncedSystem.SIGNATURE) {
                browser(domain.system());
            }
            put("browser.server", domain.group().toString());
        } else if (message instanceof LanmanAnnouncement lanman) {
            system(lanman.version(), lanman.type());
            // tshark shows seconds as milliseconds, and the second octet of the opcode as the update count.
            put("browser.period", decimal(1000 * lanman.periodicity()));
            put("browser.update_count", "0");
            put("browser.server", lanman.server().toString());
            put("browser.comment", lanman.comment().toString());
        } else if (message instanceof RequestElection election) {
            election(election);
        } else {
            addShort(message);
        }
    }

    private void addShort(BrowserMessage message) {
        if (message instanceof AnnouncementRequest request) {
            put("browser.unused", hex(2, request.reserved()));
            put("browser.response_computer_name", request.responseName().toString());
        } else if (message instanceof GetBackupListRequest request) {
            put("browser.backup.count", decimal(request.requestedCount()));
            put("browser.backup.token", Integer.toUnsignedString(request.token()));
        } else if (message instanceof GetBackupListResponse response) {
            put("browser.backup.count", decimal(response.servers().size()));
            put("browser.backup.token", Integer.toUnsignedString(response.token()));
            put(
                    "browser.backup.server",
                    response.servers().stream().map(OemText::toString).collect(Collectors.joining("|")));
        } else if (message instanceof BecomeBackup become) {
            put("browser.browser_to_promote", become.browser().toString());
        } else if (message instanceof MasterAnnouncement master) {
            put("browser.mb_server", master.masterBrowser().toString());
        } else if (message instanceof ResetStateRequest reset) {
            put("browser.reset_cmd", hex(2, reset.type()));
        }
    }

    private void election(RequestElection election) {
        put("browser.election.version", decimal(election.version()));
        put("browser.election.criteria", hex(8, election.criteria().bits()));
        put("browser.election.desire", hex(2, election.criteria().bits() & 0xFF));
        put("browser.election.os", hex(2, election.criteria().osLevel()));
        put("browser.proto_major", decimal(election.criteria().protocolVersion() & 0xFF));
        put("browser.proto_minor", decimal(election.criteria().protocolVersion() >> 8));
        put("browser.uptime", Integer.toUnsignedString(election.uptime()));
        put("browser.server", election.server().toString());
    }

    private void announcement(int updateCount, int periodicity, AnnouncedSystem system) {
        put("browser.update_count", decimal(updateCount));
        put("browser.period", Integer.toUnsignedString(periodicity));
        system(system.version(), system.type());
    }

    private void browser(AnnouncedSystem system) {
        put("browser.proto_major", decimal(system.browserMajor()));
        put("browser.proto_minor", decimal(system.browserMinor()));
        put("browser.sig", hex(4, system.signature()));
    }

    private void system(OsVersion version, ServerType type) {
        put("browser.os_major", decimal(version.major()));
        put("browser.os_minor", decimal(version.minor()));
        put("browser.server_type", hex(8, type.bits()));
    }

    private void put(String column, String value) {
        if (values.put(column, value) == null) {
            throw new AssertionError(column + " is no column");
        }
    }
}
