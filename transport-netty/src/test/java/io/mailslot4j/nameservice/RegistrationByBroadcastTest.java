package io.mailslot4j.nameservice;

import static io.mailslot4j.nameservice.ResponderHost.EVERYBODY;
import static io.mailslot4j.nameservice.ResponderHost.FRED;
import static io.mailslot4j.nameservice.ResponderHost.GROUP;
import static io.mailslot4j.nameservice.ResponderHost.OTHER;
import static io.mailslot4j.nameservice.ResponderHost.PC;
import static io.mailslot4j.nameservice.ResponderHost.at;
import static io.mailslot4j.nameservice.ResponderHost.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.nameservice.NamePackets;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import io.mailslot4j.protocol.nameservice.ResponseCode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** RFC 1002 section 5.1.1.1, with its timers. */
class RegistrationByBroadcastTest {
    private final VirtualTimers timers = new VirtualTimers();
    private final ResponderLink link = new ResponderLink(timers);
    private final ResponderHost pc = host(PC);

    private ResponderHost host(String... addresses) {
        return new ResponderHost(timers, link, NodeType.B, List.of(), addresses);
    }

    @Test
    void threeRequestsAQuarterOfASecondApartAndThenTheDemand() {
        pc.responder.register(FRED, false);
        timers.advance(Duration.ofSeconds(5));
        assertThat(link.sent()).extracting(ResponderLink.Sent::millis).containsExactly(0L, 250L, 500L, 750L);
        assertThat(link.sent()).extracting(ResponderLink.Sent::flags).containsExactly("2910", "2910", "2910", "2810");
        assertThat(link.sent()).extracting(ResponderLink.Sent::target).containsOnly(EVERYBODY);
        assertThat(link.sent().get(0).packet().additional().get(0).ttl()).isZero();
        assertThat(link.sent()).extracting(s -> s.packet().id()).containsOnly(lastId());
        assertThat(timers.pending()).isZero();
    }

    @Test
    void theRequestIsTheOneOfTheRfc() {
        pc.responder.register(FRED, false);
        assertThat(link.sent().get(0).packet().encode().toHex().substring(4))
                .isEqualTo("29100001000000000001" + "204547464345464545434143414341434143414341434143414341434143414141"
                        + "00" + "00200001" + "c00c00200001" + "00000000" + "0006" + "0000" + "0a000001");
    }

    @Test
    void theNameIsOursWhenNobodyAnsweredTheDemandEither() {
        pc.responder.register(FRED, false);
        timers.advance(Duration.ofMillis(999));
        assertThat(pc.state(FRED)).isEqualTo(OwnNameState.REGISTERING);
        timers.advance(Duration.ofMillis(1));
        assertThat(pc.states()).containsExactly(OwnNameState.REGISTERING, OwnNameState.ACTIVE);
        assertThat(pc.status(FRED).addresses()).containsExactly(Ipv4Address.parse(PC));
        assertThat(pc.status(FRED).server()).isEmpty();
    }

    @Test
    void aNoRefusesTheNameAndTellsWhoHasIt() {
        pc.responder.register(FRED, false);
        timers.advance(Duration.ofMillis(100));
        pc.receives(no(lastId(), FRED), at(OTHER));
        timers.advance(Duration.ofSeconds(5));
        assertThat(pc.states()).containsExactly(OwnNameState.REGISTERING, OwnNameState.REFUSED);
        assertThat(pc.status(FRED).refusedBy()).contains(Ipv4Address.parse(OTHER));
        assertThat(link.sentBy(PC)).hasSize(1);
        assertThat(timers.pending()).isZero();
    }

    @Test
    void aNoToTheDemandRefusesTheNameToo() {
        pc.responder.register(FRED, false);
        timers.advance(Duration.ofMillis(900));
        pc.receives(no(lastId(), FRED), at(OTHER));
        timers.advance(Duration.ofSeconds(1));
        assertThat(pc.state(FRED)).isEqualTo(OwnNameState.REFUSED);
    }

    /** Such as nmbd, on the port beside ours. */
    @Test
    void aNoOfAnotherProgramOnThisHostCountsAsWell() {
        pc.responder.register(FRED, false);
        pc.receives(no(lastId(), FRED), at(PC));
        timers.advance(Duration.ofSeconds(1));
        assertThat(pc.state(FRED)).isEqualTo(OwnNameState.REFUSED);
        assertThat(pc.status(FRED).refusedBy()).contains(Ipv4Address.parse(PC));
    }

    @Test
    void aRefusedNameCanBeAskedForAgain() {
        pc.responder.register(FRED, false);
        pc.receives(no(lastId(), FRED), at(OTHER));
        timers.advance(Duration.ofSeconds(5));
        pc.responder.register(FRED, false);
        timers.advance(Duration.ofSeconds(5));
        assertThat(pc.state(FRED)).isEqualTo(OwnNameState.ACTIVE);
        assertThat(pc.status(FRED).refusedBy()).isEmpty();
    }

    @Test
    void whatIsNotANoToOurRequestChangesNothing() {
        pc.responder.register(FRED, false);
        int id = lastId();
        pc.receives(no(id + 1, FRED), at(OTHER));
        pc.receives(no(id, GROUP), at(OTHER));
        pc.receives(response(id, ResponseCode.SUCCESS), at(OTHER));
        pc.receives(response(id, ResponseCode.REFUSED), at(OTHER));
        pc.receives(NamePackets.nameReleaseResponse(id, FRED, owner(false, OTHER), ResponseCode.ACTIVE), at(OTHER));
        pc.receives(NamePackets.negativeNameQueryResponse(id, FRED), at(OTHER));
        timers.advance(Duration.ofSeconds(5));
        assertThat(pc.state(FRED)).isEqualTo(OwnNameState.ACTIVE);
        assertThat(pc.count(ResponderEvent.UNASKED_ANSWER)).isEqualTo(6);
    }

    @Test
    void aNoThatComesLateChangesNothing() {
        pc.responder.register(FRED, false);
        int id = lastId();
        timers.advance(Duration.ofMillis(1001));
        pc.receives(no(id, FRED), at(OTHER));
        timers.advance(Duration.ofSeconds(5));
        assertThat(pc.state(FRED)).isEqualTo(OwnNameState.ACTIVE);
        assertThat(pc.count(ResponderEvent.UNASKED_ANSWER)).isEqualTo(1);
    }

    @Test
    void aNoFromABroadcastAddressIsNobodys() {
        pc.responder.register(FRED, false);
        pc.receives(no(lastId(), FRED), at(EVERYBODY));
        timers.advance(Duration.ofSeconds(5));
        assertThat(pc.state(FRED)).isEqualTo(OwnNameState.ACTIVE);
        assertThat(pc.count(ResponderEvent.NOT_ONE_HOST)).isEqualTo(1);
    }

    @Test
    void everyNetworkHearsOurAddressThere() {
        ResponderHost two = host("10.0.1.7", "10.0.2.7");
        two.responder.register(FRED, false);
        assertThat(link.sent())
                .extracting(s -> s.target() + " "
                        + RegistrationClaim.of(s.packet().additional())
                                .orElseThrow()
                                .address())
                .containsExactly("10.0.1.255 10.0.1.7", "10.0.2.255 10.0.2.7");
    }

    @Test
    void aGroupIsRegisteredWithTheGroupFlag() {
        pc.responder.register(GROUP, true);
        timers.advance(Duration.ofSeconds(1));
        assertThat(RegistrationClaim.of(link.sent().get(0).packet().additional())
                        .orElseThrow()
                        .flags()
                        .value())
                .isEqualTo(0x8000);
        assertThat(pc.status(GROUP).group()).isTrue();
    }

    @Test
    void withoutAnyNetworkANameIsOursAtOnce() {
        ResponderHost nowhere = new ResponderHost(timers, link, NodeType.B, List.of(), PC);
        nowhere.responder.interfacesChanged(List.of());
        nowhere.responder.register(FRED, false);
        timers.advance(Duration.ZERO);
        assertThat(nowhere.state(FRED)).isEqualTo(OwnNameState.ACTIVE);
        assertThat(link.sent()).isEmpty();
    }

    @Test
    void namesAreAskedForSideBySideUnderDifferentIds() {
        pc.responder.register(FRED, false);
        pc.responder.register(GROUP, true);
        timers.advance(Duration.ofSeconds(1));
        assertThat(link.sent()).hasSize(8);
        assertThat(link.sent())
                .extracting(s -> s.packet().id())
                .containsOnly(
                        link.sent().get(0).packet().id(),
                        link.sent().get(1).packet().id());
        assertThat(link.sent().get(0).packet().id())
                .isNotEqualTo(link.sent().get(1).packet().id());
    }

    private int lastId() {
        return link.sent().get(link.sent().size() - 1).packet().id();
    }

    private static NameServicePacket no(int id, NetBiosName name) {
        return NamePackets.nameRegistrationResponse(id, name, owner(false, PC), 0, ResponseCode.ACTIVE);
    }

    private static NameServicePacket response(int id, ResponseCode code) {
        return NamePackets.nameRegistrationResponse(id, FRED, owner(false, PC), 0, code);
    }
}
