package io.mailslot4j.nameservice;

import static io.mailslot4j.nameservice.ResponderHost.EVERYBODY;
import static io.mailslot4j.nameservice.ResponderHost.FRED;
import static io.mailslot4j.nameservice.ResponderHost.GROUP;
import static io.mailslot4j.nameservice.ResponderHost.OTHER;
import static io.mailslot4j.nameservice.ResponderHost.PC;
import static io.mailslot4j.nameservice.ResponderHost.WINS;
import static io.mailslot4j.nameservice.ResponderHost.at;
import static io.mailslot4j.nameservice.ResponderHost.name;
import static io.mailslot4j.nameservice.ResponderHost.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.nameservice.NamePackets;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A NAME CONFLICT DEMAND is a claim, not a proof. */
class DefenceInquiryTest {
    private final VirtualTimers timers = new VirtualTimers();
    private final ResponderLink link = new ResponderLink(timers);

    private ResponderHost owner(NodeType type) {
        ResponderHost pc = new ResponderHost(timers, link, type, type == NodeType.B ? List.of() : List.of(WINS), PC);
        pc.responder.register(FRED, false);
        pc.responder.register(GROUP, true);
        timers.advance(Duration.ofSeconds(10));
        link.forget();
        return pc;
    }

    /** A host that answers every query for a name with {@code address}. */
    private void answering(String host, NetBiosName name, boolean group, String address) {
        NamePort[] port = new NamePort[1];
        port[0] = link.of(List.of(host), 137).open((packet, from) -> {
            if (!packet.flags().response() && packet.subject().orElseThrow().equals(name)) {
                port[0].send(
                        NamePackets.positiveNameQueryResponse(
                                packet.id(), name, 0, List.of(ResponderHost.owner(group, address))),
                        from);
            }
        });
    }

    private static NameServicePacket demand(NetBiosName name) {
        return NamePackets.nameConflictDemand(0x7777, name, ResponderHost.owner(false, "0.0.0.0"));
    }

    private List<ResponderLink.Sent> queries() {
        return link.sentBy(PC).stream()
                .filter(s -> !s.packet().flags().response())
                .toList();
    }

    @Test
    void everybodyIsAskedFromAPortThatNobodyCanGuess() {
        ResponderHost pc = owner(NodeType.B);
        pc.receives(demand(FRED), at(OTHER));
        timers.advance(Duration.ofMillis(10));
        assertThat(queries()).extracting(ResponderLink.Sent::target).containsExactly(EVERYBODY);
        assertThat(queries()).extracting(ResponderLink.Sent::flags).containsExactly("0110");
        assertThat(queries().get(0).from().getPort()).isNotEqualTo(137);
    }

    @Test
    void whereNobodyElseAnswersTheNameStaysOurs() {
        ResponderHost pc = owner(NodeType.B);
        pc.receives(demand(FRED), at(OTHER));
        timers.advance(Duration.ofSeconds(10));
        assertThat(pc.state(FRED)).isEqualTo(OwnNameState.ACTIVE);
        assertThat(pc.count(ResponderEvent.CONFLICT_DISPROVED)).isEqualTo(1);
        assertThat(link.openSockets()).isEqualTo(1);
    }

    @Test
    void anotherOwnerThatAnswersIsProof() {
        ResponderHost pc = owner(NodeType.B);
        answering(OTHER, FRED, false, OTHER);
        pc.receives(demand(FRED), at("10.0.0.3"));
        timers.advance(Duration.ofSeconds(10));
        assertThat(pc.states()).endsWith(OwnNameState.CONFLICT);
        assertThat(pc.count(ResponderEvent.CONFLICT_PROVED)).isEqualTo(1);
    }

    @Test
    void aNameInConflictIsNeitherAnsweredNorDefendedButShownInOurStatus() {
        ResponderHost pc = owner(NodeType.B);
        answering(OTHER, FRED, false, OTHER);
        pc.receives(demand(FRED), at(OTHER));
        timers.advance(Duration.ofSeconds(10));
        link.forget();
        pc.receives(NamePackets.nameQueryRequest(1, FRED, true), at("10.0.0.3", 5000));
        pc.receives(NamePackets.nameQueryRequest(1, FRED, false), at("10.0.0.3", 5000));
        pc.receives(
                NamePackets.nameRegistrationRequest(1, FRED, ResponderHost.owner(false, "10.0.0.3"), 0, true),
                at("10.0.0.3", 5000));
        timers.advance(Duration.ofSeconds(1));
        assertThat(link.sentBy(PC)).isEmpty();
        pc.receives(NamePackets.nodeStatusRequest(1, NetBiosName.BROADCAST), at("10.0.0.3", 5000));
        timers.advance(Duration.ofSeconds(1));
        assertThat(link.sentBy(PC).get(0).packet().encode().toHex())
                .contains("46524544202020202020202020202000" + "0c00");
    }

    @Test
    void aNameInConflictCanBeAskedForAgain() {
        ResponderHost pc = owner(NodeType.B);
        answering(OTHER, FRED, false, OTHER);
        pc.receives(demand(FRED), at(OTHER));
        timers.advance(Duration.ofSeconds(10));
        pc.responder.register(FRED, false);
        timers.advance(Duration.ofSeconds(10));
        assertThat(pc.state(FRED)).isEqualTo(OwnNameState.ACTIVE);
    }

    @Test
    void whoAnswersForAnotherIsNoProof() {
        ResponderHost pc = owner(NodeType.B);
        answering(OTHER, FRED, false, "10.0.0.3");
        pc.receives(demand(FRED), at(OTHER));
        timers.advance(Duration.ofSeconds(10));
        assertThat(pc.state(FRED)).isEqualTo(OwnNameState.ACTIVE);
    }

    @Test
    void whoeverAnswersWithOurAddressIsNoProof() {
        ResponderHost pc = owner(NodeType.B);
        answering(OTHER, FRED, false, PC);
        pc.receives(demand(FRED), at(OTHER));
        timers.advance(Duration.ofSeconds(10));
        assertThat(pc.state(FRED)).isEqualTo(OwnNameState.ACTIVE);
    }

    @Test
    void anotherMemberOfAGroupIsNoProofButAComputerOfThatNameIs() {
        ResponderHost pc = owner(NodeType.B);
        answering(OTHER, GROUP, true, OTHER);
        pc.receives(demand(GROUP), at(OTHER));
        timers.advance(Duration.ofSeconds(10));
        assertThat(pc.state(GROUP)).isEqualTo(OwnNameState.ACTIVE);
        answering("10.0.0.3", GROUP, false, "10.0.0.3");
        timers.advance(Duration.ofMinutes(1));
        pc.receives(demand(GROUP), at(OTHER));
        timers.advance(Duration.ofSeconds(10));
        assertThat(pc.state(GROUP)).isEqualTo(OwnNameState.CONFLICT);
    }

    @Test
    void manyDemandsMakeOneInquiry() {
        ResponderHost pc = owner(NodeType.B);
        for (int i = 0; i < 100; i++) {
            pc.receives(demand(FRED), at(OTHER));
        }
        timers.advance(Duration.ofSeconds(10));
        assertThat(queries()).hasSizeLessThanOrEqualTo(3);
        assertThat(pc.count(ResponderEvent.CONFLICT_DEMAND_IGNORED)).isEqualTo(99);
        timers.advance(Duration.ofMinutes(1));
        pc.receives(demand(FRED), at(OTHER));
        timers.advance(Duration.ofSeconds(10));
        assertThat(pc.count(ResponderEvent.CONFLICT_DISPROVED)).isEqualTo(2);
    }

    @Test
    void aDemandAboutANameThatIsNotOursIsNotLookedInto() {
        ResponderHost pc = owner(NodeType.B);
        pc.receives(demand(name("ELSE")), at(OTHER));
        timers.advance(Duration.ofSeconds(10));
        assertThat(queries()).isEmpty();
        assertThat(pc.count(ResponderEvent.UNASKED_ANSWER)).isEqualTo(1);
    }

    /** Whoever has it says so without being asked by us. */
    @Test
    void norIsADemandAboutANameThatWeOnlyAskFor() {
        ResponderHost pc = owner(NodeType.B);
        pc.responder.register(name("YOUNG"), false);
        pc.receives(demand(name("YOUNG")), at(OTHER));
        timers.advance(Duration.ofSeconds(10));
        assertThat(pc.count(ResponderEvent.UNASKED_ANSWER)).isEqualTo(1);
        assertThat(pc.count(ResponderEvent.CONFLICT_DISPROVED)).isZero();
    }

    @Test
    void aNameGivenUpDuringTheInquiryIsNotInConflict() {
        ResponderHost pc = owner(NodeType.B);
        answering(OTHER, FRED, false, OTHER);
        pc.receives(demand(FRED), at(OTHER));
        timers.advance(Duration.ofMillis(10));
        pc.responder.release(FRED, () -> {});
        timers.advance(Duration.ofSeconds(10));
        assertThat(pc.states()).doesNotContain(OwnNameState.CONFLICT);
    }

    @Test
    void aPNodeAsksTheServerThatHasTheName() {
        RegistrationServer wins = new RegistrationServer(link, WINS);
        ResponderHost pc = owner(NodeType.P);
        pc.receives(demand(FRED), at(OTHER));
        timers.advance(Duration.ofSeconds(10));
        assertThat(queries()).extracting(ResponderLink.Sent::target).containsExactly(WINS);
        assertThat(pc.state(FRED)).isEqualTo(OwnNameState.ACTIVE);

        wins.table.put(FRED, new ArrayList<>(List.of(Ipv4Address.parse(OTHER), Ipv4Address.parse(PC))));
        timers.advance(Duration.ofMinutes(1));
        pc.receives(demand(FRED), at(OTHER));
        timers.advance(Duration.ofSeconds(10));
        assertThat(pc.state(FRED)).isEqualTo(OwnNameState.ACTIVE);

        wins.table.put(FRED, new ArrayList<>(List.of(Ipv4Address.parse(OTHER))));
        timers.advance(Duration.ofMinutes(1));
        pc.receives(demand(FRED), at(OTHER));
        timers.advance(Duration.ofSeconds(10));
        assertThat(pc.state(FRED)).isEqualTo(OwnNameState.CONFLICT);
    }

    @Test
    void anHNodeAsksEverybodyAndThenTheServer() {
        new RegistrationServer(link, WINS);
        ResponderHost pc = owner(NodeType.H);
        pc.receives(demand(FRED), at(OTHER));
        timers.advance(Duration.ofSeconds(10));
        assertThat(queries()).extracting(ResponderLink.Sent::target).contains(EVERYBODY, WINS);
        assertThat(pc.state(FRED)).isEqualTo(OwnNameState.ACTIVE);
    }
}
