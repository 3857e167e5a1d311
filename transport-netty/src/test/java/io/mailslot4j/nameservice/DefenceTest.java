package io.mailslot4j.nameservice;

import static io.mailslot4j.nameservice.ResponderHost.EVERYBODY;
import static io.mailslot4j.nameservice.ResponderHost.GROUP;
import static io.mailslot4j.nameservice.ResponderHost.OTHER;
import static io.mailslot4j.nameservice.ResponderHost.PC;
import static io.mailslot4j.nameservice.ResponderHost.at;
import static io.mailslot4j.nameservice.ResponderHost.name;
import static io.mailslot4j.nameservice.ResponderHost.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.name.NameScope;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.nameservice.NamePackets;
import io.mailslot4j.protocol.nameservice.NameQuestion;
import io.mailslot4j.protocol.nameservice.NameServiceFlags;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import io.mailslot4j.protocol.nameservice.RecordType;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that are ours stay ours: RFC 1002 section 5.1.1.5, and what smbtorture's nbt.register wants. */
class DefenceTest {
    private static final NetBiosName SERVER = name("JAVABOX<20>");
    private static final InetSocketAddress TORTURE = at(OTHER, 40_000);

    private final VirtualTimers timers = new VirtualTimers();
    private final ResponderLink link = new ResponderLink(timers);
    private final ResponderHost pc = new ResponderHost(timers, link, NodeType.B, List.of(), PC);

    @BeforeEach
    void ourNames() {
        pc.responder.register(SERVER, false);
        pc.responder.register(GROUP, true);
        timers.advance(Duration.ofSeconds(2));
        link.forget();
    }

    private List<ResponderLink.Sent> answersTo(NameServicePacket packet, InetSocketAddress from) {
        link.forget();
        pc.receives(packet, from);
        timers.advance(Duration.ofMillis(10));
        return link.sentBy(PC);
    }

    /** nbt.register.register_own: by unicast with B set and TTL 1234, then the demand; nbt.register.refresh_own. */
    @Test
    void smbtortureIsToldThatTheNameIsActive() {
        List<NameServicePacket> requests = List.of(
                NamePackets.nameRegistrationRequest(7, SERVER, owner(false, OTHER), 1234, true),
                NamePackets.nameOverwriteRequest(7, SERVER, owner(false, OTHER), 1234, true),
                NamePackets.nameRefreshRequest(7, SERVER, owner(false, OTHER), 1234));
        for (NameServicePacket request : requests) {
            List<ResponderLink.Sent> answers = answersTo(request, TORTURE);
            assertThat(answers).extracting(ResponderLink.Sent::flags).containsExactly("ad86");
            assertThat(answers.get(0).to()).isEqualTo(TORTURE);
            assertThat(answers.get(0).packet().id()).isEqualTo(7);
            assertThat(answers.get(0).packet().subject()).contains(SERVER);
            assertThat(answers.get(0).packet().answers().get(0).ttl()).isEqualTo(1234);
        }
        assertThat(pc.count(ResponderEvent.NAME_DEFENDED)).isEqualTo(3);
        assertThat(pc.state(SERVER)).isEqualTo(OwnNameState.ACTIVE);
    }

    @Test
    void theAnswerIsTheOneOfTheRfc() {
        NameServicePacket request = NamePackets.nameRegistrationRequest(7, SERVER, owner(false, OTHER), 0, true);
        assertThat(answersTo(request, TORTURE).get(0).packet().encode().toHex())
                .isEqualTo("0007ad860000000100000000" + "20454b45424647454245434550464943414341434143414341434143414341"
                        + "4341" + "00" + "00200001" + "00000000" + "0006" + "0000" + "0a000002");
    }

    @Test
    void everyFormOfClaimIsAnswered() {
        assertThat(answersTo(NamePackets.nameRegistrationRequest(7, SERVER, owner(false, OTHER), 0, false), TORTURE))
                .hasSize(1);
        assertThat(answersTo(NamePackets.nameOverwriteRequest(7, SERVER, owner(false, OTHER), 0, false), TORTURE))
                .hasSize(1);
        assertThat(answersTo(NamePackets.multihomedNameRegistrationRequest(7, SERVER, owner(false, OTHER), 0), TORTURE))
                .hasSize(1);
        assertThat(answersTo(NamePackets.nameRegistrationRequest(7, SERVER, owner(true, OTHER), 0, true), TORTURE))
                .hasSize(1);
    }

    @Test
    void lowerCaseIsTheSameName() {
        byte[] lower = SERVER.octets().toArray();
        lower[0] = 'j';
        NetBiosName javabox = NetBiosName.ofOctets(Octets.wrap(lower));
        assertThat(answersTo(NamePackets.nameRegistrationRequest(7, javabox, owner(false, OTHER), 0, true), TORTURE))
                .hasSize(1);
    }

    @Test
    void aBroadcastIsAnsweredToItsSender() {
        link.send(
                NamePackets.nameRegistrationRequest(7, SERVER, owner(false, OTHER), 0, true), at(OTHER), at(EVERYBODY));
        timers.advance(Duration.ofMillis(10));
        assertThat(link.sentBy(PC)).extracting(ResponderLink.Sent::to).containsExactly(at(OTHER));
    }

    @Test
    void othersMayJoinAGroupButNotMakeItAComputer() {
        assertThat(answersTo(NamePackets.nameRegistrationRequest(7, GROUP, owner(true, OTHER), 0, true), TORTURE))
                .isEmpty();
        assertThat(pc.count(ResponderEvent.GROUP_SHARED)).isEqualTo(1);
        assertThat(answersTo(NamePackets.nameRegistrationRequest(7, GROUP, owner(false, OTHER), 0, true), TORTURE))
                .extracting(ResponderLink.Sent::flags)
                .containsExactly("ad86");
    }

    @Test
    void namesThatAreNotOursAreNotOurBusiness() {
        for (NetBiosName other : List.of(name("JAVABOX<00>"), name("ELSE<20>"), SERVER.in(NameScope.parse("A")))) {
            assertThat(answersTo(NamePackets.nameRegistrationRequest(7, other, owner(false, OTHER), 0, true), TORTURE))
                    .isEmpty();
            assertThat(answersTo(NamePackets.nameRefreshRequest(7, other, owner(false, OTHER), 0), TORTURE))
                    .isEmpty();
        }
        assertThat(pc.count(ResponderEvent.NOT_OUR_NAME)).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {PC, "127.0.0.1"})
    void thisHostsOwnPacketsAreIgnored(String ours) {
        long before = pc.count(ResponderEvent.OWN_PACKET);
        assertThat(answersTo(NamePackets.nameRegistrationRequest(7, SERVER, owner(false, OTHER), 0, true), at(ours)))
                .noneMatch(s -> s.packet().flags().response());
        assertThat(pc.count(ResponderEvent.OWN_PACKET)).isEqualTo(before + 1);
    }

    /** Our own broadcasts come back to us. */
    @Test
    void weDoNotDefendANameAgainstOurselves() {
        pc.responder.register(name("SECOND"), false);
        timers.advance(Duration.ofSeconds(5));
        assertThat(pc.state(name("SECOND"))).isEqualTo(OwnNameState.ACTIVE);
        assertThat(link.sentBy(PC)).noneMatch(s -> s.packet().flags().response());
    }

    @Test
    void aNameThatIsNotYetOursIsNotDefended() {
        NetBiosName young = name("YOUNG");
        pc.responder.register(young, false);
        timers.advance(Duration.ofMillis(700));
        assertThat(answersTo(NamePackets.nameRegistrationRequest(7, young, owner(false, OTHER), 0, true), TORTURE))
                .noneMatch(s -> s.packet().flags().response());
    }

    @Test
    void aReleaseByOthersIsIgnored() {
        for (boolean broadcast : new boolean[] {true, false}) {
            assertThat(answersTo(NamePackets.nameReleaseRequest(7, SERVER, owner(false, PC), broadcast), at(OTHER)))
                    .isEmpty();
        }
        assertThat(pc.state(SERVER)).isEqualTo(OwnNameState.ACTIVE);
        assertThat(pc.count(ResponderEvent.RELEASE_IGNORED)).isEqualTo(2);
    }

    @Test
    void claimsWithoutAnOwnerAreNotUnderstood() {
        NameServiceFlags flags = new NameServiceFlags(0x2910);
        NameServicePacket bare =
                NameServicePacket.of(7, flags, List.of(NameQuestion.of(SERVER, RecordType.NB)), List.of(), List.of());
        NameServicePacket empty = NameServicePacket.of(7, flags, List.of(), List.of(), List.of());
        assertThat(answersTo(bare, TORTURE)).isEmpty();
        assertThat(answersTo(empty, TORTURE)).isEmpty();
        assertThat(answersTo(
                        NameServicePacket.of(7, new NameServiceFlags(0x0800), List.of(), List.of(), List.of()),
                        TORTURE))
                .isEmpty();
        assertThat(pc.count(ResponderEvent.NOT_UNDERSTOOD)).isEqualTo(3);
    }

    /** An answer to these would go to many, or nowhere. */
    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.255", "255.255.255.255", "0.0.0.0", "224.0.0.1", "10.0.0.0"})
    void nobodyIsAnsweredWhoIsNotOneHost(String source) {
        assertThat(answersTo(NamePackets.nameRegistrationRequest(7, SERVER, owner(false, OTHER), 0, true), at(source)))
                .isEmpty();
        assertThat(answersTo(NamePackets.nodeStatusRequest(7, NetBiosName.BROADCAST), at(source)))
                .isEmpty();
        assertThat(pc.count(ResponderEvent.NOT_ONE_HOST)).isEqualTo(2);
    }
}
