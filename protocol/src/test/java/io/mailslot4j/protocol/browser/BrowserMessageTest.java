package io.mailslot4j.protocol.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.text.FixedText;
import io.mailslot4j.protocol.text.OemText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages of nmbd 4.17.12 where nothing else is said, and the pictures of MS-BRWS section 2.2. */
class BrowserMessageTest {
    private static final String HOST = "010060ea0000534d425352560000000000000000000006010b9a81000f0155aa68656c6c6f00";

    private static BrowserMessage read(String hex) {
        BrowserMessage message = BrowserMessage.decode(Octets.ofHex(hex));
        assertThat(message.encode()).isEqualTo(Octets.ofHex(hex));
        return message;
    }

    private static BrowserMessage readLanman(String hex) {
        BrowserMessage message = BrowserMessage.decodeLanman(Octets.ofHex(hex));
        assertThat(message.encode()).isEqualTo(Octets.ofHex(hex));
        return message;
    }

    @Test
    void hostAnnouncement() {
        HostAnnouncement host = (HostAnnouncement) read(HOST);
        assertThat(host)
                .isEqualTo(HostAnnouncement.of(
                        60_000,
                        "SMBSRV",
                        AnnouncedSystem.of(new OsVersion(6, 1), new ServerType(0x00819A0B)),
                        "hello"));
        assertThat(host.system().type().roles())
                .containsExactly(
                        ServerRole.WORKSTATION,
                        ServerRole.SERVER,
                        ServerRole.DOMAIN_CONTROLLER,
                        ServerRole.PRINT_QUEUE_SERVER,
                        ServerRole.UNIX_SERVER,
                        ServerRole.NT,
                        ServerRole.NT_SERVER,
                        ServerRole.POTENTIAL_BROWSER,
                        ServerRole.DFS);
        assertThat(host.system().version().windows()).contains("Windows 7 or Server 2008 R2");
    }

    @Test
    void localMasterAnnouncement() {
        HostAnnouncement host = (HostAnnouncement) read("0f" + HOST.substring(2));
        assertThat(host.localMaster()).isTrue();
        assertThat(host.server()).hasToString("SMBSRV");
    }

    @Test
    void domainAnnouncement() {
        assertThat(read("0c03c0d40100544553545747000000000000000000000601001000800f0155aa534d4253525600"))
                .isEqualTo(new DomainAnnouncement(
                        3,
                        120_000,
                        FixedText.of("TESTWG", 16),
                        AnnouncedSystem.of(new OsVersion(6, 1), ServerType.of(ServerRole.NT, ServerRole.DOMAIN_ENUM)),
                        OemText.of("SMBSRV"),
                        Octets.EMPTY));
    }

    @Test
    void announcementRequest() {
        assertThat(read("02004a415641424f5800")).isEqualTo(AnnouncementRequest.of("JAVABOX"));
    }

    @Test
    void requestElection() {
        RequestElection election = (RequestElection) read("08018a0f01417017000000000000534d4253525600");
        assertThat(election)
                .isEqualTo(new RequestElection(
                        1, new ElectionCriteria(0x41010F8A), 6000, 0, OemText.of("SMBSRV"), Octets.EMPTY));
        assertThat(election.criteria().osLevel()).isEqualTo(0x41);
        assertThat(election.criteria().protocolVersion()).isEqualTo(0x010F);
        assertThat(election.criteria().has(ElectionCriteria.PRIMARY_DOMAIN_CONTROLLER))
                .isTrue();
        assertThat(election.criteria().has(ElectionCriteria.PREFERRED_MASTER)).isTrue();
        assertThat(election.criteria().has(ElectionCriteria.RUNNING_MASTER)).isFalse();
    }

    @Test
    void backupLists() {
        assertThat(read("090444332211")).isEqualTo(new GetBackupListRequest(4, 0x11223344, Octets.EMPTY));
        assertThat(read("0a0144332211534d4253525600"))
                .isEqualTo(new GetBackupListResponse(0x11223344, List.of(OemText.of("SMBSRV")), Octets.EMPTY));
    }

    @Test
    void shortMessages() {
        assertThat(read("0b534d4253525600")).isEqualTo(new BecomeBackup(OemText.of("SMBSRV"), Octets.EMPTY));
        assertThat(read("0d534d4253525600")).isEqualTo(new MasterAnnouncement(OemText.of("SMBSRV"), Octets.EMPTY));
        assertThat(read("0e04")).isEqualTo(new ResetStateRequest(ResetStateRequest.STOP_SERVICE, Octets.EMPTY));
    }

    @Test
    void anUnknownOpcodeIsKept() {
        assertThat(read("030102")).isEqualTo(new UnknownBrowserMessage(3, Octets.ofHex("0102")));
    }

    @Test
    void lanManagersAnnouncement() {
        assertThat(readLanman("01000b9a810006010a00534d425352560048454c4c4f00"))
                .isEqualTo(new LanmanAnnouncement(
                        new ServerType(0x00819A0B),
                        new OsVersion(6, 1),
                        10,
                        OemText.of("SMBSRV"),
                        OemText.of("HELLO"),
                        Octets.EMPTY));
    }

    @Test
    void lanManagersRequest() {
        assertThat(readLanman("02003c00")).isEqualTo(new LanmanAnnouncementRequest(Octets.ofHex("3c00")));
    }

    /** MS-BRWS section 2.2.1 has host announcements on the mailslot LANMAN. */
    @Test
    void browserMessagesOnTheSlotOfLanManager() {
        assertThat(readLanman(HOST)).isInstanceOf(HostAnnouncement.class);
        assertThat(readLanman("0b534d4253525600")).isInstanceOf(BecomeBackup.class);
    }

    /** As Windows XP sends them: names that are not ended, comments that are missing, octets behind the message. */
    @ParameterizedTest
    @CsvSource({
        "0b534d42535256", // no zero
        "0b", // no name
        "0200", // no name
        "0a0344332211534d4253525600", // fewer names than counted
        "010060ea0000414141414141414141414141414141414106010b9a81000f0155aa", // a full name, no comment
        "0b534d425352560000ff" // more behind it
    })
    void oddMessagesAreReadAndWrittenBack(String hex) {
        assertThat(read(hex)).isNotInstanceOf(UnknownBrowserMessage.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'', opcode at offset 0",
        "02, reserved at offset 1",
        "010060ea, periodicity at offset 2",
        "010060ea0000534d42, server name at offset 6",
        "080180, criteria at offset 2",
        "0a01443322, token at offset 2",
        "0e, reset type at offset 1"
    })
    void messagesThatEndTooEarlyAreMalformed(String hex, String where) {
        assertThatExceptionOfType(MalformedPacketException.class)
                .isThrownBy(() -> BrowserMessage.decode(Octets.ofHex(hex)))
                .withMessageStartingWith(where);
    }

    @Test
    void whatCannotBeWrittenIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> FixedText.of("SIXTEEN-LETTERS!", 16));
        assertThatIllegalArgumentException().isThrownBy(() -> AnnouncementRequest.of("Grüße"));
        assertThatIllegalArgumentException().isThrownBy(() -> new OsVersion(256, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        HostAnnouncement.of(0, "A", AnnouncedSystem.of(new OsVersion(6, 1), ServerType.NONE), "a\0b"));
    }
}
