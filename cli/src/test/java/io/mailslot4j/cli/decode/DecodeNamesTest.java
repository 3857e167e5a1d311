package io.mailslot4j.cli.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.cli.JsonReader;
import io.mailslot4j.cli.Ran;
import io.mailslot4j.cli.captures.CaptureBytes;
import io.mailslot4j.cli.names.NamePackets;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.name.NameScope;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.nameservice.NameField;
import io.mailslot4j.protocol.nameservice.NameQuestion;
import io.mailslot4j.protocol.nameservice.NameServiceFlags;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import io.mailslot4j.protocol.nameservice.NbFlags;
import io.mailslot4j.protocol.nameservice.NodeName;
import io.mailslot4j.protocol.nameservice.RecordData;
import io.mailslot4j.protocol.nameservice.RecordType;
import io.mailslot4j.protocol.nameservice.ResourceRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code decode} shows of UDP 137. */
class DecodeNamesTest {
    private static final NetBiosName FRED = NetBiosName.of("FRED", NameSuffix.WORKSTATION);
    private static final NetBiosName HOSTILE = NetBiosName.of("A\u001b[2J\\", NameSuffix.SERVER);

    @Test
    void aQueryIsShownAsTheContractSays() {
        Ran ran = decode("--json", query(0x0110, FRED, RecordType.NB).encode());
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .isEqualTo("{\"frame\":1,\"time\":\"2023-11-14T22:13:20.123456Z\",\"source\":\"10.77.0.20:137\","
                        + "\"destination\":\"10.77.0.255:137\",\"kind\":\"name-query-request\",\"id\":6530,"
                        + "\"broadcast\":true,\"question\":{\"name\":\"FRED\",\"suffix\":\"00\",\"type\":\"NB\"}}\n");
    }

    @Test
    void answersHaveTheirOwners() {
        assertThat(json(NamePackets.positive(query(FRED), true, "10.77.0.20", "10.77.0.21")))
                .containsEntry("kind", "positive-name-query-response")
                .containsEntry("broadcast", false)
                .doesNotContainKeys("rcode", "question", "additional", "notes")
                .containsEntry(
                        "answers",
                        List.of(Map.of(
                                "name", "FRED",
                                "suffix", "00",
                                "type", "NB",
                                "ttl", 300_000L,
                                "owners",
                                        List.of(
                                                Map.of("address", "10.77.0.20", "group", true, "nodeType", "H"),
                                                Map.of("address", "10.77.0.21", "group", true, "nodeType", "H")))));
    }

    @Test
    void refusalsHaveTheirCode() {
        assertThat(json(NamePackets.negative(query(FRED))))
                .containsEntry("kind", "negative-name-query-response")
                .containsEntry("rcode", 3L)
                .containsEntry("meaning", "NAM_ERR");
    }

    @Test
    void aRegistrationHasWhatItWantsAsAdditional() {
        RecordData wanted = new RecordData.Addresses(
                List.of(new RecordData.Owner(NbFlags.of(false, NodeType.B), Ipv4Address.parse("10.77.0.30"))));
        NameServicePacket packet = NameServicePacket.of(
                7,
                new NameServiceFlags(0x2910),
                List.of(NameQuestion.of(FRED, RecordType.NB)),
                List.of(),
                List.of(new ResourceRecord(NameField.sameAsQuestion(FRED), RecordType.NB, 1, -1, wanted)));
        assertThat(json(packet))
                .containsEntry("kind", "name-registration-request")
                .containsEntry("question", Map.of("name", "FRED", "suffix", "00", "type", "NB"))
                .containsEntry(
                        "additional",
                        List.of(Map.of(
                                "name", "FRED",
                                "suffix", "00",
                                "type", "NB",
                                "ttl", 0xFFFF_FFFFL,
                                "owners", List.of(Map.of("address", "10.77.0.30", "group", false, "nodeType", "B")))));
        assertThat(line(packet)).endsWith("name-registration-request  FRED<00>  10.77.0.30 unique, ttl 4294967295");
    }

    @Test
    void aNodeStatusHasTheNamesWithTheirFlags() {
        NodeName name = new NodeName(FRED, NodeName.GROUP | NodeName.ACTIVE | NodeName.CONFLICT | 0x4000);
        Map<String, Object> json = json(NamePackets.status(query(FRED), name));
        assertThat(json).containsEntry("kind", "node-status-response");
        assertThat(json.get("answers"))
                .asString()
                .contains("type=NBSTAT")
                .contains("names=[{name=FRED, suffix=00, group=true, nodeType=M, flags=[active, conflict]}]")
                .contains("statistics=525400123456");
    }

    @Test
    void scopesAndUnknownTypesAreShown() {
        NetBiosName scoped = FRED.in(NameScope.parse("A.B"));
        assertThat(json(query(0, scoped, new RecordType(0x29))))
                .containsEntry("question", Map.of("name", "FRED", "suffix", "00", "scope", "A.B", "type", "0x0029"));
    }

    @Test
    void odditiesAreNotes() {
        NameQuestion question = NameQuestion.of(FRED, RecordType.NB);
        NameServicePacket odd = new NameServicePacket(
                1,
                new NameServiceFlags(0x1A00),
                List.of(question, question),
                List.of(),
                List.of(),
                List.of(),
                false,
                Octets.ofHex("00ff"));
        assertThat(json(odd))
                .containsEntry("kind", "unknown")
                .containsEntry(
                        "notes",
                        List.of("opcode 3", "said to be truncated", "1 more questions", "2 octets behind the packet"));
    }

    @Test
    void whatCannotBeReadIsAnErrorThatTellsWhere() {
        byte[] packet = query(FRED).encode().toArray();
        packet[12] = 0x21;
        assertThat(JsonReader.object(
                        decode("--json", Octets.wrap(packet)).lines().get(0)))
                .containsOnlyKeys("frame", "time", "source", "destination", "error", "field", "offset", "reason")
                .containsEntry("field", "question name");
        assertThat(decode("--json", Octets.ofHex("0001")).out()).contains("\"field\":\"flags\",\"offset\":2");
    }

    @Test
    void linesForPeopleTellTheSame() {
        assertThat(line(query(FRED))).endsWith("10.77.0.20:137 → 10.77.0.255:137  name-query-request  FRED<00>");
        assertThat(line(NamePackets.positive(query(FRED), false, "10.77.0.20")))
                .endsWith("  positive-name-query-response  FRED<00>  10.77.0.20 unique, ttl 300000");
        assertThat(line(NamePackets.negative(query(FRED))))
                .endsWith("  negative-name-query-response NAM_ERR  FRED<00>");
    }

    @Test
    void linesForPeopleHaveNothingHostileInThem() {
        NameServicePacket status = NamePackets.status(query(HOSTILE), new NodeName(HOSTILE, NodeName.ACTIVE));
        assertThat(line(status)).endsWith("  A\\x1b[2J\\x5c<20>  A\\x1b[2J\\x5c<20> unique");
    }

    private static NameServicePacket query(NetBiosName name) {
        return query(0x0100, name, RecordType.NB);
    }

    private static NameServicePacket query(int flags, NetBiosName name, RecordType type) {
        return NameServicePacket.of(
                6530, new NameServiceFlags(flags), List.of(NameQuestion.of(name, type)), List.of(), List.of());
    }

    private static Map<String, Object> json(NameServicePacket packet) {
        return JsonReader.object(decode("--json", packet.encode()).lines().get(0));
    }

    private static String line(NameServicePacket packet) {
        Ran ran = Ran.withStdin(CaptureBytes.of(CaptureBytes.frame(137, packet.encode())), "decode", "-");
        assertThat(ran.lines()).hasSize(1);
        return ran.lines().get(0);
    }

    private static Ran decode(String option, Octets payload) {
        return Ran.withStdin(CaptureBytes.of(CaptureBytes.frame(137, payload)), "decode", option, "-");
    }
}
