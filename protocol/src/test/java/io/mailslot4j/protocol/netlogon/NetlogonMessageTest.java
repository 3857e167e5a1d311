package io.mailslot4j.protocol.netlogon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.text.OemText;
import io.mailslot4j.protocol.text.UnicodeText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of a test client, nmbd 4.17.12 and the AD DC of Samba 4.17.12, and the pictures of MS-ADTS section 6.3.1. */
class NetlogonMessageTest {
    private static final String TRAILER_1 = "01000000ffffffff";
    private static final String JAVABOX = hex("JAVABOX") + "00";
    private static final String UNI_JAVABOX = uni("JAVABOX") + "0000";

    private static String hex(String text) {
        return Octets.wrap(text.getBytes(StandardCharsets.US_ASCII)).toHex();
    }

    private static String uni(String text) {
        return Octets.wrap(text.getBytes(StandardCharsets.UTF_16LE)).toHex();
    }

    private static NetlogonMessage read(String hex) {
        NetlogonMessage message = NetlogonMessage.decode(Octets.ofHex(hex));
        assertThat(message.encode()).isEqualTo(Octets.ofHex(hex));
        return message;
    }

    @Test
    void primaryQuery() {
        assertThat(read("0700" + JAVABOX + hex("\\MAILSLOT\\TEMP\\NETLOGON") + "00" + UNI_JAVABOX + "0b000000ffffffff"))
                .isEqualTo(PrimaryQuery.of("JAVABOX", "\\MAILSLOT\\TEMP\\NETLOGON", 0x0B));
    }

    @Test
    void primaryQueryWithPadding() {
        PrimaryQuery query = (PrimaryQuery)
                read("0700" + JAVABOX + hex("\\MAILSLOT\\NET\\GETDC1") + "0000" + UNI_JAVABOX + TRAILER_1);
        assertThat(query).isEqualTo(PrimaryQuery.of("JAVABOX", "\\MAILSLOT\\NET\\GETDC1", 1));
        assertThat(query.nt().orElseThrow().pad()).isEqualTo(Octets.zeros(1));
    }

    /** As scapy quotes one. */
    @Test
    void primaryQueryWithoutThePaddingThatItShouldHave() {
        PrimaryQuery query =
                (PrimaryQuery) read("0700" + JAVABOX + hex("\\MAILSLOT\\NET\\GETDC1") + "00" + UNI_JAVABOX + TRAILER_1);
        assertThat(query.nt().orElseThrow().pad()).isEqualTo(Octets.EMPTY);
        assertThat(query.nt().orElseThrow().computer()).hasToString("JAVABOX");
    }

    @Test
    void primaryQueryOfWindows9x() {
        PrimaryQuery query = (PrimaryQuery) read("0700" + JAVABOX + hex("\\MAILSLOT\\X") + "00" + "ffff");
        assertThat(query.nt()).isEmpty();
        assertThat(query.trailing()).isEqualTo(Octets.ofHex("ffff"));
    }

    @Test
    void primaryResponse() {
        PrimaryResponse response = (PrimaryResponse)
                read("0c00" + hex("SMBSRV") + "0000" + uni("SMBSRV") + "0000" + uni("TESTWG") + "0000" + TRAILER_1);
        assertThat(response.pdc()).hasToString("SMBSRV");
        assertThat(response.nt().orElseThrow().domain()).hasToString("TESTWG");
        assertThat(response.nt().orElseThrow().trailer()).isEqualTo(Trailer.of(NtVersion.V1));
    }

    /** As nmbd sends it. */
    @Test
    void primaryResponseWithPaddingBeforeTheVersion() {
        PrimaryResponse response = (PrimaryResponse) read(
                "0c00534d42535256000053004d00420053005200560000005400450053005400570047000000" + "0000" + TRAILER_1);
        assertThat(response.nt().orElseThrow().trailerPad()).isEqualTo(Octets.zeros(2));
        assertThat(response.nt().orElseThrow().trailer()).isEqualTo(Trailer.of(NtVersion.V1));
        assertThat(response.trailing()).isEqualTo(Octets.EMPTY);
    }

    @Test
    void primaryDomainControllerThatStarts() {
        PrimaryResponse starts = (PrimaryResponse) read("0800" + hex("SMBSRV") + "00");
        assertThat(starts.opcode()).hasToString("pdc-startup");
        assertThat(starts.nt()).isEmpty();
    }

    @Test
    void samLogonRequest() {
        assertThat(read("12000000" + UNI_JAVABOX + "0000" + hex("\\MAILSLOT\\NET\\GETDC001") + "00" + "00000000"
                        + "00000000" + "0b000000ffffffff"))
                .isEqualTo(SamLogonRequest.of("JAVABOX", "", "\\MAILSLOT\\NET\\GETDC001", 0x0B));
    }

    @ParameterizedTest
    @CsvSource({"A, 000000", "AB, 0000", "ABC, 00", "ABCD, ''"})
    void samLogonRequestWithADomain(String slot, String pad) {
        String sid = "010400000000000515000000010000000200000003000000";
        SamLogonRequest request = (SamLogonRequest) read("12000000" + uni("PC") + "0000" + uni("u") + "0000" + hex(slot)
                + "00" + "10000000" + "18000000" + pad + sid + TRAILER_1);
        assertThat(request.domainSid()).hasToString("S-1-5-21-1-2-3");
        assertThat(request.domainSid().pad()).isEqualTo(Octets.ofHex(pad));
        assertThat(request.allowableAccounts()).isEqualTo(0x10);
        assertThat(request.trailing()).isEqualTo(Octets.EMPTY);
    }

    @Test
    void samLogonResponseOfNt4() {
        assertThat(read("1300" + uni("\\\\SMBSRV") + "0000" + "0000" + uni("TESTWG") + "0000" + TRAILER_1))
                .isEqualTo(new SamLogonResponse(
                        new NetlogonOpcode(0x13),
                        UnicodeText.of("\\\\SMBSRV"),
                        UnicodeText.of(""),
                        UnicodeText.of("TESTWG"),
                        Optional.empty(),
                        Trailer.of(1),
                        Octets.EMPTY));
    }

    @Test
    void samUserUnknown() {
        SamLogonResponse response = (SamLogonResponse)
                read("1500" + uni("\\\\DC1") + "0000" + uni("bob") + "0000" + uni("ADTEST") + "0000" + TRAILER_1);
        assertThat(response.opcode()).hasToString("sam-user-unknown");
        assertThat(response.user()).hasToString("bob");
    }

    /** MS-ADTS section 6.3.1.8. */
    @Test
    void samLogonResponseWithADirectory() {
        SamLogonResponse response = (SamLogonResponse) read("1300" + uni("\\\\DC1") + "0000" + "0000" + uni("AD")
                + "0000" + "93e788cc4bcf4740a91704d235be7c26" + "00".repeat(16) + "026164047465737400" + "c036"
                + "03646331c036" + "0a090801" + "bd110000" + "03000000ffffffff");
        SamLogonResponse.Directory directory = response.directory().orElseThrow();
        assertThat(directory.domainGuid()).isEqualTo(UUID.fromString("cc88e793-cf4b-4047-a917-04d235be7c26"));
        assertThat(directory.forest()).hasToString("ad.test");
        assertThat(directory.domain()).hasToString("ad.test");
        assertThat(directory.host()).hasToString("dc1.ad.test");
        assertThat(directory.flags().names())
                .containsExactly("pdc", "gc", "ldap", "ds", "kdc", "closest", "writable", "full-secret-domain-6");
    }

    private static final String EX =
            "17000000bd11000093e788cc4bcf4740a91704d235be7c26026164047465737400c01803646331c018"
                    + "06414454455354000344433100001744656661756c742d46697273742d536974652d4e616d6500c037";

    @Test
    void extendedSamLogonResponse() {
        SamLogonResponseEx response =
                (SamLogonResponseEx) read(EX + "10020000000a0909010000000000000000" + "0d000000ffffffff");
        assertThat(response.names().host()).hasToString("dc1.ad.test");
        assertThat(response.names().netbiosDomain()).hasToString("ADTEST");
        assertThat(response.names().netbiosComputer()).hasToString("DC1");
        assertThat(response.names().user()).hasToString("");
        assertThat(response.names().clientSite()).hasToString("Default-First-Site-Name");
        assertThat(response.address()).contains(SockAddr.of(Ipv4Address.parse("10.9.9.1")));
        assertThat(response.trailer().version().names()).containsExactly("v1", "v5ex", "v5ex-with-ip");
    }

    @Test
    void extendedSamLogonResponseWithoutAnAddress() {
        assertThat(((SamLogonResponseEx) read(EX + "05000000ffffffff")).address())
                .isEmpty();
    }

    /** As FreeIPA sent it: the bit for the address is not set. */
    @Test
    void extendedSamLogonResponseWithAnAddressThatIsNotAnnounced() {
        assertThat(((SamLogonResponseEx) read(EX + "10020000000a0909010000000000000000" + "05000000ffffffff"))
                        .address())
                .isPresent();
    }

    @Test
    void extendedSamLogonResponseWithTheNextSite() {
        SamLogonResponseEx response = (SamLogonResponseEx) read(EX + "0353697400" + "15000000ffffffff");
        assertThat(response.nextClosestSite().orElseThrow()).hasToString("Sit");
    }

    /** MS-ADTS section 6.3.5 has these opcodes for the extended form too. */
    @Test
    void theVersionTellsTheFormOfPausedAndUnknown() {
        assertThat(read("14" + EX.substring(2) + "05000000ffffffff")).isInstanceOf(SamLogonResponseEx.class);
        assertThat(read("18" + EX.substring(2) + "05000000ffffffff")).isInstanceOf(SamLogonResponseEx.class);
    }

    /** Whatever stands behind it, the form is told by the version, and the version is in front of its tokens. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 8, 12})
    void octetsBehindTheTrailerDoNotChangeWhatIsBeforeIt(int count) {
        String behind = "00".repeat(count);
        String nt40 = uni("A") + "0000" + uni("B") + "0000" + uni("C") + "0000" + TRAILER_1;
        for (String opcode : List.of("1300", "1400", "1500")) {
            SamLogonResponse response = (SamLogonResponse) read(opcode + nt40 + behind);
            assertThat(response.directory()).isEmpty();
            assertThat(response.trailer()).isEqualTo(Trailer.of(1));
            assertThat(response.trailing()).isEqualTo(Octets.zeros(count));
        }
        for (String opcode : List.of("14", "17")) {
            SamLogonResponseEx response =
                    (SamLogonResponseEx) read(opcode + EX.substring(2) + "05000000ffffffff" + behind);
            assertThat(response.nextClosestSite()).isEmpty();
            assertThat(response.trailer()).isEqualTo(Trailer.of(5));
            assertThat(response.trailing()).isEqualTo(Octets.zeros(count));
        }
        for (String slot : List.of("S", "SL", "SLO", "SLOT")) {
            SamLogonRequest request = SamLogonRequest.of("PC", "USER", slot, 0x0B);
            assertThat(read(request.encode().toHex() + behind))
                    .isEqualTo(new SamLogonRequest(
                            0,
                            request.computer(),
                            request.user(),
                            request.replySlot(),
                            0,
                            Sid.NONE,
                            Trailer.of(0x0B),
                            Octets.zeros(count)));
        }
    }

    @Test
    void logonRequestOfLanManager() {
        assertThat(read("0000" + JAVABOX + hex("USER") + "00" + hex("\\MAILSLOT\\TEMP\\NETLOGON") + "00" + "02"
                        + "ffffffff"))
                .isEqualTo(new LogonRequest(
                        OemText.of("JAVABOX"),
                        OemText.of("USER"),
                        OemText.of("\\MAILSLOT\\TEMP\\NETLOGON"),
                        2,
                        0xFFFF,
                        0xFFFF,
                        Octets.EMPTY));
    }

    @Test
    void logonResponseOfLanManager() {
        assertThat(read("0600" + hex("\\\\SMBSRV") + "00ffff"))
                .isEqualTo(new LogonResponse2(OemText.of("\\\\SMBSRV"), 0xFFFF, Octets.EMPTY));
    }

    /** MS-NRPC section 2.2.1.5.1. */
    @Test
    void databaseChange() {
        DatabaseChange change = (DatabaseChange) read("0a00" + "01000000" + "00e20b66" + "2c010000" + "0a000000"
                + hex("PDC") + "00" + hex("DOM") + "00" + uni("PDC") + "0000" + uni("DOM") + "0000" + "01000000"
                + "00000000" + "0100000000000000" + "0000000000000000" + "18000000" + "0000"
                + "010400000000000515000000010000000200000003000000" + TRAILER_1);
        assertThat(change.databases()).isEqualTo(List.of(new DatabaseChange.Database(0, 1, 0)));
        assertThat(change.pulse()).isEqualTo(300);
        assertThat(change.unicodeDomain()).hasToString("DOM");
        assertThat(change.domainSid()).hasToString("S-1-5-21-1-2-3");
    }

    @ParameterizedTest
    @CsvSource({
        "01, 555300, logon-response",
        "02, 50430053000100ffff, query-centralized",
        "03, 50430053000100ffff, query-distributed",
        "04, 50430053000100ffff, response-centralized",
        "05, 50430053000100ffff, response-distributed",
        "09, 01000000ffff, pdc-failed",
        "0b, 504300, no-user",
        "0d, 060100" + "01000000ffff, relogon-response",
        "0e, 060100" + "01000000ffff, interrogate-response",
        "0f, 01000000ffff, logon-paused",
        "10, 01000000ffff, logon-user-unknown",
        "11, 010203040506070800e20b66" + "504300" + "5500" + "0100" + "01000000ffff, account-update",
        "16, 0102, sam-interrogate-response",
        "1a, 0102, netlogon-0x1a"
    })
    void allTheOthers(String opcode, String body, String name) {
        NetlogonMessage message = read(opcode + "00" + body);
        assertThat(message.opcode()).hasToString(name);
    }

    @ParameterizedTest
    @CsvSource({
        "07, opcode at offset 0",
        "120000, request count at offset 2",
        "12000000500000000000" + "000000" + "0000, 'domain SID size at offset'",
        "1700000000000000, domain GUID at offset 8",
        "1300, NtVersion at offset 2"
    })
    void messagesThatEndTooEarlyAreMalformed(String hex, String where) {
        assertThatExceptionOfType(MalformedPacketException.class)
                .isThrownBy(() -> NetlogonMessage.decode(Octets.ofHex(hex)))
                .withMessageStartingWith(where);
    }

    @Test
    void pointersThatDoNotGoBackAreMalformed() {
        String start = "17000000bd11000093e788cc4bcf4740a91704d235be7c26";
        for (String name : List.of("c018", "c019", "0161c018", "0161c01a", "4061")) {
            assertThatExceptionOfType(MalformedPacketException.class)
                    .isThrownBy(() -> NetlogonMessage.decode(Octets.ofHex(start + name + "00".repeat(40))))
                    .withMessageStartingWith("DNS forest name");
        }
    }
}
