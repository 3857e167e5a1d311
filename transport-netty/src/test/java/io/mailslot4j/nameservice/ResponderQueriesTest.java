package io.mailslot4j.nameservice;

import static io.mailslot4j.nameservice.ResponderHost.EVERYBODY;
import static io.mailslot4j.nameservice.ResponderHost.FRED;
import static io.mailslot4j.nameservice.ResponderHost.GROUP;
import static io.mailslot4j.nameservice.ResponderHost.OTHER;
import static io.mailslot4j.nameservice.ResponderHost.PC;
import static io.mailslot4j.nameservice.ResponderHost.at;
import static io.mailslot4j.nameservice.ResponderHost.name;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.name.NameScope;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.nameservice.NamePackets;
import io.mailslot4j.protocol.nameservice.NameQuestion;
import io.mailslot4j.protocol.nameservice.NameServiceFlags;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import io.mailslot4j.protocol.nameservice.NodeName;
import io.mailslot4j.protocol.nameservice.RecordData;
import io.mailslot4j.protocol.nameservice.RecordType;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Questions about our names, as nmblookup, nbtscan, nmap and jcifs ask them. */
class ResponderQueriesTest {
    private static final InetSocketAddress ASKER = at(OTHER, 40_000);
    private static final NameServiceFlags RECURSION_NOT_DESIRED = new NameServiceFlags(0);

    private final VirtualTimers timers = new VirtualTimers();
    private final ResponderLink link = new ResponderLink(timers);
    private final ResponderHost pc = owner(NodeType.B, PC);

    private ResponderHost owner(NodeType type, String... addresses) {
        ResponderHost host = new ResponderHost(timers, link, type, List.of(), addresses);
        host.responder.register(FRED, false);
        host.responder.register(GROUP, true);
        return host;
    }

    @BeforeEach
    void namesAreOurs() {
        timers.advance(Duration.ofSeconds(2));
        link.forget();
    }

    private List<ResponderLink.Sent> answers(ResponderHost host, NameServicePacket packet, InetSocketAddress from) {
        link.forget();
        host.receives(packet, from);
        timers.advance(Duration.ofMillis(10));
        return link.sent().stream().filter(s -> s.packet().flags().response()).toList();
    }

    private String answer(NameServicePacket packet) {
        List<ResponderLink.Sent> answers = answers(pc, packet, ASKER);
        assertThat(answers).extracting(ResponderLink.Sent::to).containsExactly(ASKER);
        return answers.get(0).packet().encode().toHex();
    }

    private static NameServicePacket query(NetBiosName name, NameServiceFlags flags) {
        return NameServicePacket.of(3, flags, List.of(NameQuestion.of(name, RecordType.NB)), List.of(), List.of());
    }

    private static List<String> addresses(ResponderLink.Sent answer) {
        return ((RecordData.Addresses) answer.packet().answers().get(0).data())
                .owners().stream().map(o -> o.address().toString()).toList();
    }

    /** As nmbd answers it (wire-format, golden vectors). */
    @Test
    void aQuestionForAComputerIsAnsweredAsNmbdDoes() {
        assertThat(answer(NamePackets.nameQueryRequest(3, FRED, true)))
                .isEqualTo("000385800000000100000000"
                        + "204547464345464545434143414341434143414341434143414341434143414141" + "00" + "00200001"
                        + "0003f480" + "0006" + "0000" + "0a000001");
    }

    @Test
    void aQuestionForAGroupIsAnsweredWithOurAddressAndTheGroupFlag() {
        assertThat(answer(NamePackets.nameQueryRequest(3, GROUP, true)))
                .endsWith("00200001" + "0003f480" + "0006" + "8000" + "0a000001");
    }

    @ParameterizedTest
    @EnumSource(names = {"B", "M", "H"})
    void theAnswerTellsWhatKindOfNodeWeAre(NodeType type) {
        ResponderHost host = owner(type, "10.0.4.5");
        timers.advance(Duration.ofSeconds(2));
        NameServicePacket answer = answers(host, NamePackets.nameQueryRequest(3, FRED, false), ASKER)
                .get(0)
                .packet();
        assertThat(RegistrationClaim.of(answer.answers()).orElseThrow().flags().nodeType())
                .isEqualTo(type);
    }

    @Test
    void everybodyIsAnsweredAsNmbdDoes() {
        assertThat(answer(NamePackets.nameQueryRequest(3, NetBiosName.BROADCAST, true)))
                .endsWith("00200001" + "0003f480" + "0006" + "0000" + "0a000001");
        assertThat(answers(
                        pc,
                        NamePackets.nameQueryRequest(3, NetBiosName.BROADCAST.in(NameScope.parse("X")), true),
                        ASKER))
                .isEmpty();
    }

    @Test
    void aBroadcastForANameThatIsNotOursIsNeverAnswered() {
        for (int flags : new int[] {0x0110, 0x0010}) {
            assertThat(answers(pc, query(name("ELSE"), new NameServiceFlags(flags)), ASKER))
                    .isEmpty();
        }
        assertThat(pc.count(ResponderEvent.NOT_OUR_NAME)).isEqualTo(2);
    }

    @Test
    void weAreNoNameServer() {
        assertThat(answers(pc, NamePackets.nameQueryRequest(3, name("ELSE"), false), ASKER))
                .isEmpty();
    }

    @Test
    void whoAsksUsAloneIsToldThatANameIsNotOurs() {
        assertThat(answer(query(FRED.with(NameSuffix.SERVER), RECURSION_NOT_DESIRED)))
                .isEqualTo("000384030000000100000000"
                        + "20" + "4547464345464545434143414341434143414341434143414341434143414341" + "00"
                        + "000a0001" + "00000000" + "0000");
        assertThat(pc.count(ResponderEvent.QUERY_DENIED)).isEqualTo(1);
    }

    @Test
    void aNameThatMayBeOursSoonIsNotDenied() {
        pc.responder.register(name("YOUNG"), false);
        assertThat(answers(pc, query(name("YOUNG"), RECURSION_NOT_DESIRED), ASKER))
                .isEmpty();
    }

    @Test
    void caseIsOfNoConcern() {
        NetBiosName lower = NetBiosName.ofOctets(Octets.ofHex("66726564202020202020202020202000"));
        assertThat(answer(NamePackets.nameQueryRequest(3, lower, true))).contains("8580");
    }

    @Test
    void theScopeIsPartOfTheNameWithoutRegardToCase() {
        NetBiosName scoped = name("SCOPED").in(NameScope.parse("NetBIOS.com"));
        pc.responder.register(scoped, false);
        timers.advance(Duration.ofSeconds(2));
        assertThat(answers(pc, NamePackets.nameQueryRequest(3, name("SCOPED"), true), ASKER))
                .isEmpty();
        assertThat(answers(
                        pc,
                        NamePackets.nameQueryRequest(3, name("SCOPED").in(NameScope.parse("NETBIOS.COM")), true),
                        ASKER))
                .hasSize(1);
    }

    @Test
    void aBroadcastIsAnsweredWithTheAddressNearestToTheAsker() {
        ResponderHost two = owner(NodeType.B, "10.0.1.7", "10.0.2.7");
        timers.advance(Duration.ofSeconds(2));
        NameServicePacket query = NamePackets.nameQueryRequest(3, FRED, true);
        assertThat(addresses(answers(two, query, at("10.0.2.99")).get(0))).containsExactly("10.0.2.7");
        assertThat(addresses(answers(two, query, at("10.0.1.99")).get(0))).containsExactly("10.0.1.7");
        assertThat(addresses(answers(two, query, at("192.0.2.1")).get(0))).containsExactly("10.0.1.7");
    }

    @Test
    void whoAsksUsAloneHearsAllAddressesNearestFirst() {
        ResponderHost two = owner(NodeType.B, "10.0.1.7", "10.0.2.7");
        timers.advance(Duration.ofSeconds(2));
        assertThat(addresses(answers(two, NamePackets.nameQueryRequest(3, FRED, false), at("10.0.2.99"))
                        .get(0)))
                .containsExactly("10.0.2.7", "10.0.1.7");
    }

    @Test
    void aBroadcastOnTheWireIsAnsweredToItsSender() {
        link.send(NamePackets.nameQueryRequest(3, FRED, true), ASKER, at(EVERYBODY));
        timers.advance(Duration.ofMillis(10));
        assertThat(link.sentBy(PC)).extracting(ResponderLink.Sent::to).containsExactly(ASKER);
    }

    /** RFC 1002 section 4.2.18; nbtscan sets B although it asks one host. */
    @Test
    void ourNamesWithTheirFlagsAndTheHardwareAddress() {
        String expected = "000384000000000100000000" + "20434b" + "41".repeat(30) + "00" + "00210001" + "00000000"
                + "0053" + "02" + "46524544202020202020202020202000" + "0400" + "47524f55502020202020202020202000"
                + "8400" + "020304050607" + "00".repeat(40);
        assertThat(answer(NamePackets.nodeStatusRequest(3, NetBiosName.BROADCAST)))
                .isEqualTo(expected);
        NameServicePacket nbtscan = NameServicePacket.of(
                3,
                new NameServiceFlags(0x0010),
                List.of(NameQuestion.of(NetBiosName.BROADCAST, RecordType.NBSTAT)),
                List.of(),
                List.of());
        assertThat(answer(nbtscan)).isEqualTo(expected);
    }

    @Test
    void theStatusCanBeAskedByAnyNameOfOursButNoOther() {
        assertThat(answer(NamePackets.nodeStatusRequest(3, FRED))).contains("8400");
        assertThat(answers(pc, NamePackets.nodeStatusRequest(3, name("ELSE")), ASKER))
                .isEmpty();
    }

    @Test
    void aStatusHasOnlyNamesThatAreOurs() {
        pc.responder.register(name("YOUNG"), false);
        assertThat(answer(NamePackets.nodeStatusRequest(3, NetBiosName.BROADCAST)))
                .contains("0053" + "02");
    }

    @Test
    void aStatusThatJustFitsIsWhole() {
        for (int i = pc.responder.names().size(); i < 26; i++) {
            pc.responder.register(name("NAME" + i), false);
        }
        timers.advance(Duration.ofSeconds(2));
        NameServicePacket status = answers(pc, NamePackets.nodeStatusRequest(3, NetBiosName.BROADCAST), ASKER)
                .get(0)
                .packet();
        assertThat(status.flags().value()).isEqualTo(0x8400);
        assertThat(((RecordData.NodeStatus) status.answers().get(0).data()).names())
                .hasSize(26);
    }

    @Test
    void aStatusThatWouldNotFitIsCutAndSaysSo() {
        for (int i = 0; i < 40; i++) {
            pc.responder.register(name("NAME" + i), false);
        }
        timers.advance(Duration.ofSeconds(2));
        NameServicePacket status = answers(pc, NamePackets.nodeStatusRequest(3, NetBiosName.BROADCAST), ASKER)
                .get(0)
                .packet();
        assertThat(status.flags().value()).isEqualTo(0x8600);
        assertThat(status.encode().size()).isBetween(559, 576);
        List<NodeName> names = ((RecordData.NodeStatus) status.answers().get(0).data()).names();
        assertThat(names).hasSize(26);
        assertThat(names).noneMatch(n -> n.has(NodeName.PERMANENT));
    }

    @Test
    void whatIsNotAQuestionForANameIsNotUnderstood() {
        NameServicePacket none = NameServicePacket.of(3, RECURSION_NOT_DESIRED, List.of(), List.of(), List.of());
        NameServicePacket type = NameServicePacket.of(
                3, RECURSION_NOT_DESIRED, List.of(NameQuestion.of(FRED, RecordType.A)), List.of(), List.of());
        assertThat(answers(pc, none, ASKER)).isEmpty();
        assertThat(answers(pc, type, ASKER)).isEmpty();
        assertThat(pc.count(ResponderEvent.NOT_UNDERSTOOD)).isEqualTo(2);
    }

    /** What nobody asked for teaches us nothing, and is not answered: two responders never talk to each other for ever. */
    @Test
    void answersAreNotAnswered() {
        NameServicePacket positive =
                NamePackets.positiveNameQueryResponse(3, FRED, 0, List.of(ResponderHost.owner(false, OTHER)));
        assertThat(answers(pc, positive, at(OTHER)))
                .hasSize(1)
                .extracting(s -> s.target())
                .containsExactly(PC);
        assertThat(pc.count(ResponderEvent.UNASKED_ANSWER)).isEqualTo(1);
        assertThat(pc.state(FRED)).isEqualTo(OwnNameState.ACTIVE);
    }
}
