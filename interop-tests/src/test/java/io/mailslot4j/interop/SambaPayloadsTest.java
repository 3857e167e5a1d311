package io.mailslot4j.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.mailslot4j.interop.lab.NeedsPeers;
import io.mailslot4j.interop.lab.Peer;
import io.mailslot4j.interop.lab.SambaNdr;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.Payload;
import io.mailslot4j.protocol.browser.AnnouncedSystem;
import io.mailslot4j.protocol.browser.AnnouncementRequest;
import io.mailslot4j.protocol.browser.BecomeBackup;
import io.mailslot4j.protocol.browser.ElectionCriteria;
import io.mailslot4j.protocol.browser.GetBackupListRequest;
import io.mailslot4j.protocol.browser.HostAnnouncement;
import io.mailslot4j.protocol.browser.MasterAnnouncement;
import io.mailslot4j.protocol.browser.OsVersion;
import io.mailslot4j.protocol.browser.RequestElection;
import io.mailslot4j.protocol.browser.ResetStateRequest;
import io.mailslot4j.protocol.browser.ServerRole;
import io.mailslot4j.protocol.browser.ServerType;
import io.mailslot4j.protocol.netlogon.DsFlags;
import io.mailslot4j.protocol.netlogon.LogonRequest;
import io.mailslot4j.protocol.netlogon.LogonResponse2;
import io.mailslot4j.protocol.netlogon.NetlogonOpcode;
import io.mailslot4j.protocol.netlogon.NtVersion;
import io.mailslot4j.protocol.netlogon.PrimaryQuery;
import io.mailslot4j.protocol.netlogon.PrimaryResponse;
import io.mailslot4j.protocol.netlogon.SamLogonRequest;
import io.mailslot4j.protocol.netlogon.SamLogonResponse;
import io.mailslot4j.protocol.netlogon.Sid;
import io.mailslot4j.protocol.netlogon.Trailer;
import io.mailslot4j.protocol.text.DnsName;
import io.mailslot4j.protocol.text.OemText;
import io.mailslot4j.protocol.text.UnicodeText;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Samba's own code, generated from its nbt.idl, reads our payloads as they were meant, and writes the same octets. */
@NeedsPeers(Peer.SAMBA_NDR)
class SambaPayloadsTest {
    private static final String BROWSE = "browse_packet";
    private static final String REQUEST = "netlogon_packet";

    @SuppressWarnings("NullAway.Init") // before all tests
    private static SambaNdr samba;

    @BeforeAll
    static void start() {
        samba = SambaNdr.start();
    }

    @AfterAll
    static void stop() {
        samba.close();
    }

    private static Map<String, String> fields(String structure, Payload payload) {
        SambaNdr.PayloadReading reading = samba.readPayload(structure, payload.encode());
        assertThat(reading.writtenBack()).isEqualTo(payload.encode());
        return reading.fields();
    }

    private static HostAnnouncement host(boolean localMaster) {
        AnnouncedSystem system = AnnouncedSystem.of(
                new OsVersion(10, 0), ServerType.of(ServerRole.WORKSTATION, ServerRole.NT, ServerRole.DOMAIN_ENUM));
        HostAnnouncement host = HostAnnouncement.of(720_000, "JAVABOX", system, "a comment");
        return new HostAnnouncement(
                localMaster, 7, host.periodicity(), host.server(), system, host.comment(), Octets.EMPTY);
    }

    @Test
    void hostAndLocalMasterAnnouncements() {
        for (boolean localMaster : new boolean[] {false, true}) {
            assertThat(fields(BROWSE, host(localMaster)))
                    .contains(
                            entry("opcode", localMaster ? "15" : "1"),
                            entry("UpdateCount", "7"),
                            entry("Periodicity", "720000"),
                            entry("ServerName", "JAVABOX"),
                            entry("OSMajor", "10"),
                            entry("OSMinor", "0"),
                            entry("ServerType", Long.toString(0x8000_1001L)),
                            entry("BroMajorVer", "15"),
                            entry("BroMinorVer", "1"),
                            entry("Signature", "43605"),
                            entry("Comment", "a comment"));
        }
    }

    @Test
    void otherBrowserMessages() {
        assertThat(fields(BROWSE, AnnouncementRequest.of("JAVABOX")))
                .contains(entry("opcode", "2"), entry("Unused", "0"), entry("ResponseName", "JAVABOX"));
        assertThat(fields(
                        BROWSE,
                        new RequestElection(
                                1, new ElectionCriteria(0x20010F8A), 6000, 0, OemText.of("JAVABOX"), Octets.EMPTY)))
                .contains(
                        entry("opcode", "8"),
                        entry("Version", "1"),
                        entry("Criteria", Integer.toString(0x20010F8A)),
                        entry("UpTime", "6000"),
                        entry("ServerName", "JAVABOX"));
        assertThat(fields(BROWSE, new GetBackupListRequest(4, 0x11223344, Octets.EMPTY)))
                .contains(entry("opcode", "9"), entry("ReqCount", "4"), entry("Token", "287454020"));
        assertThat(fields(BROWSE, new BecomeBackup(OemText.of("JAVABOX"), Octets.EMPTY)))
                .contains(entry("opcode", "11"), entry("BrowserName", "JAVABOX"));
        assertThat(fields(BROWSE, new MasterAnnouncement(OemText.of("JAVABOX"), Octets.EMPTY)))
                .contains(entry("opcode", "13"), entry("ServerName", "JAVABOX"));
        assertThat(fields(BROWSE, new ResetStateRequest(ResetStateRequest.CLEAR_ALL, Octets.EMPTY)))
                .contains(entry("opcode", "14"), entry("Command", "2"));
    }

    @Test
    void requestsForADomainController() {
        for (String slot : new String[] {"\\MAILSLOT\\NET\\GETDC1", "\\MAILSLOT\\NET\\GETDC12"}) {
            assertThat(fields(REQUEST, PrimaryQuery.of("JAVABOX", slot, 0x0B)))
                    .contains(
                            entry("command", "7"),
                            entry("computer_name", "JAVABOX"),
                            entry("mailslot_name", slot),
                            entry("unicode_name", "JAVABOX"),
                            entry("nt_version", "11"),
                            entry("lmnt_token", "65535"));
            assertThat(fields(REQUEST, SamLogonRequest.of("JAVABOX", "bob", slot, 0x0B)))
                    .contains(
                            entry("command", "18"),
                            entry("computer_name", "JAVABOX"),
                            entry("user_name", "bob"),
                            entry("mailslot_name", slot),
                            entry("sid_size", "0"),
                            entry("nt_version", "11"));
        }
    }

    @Test
    void aRequestForTheControllerOfADomain() {
        for (int length = 1; length <= 4; length++) {
            SamLogonRequest plain = SamLogonRequest.of("JAVABOX", "bob", "S".repeat(length), 0x0B);
            int before = 4 + 16 + 8 + length + 1 + 8;
            Sid sid = new Sid(
                    Octets.zeros(-before & 3), Octets.ofHex("010400000000000515000000010000000200000003000000"));
            SamLogonRequest request = new SamLogonRequest(
                    1, plain.computer(), plain.user(), plain.replySlot(), 0x10, sid, plain.trailer(), Octets.EMPTY);
            assertThat(fields(REQUEST, request))
                    .contains(
                            entry("request_count", "1"),
                            entry("acct_control", "16"),
                            entry("sid_size", "24"),
                            entry("sid", sid.toString()));
        }
    }

    @Test
    void lanManagersRequestAndAnswer() {
        assertThat(fields(
                        REQUEST,
                        new LogonRequest(
                                OemText.of("JAVABOX"),
                                OemText.of("BOB"),
                                OemText.of("\\MAILSLOT\\TEMP\\NETLOGON"),
                                2,
                                1,
                                0xFFFF,
                                Octets.EMPTY)))
                .contains(
                        entry("command", "0"),
                        entry("computer_name", "JAVABOX"),
                        entry("user_name", "BOB"),
                        entry("request_count", "2"),
                        entry("lmnt_token", "1"),
                        entry("lm20_token", "65535"));
        assertThat(fields("netlogon_response2", new LogonResponse2(OemText.of("\\\\DC"), 0xFFFF, Octets.EMPTY)))
                .contains(entry("command", "6"), entry("pdc_name", "\\\\DC"), entry("lm20_token", "65535"));
    }

    @Test
    void answersOfAPrimaryDomainController() {
        for (String name : new String[] {"SMBSRV", "DC1"}) {
            Octets pad = Octets.zeros((name.length() + 1) % 2);
            int before = 2 + name.length() + 1 + pad.size() + 2 * (name.length() + 1 + 7);
            PrimaryResponse.Nt nt = new PrimaryResponse.Nt(
                    pad, UnicodeText.of(name), UnicodeText.of("LABGRP"), Octets.zeros(-before & 3), Trailer.of(1));
            assertThat(fields(
                            "netlogon_response_from_pdc",
                            new PrimaryResponse(
                                    new NetlogonOpcode(0x0C), OemText.of(name), Optional.of(nt), Octets.EMPTY)))
                    .contains(
                            entry("command", "12"),
                            entry("pdc_name", name),
                            entry("unicode_pdc_name", name),
                            entry("domain_name", "LABGRP"),
                            entry("nt_version", "1"));
        }
    }

    @Test
    void answersOfADomainController() {
        SamLogonResponse nt4 = new SamLogonResponse(
                new NetlogonOpcode(0x13),
                UnicodeText.of("\\\\DC1"),
                UnicodeText.of("bob"),
                UnicodeText.of("AD"),
                Optional.empty(),
                Trailer.of(NtVersion.V1),
                Octets.EMPTY);
        assertThat(fields("NETLOGON_SAM_LOGON_RESPONSE_NT40", nt4))
                .contains(
                        entry("command", "19"),
                        entry("pdc_name", "\\\\DC1"),
                        entry("user_name", "bob"),
                        entry("domain_name", "AD"),
                        entry("nt_version", "1"));
        UUID guid = UUID.fromString("cc88e793-cf4b-4047-a917-04d235be7c26");
        // Samba writes a pointer wherever it can, so the names have nothing in common here.
        SamLogonResponse.Directory directory = new SamLogonResponse.Directory(
                guid,
                new UUID(0, 0),
                DnsName.of("forest.example"),
                DnsName.of("ad.test"),
                DnsName.of("dc1"),
                Octets.ofHex("0100007f"),
                new DsFlags(0x11BD));
        SamLogonResponse v5 = new SamLogonResponse(
                nt4.opcode(),
                nt4.server(),
                nt4.user(),
                nt4.domain(),
                Optional.of(directory),
                Trailer.of(NtVersion.V1 | NtVersion.V5),
                Octets.EMPTY);
        assertThat(fields("NETLOGON_SAM_LOGON_RESPONSE", v5))
                .contains(
                        entry("domain_uuid", guid.toString()),
                        entry("forest", "forest.example"),
                        entry("dns_domain", "ad.test"),
                        entry("pdc_dns_name", "dc1"),
                        entry("pdc_ip", "127.0.0.1"),
                        entry("server_type", Integer.toString(0x11BD)),
                        entry("nt_version", "3"));
    }
}
