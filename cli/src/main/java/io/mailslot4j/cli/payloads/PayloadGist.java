package io.mailslot4j.cli.payloads;

import io.mailslot4j.protocol.Payload;
import io.mailslot4j.protocol.browser.AnnouncementRequest;
import io.mailslot4j.protocol.browser.BecomeBackup;
import io.mailslot4j.protocol.browser.BrowserMessage;
import io.mailslot4j.protocol.browser.DomainAnnouncement;
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
import io.mailslot4j.protocol.locator.LookupQuery;
import io.mailslot4j.protocol.locator.LookupReply;
import io.mailslot4j.protocol.locator.MasterQuery;
import io.mailslot4j.protocol.locator.MasterReply;
import io.mailslot4j.protocol.messenger.MessengerMessage;
import io.mailslot4j.protocol.netlogon.LogonRequest;
import io.mailslot4j.protocol.netlogon.LogonResponse2;
import io.mailslot4j.protocol.netlogon.NetlogonMessage;
import io.mailslot4j.protocol.netlogon.PrimaryQuery;
import io.mailslot4j.protocol.netlogon.PrimaryResponse;
import io.mailslot4j.protocol.netlogon.SamLogonRequest;
import io.mailslot4j.protocol.netlogon.SamLogonResponse;
import io.mailslot4j.protocol.netlogon.SamLogonResponseEx;
import io.mailslot4j.protocol.text.OemText;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** The gist of a payload in half a line. It has text from the network, so it is not safe to show as it is. */
final class PayloadGist {
    private PayloadGist() {}

    static String of(Payload payload) {
        if (payload instanceof BrowserMessage message) {
            return browser(message);
        } else if (payload instanceof NetlogonMessage message) {
            return message.opcode() + netlogon(message);
        } else if (payload instanceof MessengerMessage message) {
            return "message from " + message.from() + " to " + message.to() + ": " + message.text();
        } else if (payload instanceof LookupQuery query) {
            return "locator: " + query.workstation() + " asks who serves " + query.interfaceId();
        } else if (payload instanceof LookupReply reply) {
            return "locator: answer from " + reply.domain();
        } else if (payload instanceof MasterQuery query) {
            return "locator: " + query.requester() + " asks for the master";
        } else if (payload instanceof MasterReply reply) {
            return "locator: " + reply.sender() + " is the master";
        }
        throw new AssertionError(payload.getClass());
    }

    private static String browser(BrowserMessage message) {
        if (message instanceof HostAnnouncement host) {
            return (host.localMaster() ? "local master announcement " : "host announcement ")
                    + host.server()
                    + system(host.system().version(), host.system().type())
                    + quoted(host.comment());
        } else if (message instanceof DomainAnnouncement domain) {
            return "domain announcement " + domain.group() + ", master " + domain.localMaster();
        } else if (message instanceof LanmanAnnouncement lanman) {
            return "LAN Manager announcement " + lanman.server() + system(lanman.version(), lanman.type())
                    + quoted(lanman.comment());
        } else if (message instanceof RequestElection election) {
            return String.format(
                    Locale.ROOT,
                    "election, %s, criteria %08x, up %s",
                    election.server().octets().isEmpty() ? "no candidate" : election.server(),
                    election.criteria().bits(),
                    uptime(Integer.toUnsignedLong(election.uptime())));
        } else if (message instanceof AnnouncementRequest request) {
            return "announcement request from " + request.responseName();
        } else if (message instanceof GetBackupListRequest request) {
            return "backup list request for " + request.requestedCount();
        } else if (message instanceof GetBackupListResponse response) {
            return "backup list "
                    + response.servers().stream().map(OemText::toString).collect(Collectors.joining(", "));
        } else if (message instanceof BecomeBackup become) {
            return "become backup, " + become.browser();
        } else if (message instanceof MasterAnnouncement master) {
            return "master announcement " + master.masterBrowser();
        } else if (message instanceof ResetStateRequest reset) {
            return "reset state " + reset.type();
        } else if (message instanceof LanmanAnnouncementRequest) {
            return "LAN Manager announcement request";
        } else if (message instanceof UnknownBrowserMessage unknown) {
            return String.format(Locale.ROOT, "unknown opcode 0x%02x", unknown.opcode());
        }
        throw new AssertionError(message.getClass());
    }

    private static String system(OsVersion version, ServerType type) {
        return type.bits() == 0 ? ", going away" : ", " + version.windows().orElse("version " + version);
    }

    private static String quoted(OemText comment) {
        return comment.octets().isEmpty() ? "" : ", \"" + comment + "\"";
    }

    /** Senders count milliseconds. */
    private static String uptime(long millis) {
        Duration up = Duration.ofMillis(millis);
        return up.toDays() > 0
                ? up.toDays() + "d " + up.toHoursPart() + "h"
                : up.toHours() > 0 ? up.toHours() + "h " + up.toMinutesPart() + "m" : up.toSeconds() + "s";
    }

    private static String netlogon(NetlogonMessage message) {
        if (message instanceof SamLogonRequest request) {
            return " from " + request.computer() + (request.user().octets().isEmpty() ? "" : " for " + request.user());
        } else if (message instanceof SamLogonResponse response) {
            return " from " + response.server() + " of " + response.domain();
        } else if (message instanceof SamLogonResponseEx response) {
            return " from " + response.names().host() + " of "
                    + response.names().domain();
        } else if (message instanceof PrimaryQuery query) {
            return " from " + query.computer();
        } else if (message instanceof PrimaryResponse response) {
            return ": " + response.pdc()
                    + response.nt().map(nt -> " of " + nt.domain()).orElse("");
        } else if (message instanceof LogonRequest request) {
            return " from " + request.computer() + " for " + request.user();
        } else if (message instanceof LogonResponse2 response) {
            return " from " + response.server();
        }
        return "";
    }
}
