package io.mailslot4j.protocol.nameservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.nameservice.RecordData.Owner;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Octets recorded from Samba on an isolated link; where only the flags are known, those. */
class NamePacketsTest {
    private static final NetBiosName SMBSRV = NetBiosName.of("SMBSRV", NameSuffix.WORKSTATION);
    private static final NetBiosName JAVABOX = NetBiosName.of("JAVABOX", NameSuffix.WORKSTATION);
    private static final NetBiosName TESTWG = NetBiosName.of("TESTWG", NameSuffix.WORKSTATION);
    private static final Owner NMBD = owner(false, "10.9.8.1");
    private static final Owner CLIENT = owner(false, "10.9.8.2");
    private static final int WEEKS = 300_000;

    @Test
    void aBroadcastRegistration() {
        assertThat(hex(NamePackets.nameRegistrationRequest(0x3658, SMBSRV, NMBD, 0, true)))
                .isEqualTo(
                        "365829100001000000000001204644454e454346444643464743414341434143414341434143414341434141410000"
                                + "200001c00c0020000100000000000660000a090801");
    }

    @Test
    void aRegistrationWithWinsAndItsAnswer() {
        assertThat(hex(NamePackets.nameRegistrationRequest(0xF, JAVABOX, CLIENT, WEEKS, false)))
                .isEqualTo(
                        "000f2900000100000000000120454b4542464745424543455046494341434143414341434143414341434141410000"
                                + "200001c00c00200001000493e0000660000a090802");
        assertThat(hex(NamePackets.nameRegistrationResponse(0xF, JAVABOX, CLIENT, WEEKS, ResponseCode.SUCCESS)))
                .isEqualTo(
                        "000fad80000000010000000020454b4542464745424543455046494341434143414341434143414341434141410000"
                                + "200001000493e0000660000a090802");
    }

    @Test
    void aBroadcastQueryAndAnswersOfAComputerAndAGroup() {
        assertThat(hex(NamePackets.nameQueryRequest(3, SMBSRV, true)))
                .isEqualTo(
                        "000301100001000000000000204644454e454346444643464743414341434143414341434143414341434141410000"
                                + "200001");
        assertThat(hex(NamePackets.positiveNameQueryResponse(3, SMBSRV, 259_200, List.of(NMBD))))
                .isEqualTo(
                        "000385800000000100000000204644454e454346444643464743414341434143414341434143414341434141410000"
                                + "2000010003f480000660000a090801");
        Owner group = new Owner(NbFlags.of(true, NodeType.B), Ipv4Address.parse("10.9.8.1"));
        assertThat(hex(NamePackets.positiveNameQueryResponse(3, TESTWG, 259_200, List.of(group))))
                .isEqualTo(
                        "00038580000000010000000020464545464644464546484548434143414341434143414341434143414341414100002"
                                + "000010003f480000680000a090801");
    }

    @Test
    void aReleaseAndItsAnswer() {
        assertThat(hex(NamePackets.nameReleaseRequest(0x18, JAVABOX, CLIENT, false)))
                .isEqualTo(
                        "00183000000100000000000120454b4542464745424543455046494341434143414341434143414341434141410000"
                                + "200001c00c0020000100000000000660000a090802");
        assertThat(hex(NamePackets.nameReleaseResponse(0x18, JAVABOX, CLIENT, ResponseCode.SUCCESS)))
                .isEqualTo(
                        "0018b400000000010000000020454b4542464745424543455046494341434143414341434143414341434141410000"
                                + "20000100000000000660000a090802");
    }

    @Test
    void aRequestToWait() {
        NameServicePacket recorded = NameServicePacket.decode(
                Octets.ofHex(
                        "1306bc0000000001000000002046504645455046434645464646434546434e444544424449444144414341414100002000010000000900027800"));
        NetBiosName name = recorded.subject().orElseThrow();
        assertThat(NamePackets.waitForAcknowledgement(0x1306, name, 9, new NameServiceFlags(0x7800)))
                .isEqualTo(recorded);
    }

    @Test
    void aNodeStatusRequest() {
        assertThat(hex(NamePackets.nodeStatusRequest(1, NetBiosName.BROADCAST)))
                .isEqualTo(
                        "00010000000100000000000020434b4141414141414141414141414141414141414141414141414141414141410000"
                                + "210001");
    }

    /** RFC 1002 section 4.2.18: a count, 18 octets for each name, and 46 octets of statistics. */
    @Test
    void aNodeStatusHasTheHardwareAddressAndZeros() {
        List<NodeName> names = List.of(new NodeName(SMBSRV, NodeName.ACTIVE));
        NameServicePacket packet =
                NamePackets.nodeStatusResponse(1, NetBiosName.BROADCAST, names, false, Octets.ofHex("020304050607"));
        assertThat(hex(packet))
                .endsWith("00210001" + "00000000" + "0041" + "01" + "534d42535256202020202020202020" + "00" + "0400"
                        + "020304050607" + "00".repeat(40));
        assertThat(packet.flags().value()).isEqualTo(0x8400);
        assertThat(NamePackets.nodeStatusResponse(1, SMBSRV, names, true, Octets.EMPTY)
                        .flags()
                        .value())
                .isEqualTo(0x8600);
    }

    @ParameterizedTest
    @CsvSource({"true, 2810", "false, 2800"})
    void anOverwriteIsARegistrationWithoutRecursion(boolean broadcast, String flags) {
        assertThat(flags(NamePackets.nameOverwriteRequest(1, SMBSRV, NMBD, 0, broadcast)))
                .isEqualTo(flags);
    }

    @Test
    void flagsOfTheRest() {
        assertThat(flags(NamePackets.nameQueryRequest(1, SMBSRV, false))).isEqualTo("0100");
        assertThat(flags(NamePackets.multihomedNameRegistrationRequest(1, SMBSRV, NMBD, WEEKS)))
                .isEqualTo("7900");
        assertThat(flags(NamePackets.nameRefreshRequest(1, SMBSRV, NMBD, WEEKS)))
                .isEqualTo("4000");
        assertThat(flags(NamePackets.nameReleaseRequest(1, SMBSRV, NMBD, true))).isEqualTo("3010");
        assertThat(flags(NamePackets.nameConflictDemand(1, SMBSRV, NMBD))).isEqualTo("ad87");
        assertThat(flags(NamePackets.endNodeChallenge(1, SMBSRV, NMBD, 0))).isEqualTo("ad00");
        assertThat(flags(NamePackets.negativeNameQueryResponse(1, SMBSRV))).isEqualTo("8403");
        assertThat(flags(NamePackets.nameReleaseResponse(1, SMBSRV, NMBD, ResponseCode.ACTIVE)))
                .isEqualTo("b406");
        assertThat(flags(NamePackets.nameRegistrationResponse(1, SMBSRV, NMBD, 0, ResponseCode.ACTIVE)))
                .isEqualTo("ad86");
    }

    private static Owner owner(boolean group, String address) {
        return new Owner(NbFlags.of(group, NodeType.H), Ipv4Address.parse(address));
    }

    private static String hex(NameServicePacket packet) {
        return packet.encode().toHex();
    }

    private static String flags(NameServicePacket packet) {
        return hex(packet).substring(4, 8);
    }
}
