package io.mailslot4j.protocol.nameservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packets recorded between Samba and small clients on an isolated link; hand-made ones say so. */
class NameServicePacketTest {
    private static final String SMBSRV = "204644454e454346444643464743414341434143414341434143414341434141";
    private static final String QUERY = "000301100001000000000000" + SMBSRV + "410000200001";
    private static final String POSITIVE = "000385800000000100000000" + SMBSRV + "4100002000010003f480000660000a090801";

    @ParameterizedTest
    @CsvSource({
        "NAME_QUERY_REQUEST, 000301100001000000000000204644454e454346444643464743414341434143414341434143414341434141410000200001",
        "POSITIVE_NAME_QUERY_RESPONSE, 000385800000000100000000204644454e4543464446434647434143414341434143414341434143414341414100002000010003f480000660000a090801",
        "POSITIVE_NAME_QUERY_RESPONSE, 00038580000000010000000020464545464644464546484548434143414341434143414341434143414341414100002000010003f480000680000a090801",
        "NEGATIVE_NAME_QUERY_RESPONSE, 00098583000000010000000020464545464644464546484548434143414341434143414341434143414341424e00000a0001000000000000",
        "NAME_REGISTRATION_REQUEST, 365829100001000000000001204644454e454346444643464743414341434143414341434143414341434141410000200001c00c0020000100000000000660000a090801",
        "NAME_REGISTRATION_REQUEST, 000f2900000100000000000120454b4542464745424543455046494341434143414341434143414341434141410000200001c00c00200001000493e0000660000a090802",
        "POSITIVE_NAME_REGISTRATION_RESPONSE, 000fad80000000010000000020454b4542464745424543455046494341434143414341434143414341434141410000200001000493e0000660000a090802",
        "WAIT_FOR_ACKNOWLEDGEMENT, 1306bc0000000001000000002046504645455046434645464646434546434e444544424449444144414341414100002000010000000900027800",
        "NAME_RELEASE_REQUEST, 00183000000100000000000120454b4542464745424543455046494341434143414341434143414341434141410000200001c00c0020000100000000000660000a090802",
        "POSITIVE_NAME_RELEASE_RESPONSE, 0018b400000000010000000020454b454246474542454345504649434143414341434143414341434143414141000020000100000000000660000a090802",
        "NODE_STATUS_REQUEST, 00010000000100000000000020434b4141414141414141414141414141414141414141414141414141414141410000210001"
    })
    void goesBackToTheOctetsItCameFrom(NameServicePacketKind kind, String hex) {
        NameServicePacket packet = NameServicePacket.decode(Octets.ofHex(hex));
        assertThat(packet.kind()).isEqualTo(kind);
        assertThat(packet.encode().toHex()).isEqualTo(hex);
        assertThat(packet.trailing().isEmpty()).isTrue();
    }

    @Test
    void everyFieldOfAPositiveAnswer() {
        NameServicePacket packet = NameServicePacket.decode(Octets.ofHex(POSITIVE));
        assertThat(packet.id()).isEqualTo(3);
        assertThat(packet.flags().has(NameServiceFlags.AUTHORITATIVE)).isTrue();
        assertThat(packet.subject()).contains(NetBiosName.of("SMBSRV", NameSuffix.WORKSTATION));
        ResourceRecord answer = packet.answers().get(0);
        assertThat(answer.type()).isEqualTo(RecordType.NB);
        assertThat(answer.ttl()).isEqualTo(259_200);
        RecordData.Owner owner = ((RecordData.Addresses) answer.data()).owners().get(0);
        assertThat(owner.address()).isEqualTo(Ipv4Address.parse("10.9.8.1"));
        assertThat(owner.flags()).isEqualTo(NbFlags.of(false, NodeType.H));
    }

    /** RFC 1002 section 4.2.14; Samba counts the answer, the RFC does not. */
    @Test
    void aNegativeAnswerNeedNotBeCounted() {
        String hex = "00098583" + "0000000000000000" + SMBSRV + "4100000a0001000000000000";
        NameServicePacket packet = NameServicePacket.decode(Octets.ofHex(hex));
        assertThat(packet.answerNotCounted()).isTrue();
        assertThat(packet.kind()).isEqualTo(NameServicePacketKind.NEGATIVE_NAME_QUERY_RESPONSE);
        assertThat(packet.flags().code()).isEqualTo(ResponseCode.NAME_ERROR);
        assertThat(packet.subject()).contains(NetBiosName.of("SMBSRV", NameSuffix.WORKSTATION));
        assertThat(packet.encode().toHex()).isEqualTo(hex);
    }

    @Test
    void octetsThatAreNoRecordAreNoUncountedAnswer() {
        String hex = "000185830000000000000000" + "00".repeat(12);
        NameServicePacket packet = NameServicePacket.decode(Octets.ofHex(hex));
        assertThat(packet.answers()).isEmpty();
        assertThat(packet.trailing().size()).isEqualTo(12);
        assertThat(packet.encode().toHex()).isEqualTo(hex);
    }

    /** Made by hand from RFC 1002 section 4.2.18, as nmbd sends it. */
    @Test
    void aNodeStatusHasNamesAndStatistics() {
        String names = "02" + "534d42535256202020202020202020" + "00" + "0400" + "544553545747202020202020202020" + "1e"
                + "8400";
        String hex = "000184000000000100000000" + SMBSRV + "4100" + "00210001" + "00000000" + "0053" + names
                + "00".repeat(46);
        NameServicePacket packet = NameServicePacket.decode(Octets.ofHex(hex));
        assertThat(packet.kind()).isEqualTo(NameServicePacketKind.NODE_STATUS_RESPONSE);
        RecordData.NodeStatus status =
                (RecordData.NodeStatus) packet.answers().get(0).data();
        assertThat(status.names()).extracting(n -> n.name().toString()).containsExactly("SMBSRV<00>", "TESTWG<1E>");
        assertThat(status.names()).extracting(NodeName::group).containsExactly(false, true);
        assertThat(status.names()).allMatch(n -> n.has(NodeName.ACTIVE));
        assertThat(status.statistics().size()).isEqualTo(46);
        assertThat(packet.encode().toHex()).isEqualTo(hex);
    }

    @Test
    void statisticsMayBeShortOrMissing() {
        for (int size : new int[] {0, 6, 45}) {
            String hex = "000184000000000100000000" + SMBSRV + "410000210001" + "00000000"
                    + String.format("%04x", 1 + size) + "00" + "ab".repeat(size);
            NameServicePacket packet = NameServicePacket.decode(Octets.ofHex(hex));
            RecordData.NodeStatus status =
                    (RecordData.NodeStatus) packet.answers().get(0).data();
            assertThat(status.names()).isEmpty();
            assertThat(status.statistics().size()).isEqualTo(size);
            assertThat(packet.encode().toHex()).isEqualTo(hex);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2800, NAME_OVERWRITE_REQUEST",
        "2810, NAME_OVERWRITE_REQUEST",
        "2910, NAME_REGISTRATION_REQUEST",
        "7900, MULTIHOMED_NAME_REGISTRATION_REQUEST",
        "7800, MULTIHOMED_NAME_REGISTRATION_REQUEST",
        "4000, NAME_REFRESH_REQUEST",
        "4800, NAME_REFRESH_REQUEST",
        "ad86, NEGATIVE_NAME_REGISTRATION_RESPONSE",
        "ad00, END_NODE_CHALLENGE_REGISTRATION_RESPONSE",
        "ad87, NAME_CONFLICT_DEMAND",
        "b406, NEGATIVE_NAME_RELEASE_RESPONSE",
        "3010, NAME_RELEASE_REQUEST",
        "0800, UNKNOWN",
        "8800, UNKNOWN"
    })
    void flagsTellWhatAPacketIs(String flags, NameServicePacketKind kind) {
        String hex = "0001" + flags + "0000000000000000";
        NameServicePacket packet = NameServicePacket.decode(Octets.ofHex(hex));
        assertThat(packet.kind()).isEqualTo(kind);
        assertThat(packet.encode().toHex()).isEqualTo(hex);
    }

    /** Made by hand from RFC 1002 section 4.2.15. */
    @Test
    void aRedirectNamesAnotherServer() {
        String ns = SMBSRV + "410000020001" + "00000000" + "0002" + "c00c";
        String a = "c00c" + "00010001" + "00000000" + "0004" + "0a090801";
        String hex = "0001" + "8100" + "0000000000010001" + ns + a;
        NameServicePacket packet = NameServicePacket.decode(Octets.ofHex(hex));
        assertThat(packet.kind()).isEqualTo(NameServicePacketKind.REDIRECT_NAME_QUERY_RESPONSE);
        assertThat(packet.additional().get(0).name().name()).hasToString("SMBSRV<00>");
        assertThat(packet.additional().get(0).data()).isEqualTo(new RecordData.Opaque(Octets.ofHex("0a090801")));
        assertThat(packet.encode().toHex()).isEqualTo(hex);
    }

    @Test
    void aScopeMayStandElsewhere() {
        String question = SMBSRV + "41" + "074e455442494f53" + "00" + "00200001";
        String record = SMBSRV + "41" + "c02d" + "00200001" + "00000000" + "0000";
        String hex = "0001" + "2910" + "0001000000000001" + question + record;
        NameServicePacket packet = NameServicePacket.decode(Octets.ofHex(hex));
        assertThat(packet.additional().get(0).name().name()).hasToString("SMBSRV<00>.NETBIOS");
        assertThat(packet.additional().get(0).name().tail()).contains(new NameField.Pointer(33, 0x2D));
        assertThat(packet.encode().toHex()).isEqualTo(hex);
    }

    @ParameterizedTest
    @CsvSource({
        "'', transaction id, 0, 'needs 2 octets, 0 left'",
        "0001011000010000000000, additional count, 10, 'needs 2 octets, 1 left'",
        "00010110ffff000000000000, counts, 4, 'say at least 393210 octets, 0 left'",
        "000185800000ffffffffffff, counts, 4, 'say at least 2359260 octets, 0 left'",
        "000101100001000000000000 c00c 00200001, question name, 12, 'a label pointer to octet 12, which is not before it'",
        "000101100001000000000000 c0ff 00200001, question name, 12, 'a label pointer to octet 255, which is not before it'",
        "000101100001000000000000 1f41414100200001, question name, 13, 'needs 31 octets, 7 left'",
        "000101100001000000000000 034141410000200001, question name, 12, 'label length 0x03 is not 0x20'"
    })
    void saysWhereAndWhyItIsNoPacket(String hex, String field, int offset, String reason) {
        MalformedPacketException e = catchThrowableOfType(
                MalformedPacketException.class, () -> NameServicePacket.decode(Octets.ofHex(hex.replace(" ", ""))));
        assertThat(List.of(e.field(), e.offset(), e.reason())).isEqualTo(List.of(field, offset, reason));
    }

    /** CVE-2014-0244 and its like: a count that the octets do not bear out. */
    @Test
    void moreNamesThanThereAreOctetsIsRefused() {
        String hex =
                "000184000000000100000000" + SMBSRV + "410000210001" + "00000000" + "0013" + "02" + "41".repeat(18);
        MalformedPacketException e =
                catchThrowableOfType(MalformedPacketException.class, () -> NameServicePacket.decode(Octets.ofHex(hex)));
        assertThat(e).hasMessage("number of names at offset 56: 2 names do not fit into 18 octets");
    }

    /** CVE-2020-10745: pointers that make a small packet cost much. Here each goes to the one before. */
    @ParameterizedTest
    @CsvSource({"9, true", "10, false"})
    void pointersAreFollowedTenTimesAtMost(int chained, boolean read) {
        StringBuilder hex = new StringBuilder("000185800000000200000000" + SMBSRV + "4100" + "000a0001" + "00000000");
        hex.append(String.format("%04x", 2 * chained));
        int chain = hex.length() / 2;
        hex.append("c00c");
        for (int i = 1; i < chained; i++) {
            hex.append(String.format("c0%02x", chain + 2 * (i - 1)));
        }
        hex.append(String.format("c0%02x", chain + 2 * (chained - 1))).append("000a0001" + "00000000" + "0000");
        if (read) {
            NameServicePacket packet = NameServicePacket.decode(Octets.ofHex(hex.toString()));
            assertThat(packet.answers().get(1).name().name()).hasToString("SMBSRV<00>");
            assertThat(packet.encode().toHex()).isEqualTo(hex.toString());
        } else {
            MalformedPacketException e = catchThrowableOfType(
                    MalformedPacketException.class, () -> NameServicePacket.decode(Octets.ofHex(hex.toString())));
            assertThat(e.reason()).isEqualTo("more than 10 label pointers");
        }
    }

    @Test
    void whatTheCountsAndLengthsCannotSayIsNotMade() {
        RecordData.Owner owner = new RecordData.Owner(new NbFlags(0), Ipv4Address.ANY);
        assertThat(new RecordData.Addresses(Collections.nCopies(10_922, owner))
                        .encode()
                        .size())
                .isEqualTo(65_532);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecordData.Addresses(Collections.nCopies(10_923, owner)))
                .withMessage("RDLENGTH is 65538, but must be 0 to 65535");
        assertThatIllegalArgumentException().isThrownBy(() -> new RecordData.Opaque(Octets.zeros(65_536)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecordData.NodeStatus(List.of(), Octets.zeros(65_535)));
        NameServicePacket query = NameServicePacket.decode(Octets.ofHex(QUERY));
        List<NameQuestion> many = Collections.nCopies(65_536, query.questions().get(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NameServicePacket.of(1, query.flags(), many, List.of(), List.of()))
                .withMessage("QDCOUNT is 65536, but must be 0 to 65535");
    }

    @Test
    void octetsBehindThePacketAreKept() {
        NameServicePacket packet = NameServicePacket.decode(Octets.ofHex(QUERY + "abcd"));
        assertThat(packet.trailing().toHex()).isEqualTo("abcd");
        assertThat(packet.encode().toHex()).isEqualTo(QUERY + "abcd");
    }

    @Test
    void anyOctetsAreAPacketOrTheOneException() {
        Random random = new Random(20261121);
        int packets = 0;
        for (int i = 0; i < 100_000; i++) {
            byte[] octets = Octets.ofHex(i % 2 == 0 ? QUERY : POSITIVE).toArray();
            for (int changes = random.nextInt(5); changes >= 0; changes--) {
                octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
            }
            Octets packet = Octets.wrap(octets);
            try {
                assertThat(NameServicePacket.decode(packet).encode()).isEqualTo(packet);
                packets++;
            } catch (MalformedPacketException expected) {
                assertThat(expected.offset()).isBetween(0, packet.size());
            }
        }
        assertThat(packets).isBetween(1_000, 99_000);
    }
}
