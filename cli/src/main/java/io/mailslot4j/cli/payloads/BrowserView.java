package io.mailslot4j.cli.payloads;

import io.mailslot4j.cli.output.Json;
import io.mailslot4j.protocol.browser.AnnouncedSystem;
import io.mailslot4j.protocol.browser.AnnouncementRequest;
import io.mailslot4j.protocol.browser.BecomeBackup;
import io.mailslot4j.protocol.browser.BrowserMessage;
import io.mailslot4j.protocol.browser.DomainAnnouncement;
import io.mailslot4j.protocol.browser.ElectionCriteria;
import io.mailslot4j.protocol.browser.GetBackupListRequest;
import io.mailslot4j.protocol.browser.GetBackupListResponse;
import io.mailslot4j.protocol.browser.HostAnnouncement;
import io.mailslot4j.protocol.browser.LanmanAnnouncement;
import io.mailslot4j.protocol.browser.LanmanAnnouncementRequest;
import io.mailslot4j.protocol.browser.MasterAnnouncement;
import io.mailslot4j.protocol.browser.OsVersion;
import io.mailslot4j.protocol.browser.RequestElection;
import io.mailslot4j.protocol.browser.ResetStateRequest;
import io.mailslot4j.protocol.browser.ServerType;
import io.mailslot4j.protocol.browser.UnknownBrowserMessage;
import io.mailslot4j.protocol.text.FixedText;
import io.mailslot4j.protocol.text.OemText;
import java.util.List;
import java.util.Locale;

/** Messages of the browser service, for programs. */
public final class BrowserView {
    private BrowserView() {}

    static Json json(BrowserMessage message) {
        if (message instanceof HostAnnouncement host) {
            return announcement(host, "server", host.server(), host.system())
                    .put("comment", host.comment().toString())
                    .put("periodicity", Integer.toUnsignedLong(host.periodicity()))
                    .put("updateCount", host.updateCount());
        } else if (message instanceof DomainAnnouncement domain) {
            return announcement(domain, "group", domain.group(), domain.system())
                    .put("localMaster", domain.localMaster().toString())
                    .put("periodicity", Integer.toUnsignedLong(domain.periodicity()))
                    .put("updateCount", domain.updateCount());
        } else if (message instanceof LanmanAnnouncement lanman) {
            Json json = type(message).put("server", lanman.server().toString());
            return system(json, lanman.version(), lanman.type())
                    .put("comment", lanman.comment().toString())
                    .put("periodicity", lanman.periodicity() * 1000L);
        } else if (message instanceof RequestElection election) {
            return election(election);
        } else {
            return small(message);
        }
    }

    private static Json small(BrowserMessage message) {
        if (message instanceof AnnouncementRequest request) {
            return type(message).put("responseName", request.responseName().toString());
        } else if (message instanceof GetBackupListRequest request) {
            return type(message)
                    .put("count", request.requestedCount())
                    .put("token", Integer.toUnsignedLong(request.token()));
        } else if (message instanceof GetBackupListResponse response) {
            List<String> servers =
                    response.servers().stream().map(OemText::toString).toList();
            return type(message).put("servers", servers).put("token", Integer.toUnsignedLong(response.token()));
        } else if (message instanceof BecomeBackup become) {
            return type(message).put("browser", become.browser().toString());
        } else if (message instanceof MasterAnnouncement master) {
            return type(message).put("masterBrowser", master.masterBrowser().toString());
        } else if (message instanceof ResetStateRequest reset) {
            return type(message).put("reset", reset.type());
        } else if (message instanceof LanmanAnnouncementRequest) {
            return type(message);
        } else if (message instanceof UnknownBrowserMessage unknown) {
            return type(message).put("opcode", unknown.opcode());
        }
        throw new AssertionError(message.getClass());
    }

    private static Json type(BrowserMessage message) {
        return new Json().put("type", PayloadType.of(message));
    }

    private static Json announcement(BrowserMessage message, String key, FixedText name, AnnouncedSystem system) {
        return system(type(message).put(key, name.toString()), system.version(), system.type())
                .put("browserVersion", system.browserMajor() + "." + system.browserMinor())
                .put("signature", system.signature());
    }

    private static Json system(Json json, OsVersion version, ServerType type) {
        json.put("osVersion", version.toString());
        version.windows().ifPresent(windows -> json.put("os", windows));
        return json.put("serverType", Integer.toUnsignedLong(type.bits())).put("roles", roles(type));
    }

    public static List<String> roles(ServerType type) {
        return type.roles().stream()
                .map(role -> role.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    private static Json election(RequestElection election) {
        ElectionCriteria criteria = election.criteria();
        return type(election)
                .put("server", election.server().toString())
                .put("version", election.version())
                .put("criteria", Integer.toUnsignedLong(criteria.bits()))
                .put("osLevel", criteria.osLevel())
                .put("uptime", Integer.toUnsignedLong(election.uptime()));
    }
}
