package io.mailslot4j.nameservice;

import static io.mailslot4j.nameservice.ResponderHost.EVERYBODY;
import static io.mailslot4j.nameservice.ResponderHost.FRED;
import static io.mailslot4j.nameservice.ResponderHost.GROUP;
import static io.mailslot4j.nameservice.ResponderHost.OTHER;
import static io.mailslot4j.nameservice.ResponderHost.PC;
import static io.mailslot4j.nameservice.ResponderHost.WINS;
import static io.mailslot4j.nameservice.ResponderHost.at;
import static io.mailslot4j.nameservice.ResponderHost.owner;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.nameservice.NamePackets;
import io.mailslot4j.protocol.nameservice.NbFlags;
import io.mailslot4j.protocol.nameservice.RecordData;
import io.mailslot4j.protocol.nameservice.ResponseCode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 1002 section 5.1.2, MS-NBTE section 3.1.4.1; questions 1.5 s apart, 3 of them, as Windows. */
class RegistrationWithWinsTest {
    private static final String SECOND = "10.0.9.8";

    private final VirtualTimers timers = new VirtualTimers();
    private final ResponderLink link = new ResponderLink(timers);
    private final RegistrationServer wins = new RegistrationServer(link, WINS);

    private ResponderHost host(NodeType type, String... addresses) {
        return new ResponderHost(timers, link, type, List.of(WINS), addresses);
    }

    private void seconds(double seconds) {
        timers.advance(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    @ParameterizedTest
    @EnumSource(names = {"P", "H"})
    void aServerThatSaysYesMakesTheNameOurs(NodeType type) {
        ResponderHost pc = host(type, PC);
        pc.responder.register(FRED, false);
        seconds(0.1);
        assertThat(wins.flagsHeard()).containsExactly("2900");
        assertThat(wins.heard.get(0).additional().get(0).ttl()).isEqualTo(300_000);
        assertThat(pc.states()).containsExactly(OwnNameState.REGISTERING, OwnNameState.ACTIVE);
        assertThat(pc.status(FRED).server()).contains(Ipv4Address.parse(WINS));
        assertThat(pc.status(FRED).ttl()).contains(Duration.ofHours(1));
        assertThat(link.sent()).noneMatch(s -> s.target().equals(EVERYBODY));
    }

    @Test
    void anMNodeAsksEverybodyFirst() {
        ResponderHost pc = host(NodeType.M, PC);
        pc.responder.register(FRED, false);
        seconds(0.999);
        assertThat(wins.heard).isEmpty();
        seconds(0.1);
        assertThat(wins.flagsHeard()).containsExactly("2900");
        assertThat(pc.state(FRED)).isEqualTo(OwnNameState.ACTIVE);
        assertThat(pc.status(FRED).server()).contains(Ipv4Address.parse(WINS));
    }

    @ParameterizedTest
    @EnumSource(names = {"P", "M", "H"})
    void aServerThatSaysNoRefusesTheName(NodeType type) {
        wins.code = ResponseCode.ACTIVE;
        ResponderHost pc = host(type, PC);
        pc.responder.register(FRED, false);
        seconds(60);
        assertThat(pc.state(FRED)).isEqualTo(OwnNameState.REFUSED);
        assertThat(pc.status(FRED).refusedBy()).contains(Ipv4Address.parse(WINS));
        assertThat(wins.heard).hasSize(1);
    }

    /** Neither is the server told that we give up what is somebody else's, nor everybody. */
    @ParameterizedTest
    @EnumSource(names = {"P", "M", "H"})
    void whatAServerRefusedIsNotOursToGiveUp(NodeType type) {
        wins.code = ResponseCode.ACTIVE;
        ResponderHost pc = host(type, PC);
        pc.responder.register(FRED, false);
        seconds(60);
        int sent = link.sentBy(PC).size();
        pc.responder.release(FRED, () -> {});
        seconds(60);
        assertThat(link.sentBy(PC)).hasSize(sent);
    }

    /** RFC 1002 section 4.2.7: we would have to push the old owner aside ourselves. */
    @Test
    void aServerThatLeavesTheFightToUsRefusesTheName() {
        wins.challenges = true;
        ResponderHost pc = host(NodeType.H, PC);
        pc.responder.register(FRED, false);
        seconds(1);
        assertThat(pc.state(FRED)).isEqualTo(OwnNameState.REFUSED);
        assertThat(pc.status(FRED).refusedBy()).contains(Ipv4Address.parse(OTHER));
    }

    @Test
    void aSilentServerIsAskedThreeTimesAndThenTheNext() {
        link.kill(WINS);
        RegistrationServer second = new RegistrationServer(link, SECOND);
        ResponderHost pc = new ResponderHost(timers, link, NodeType.H, List.of(WINS, SECOND), PC);
        pc.responder.register(FRED, false);
        seconds(5);
        assertThat(link.sentBy(PC)).extracting(ResponderLink.Sent::millis).containsExactly(0L, 1500L, 3000L, 4500L);
        assertThat(second.flagsHeard()).containsExactly("2900");
        assertThat(pc.status(FRED).server()).contains(Ipv4Address.parse(SECOND));
    }

    /** Windows 2000 too asks its primary server first when a name is to be refreshed. */
    @ParameterizedTest
    @CsvSource({"3600, 1800", "300000, 3600", "0, 960"})
    void theFirstServerHasTheNameAgainWhenItLives(int ttl, int seconds) {
        link.kill(WINS);
        RegistrationServer second = new RegistrationServer(link, SECOND);
        second.ttl = ttl;
        ResponderHost pc = new ResponderHost(timers, link, NodeType.H, List.of(WINS, SECOND), PC);
        pc.responder.register(FRED, false);
        seconds(5);
        link.revive(WINS);
        link.forget();
        seconds(seconds - 1);
        assertThat(link.sent()).isEmpty();
        seconds(1);
        assertThat(wins.flagsHeard()).containsExactly("2900");
        assertThat(second.heard).hasSize(1);
        assertThat(pc.states()).containsExactly(OwnNameState.REGISTERING, OwnNameState.ACTIVE, OwnNameState.ACTIVE);
        assertThat(pc.status(FRED).server()).contains(Ipv4Address.parse(WINS));
        seconds(1800);
        assertThat(wins.flagsHeard()).containsExactly("2900", "4000");
    }

    @Test
    void theSecondServerKeepsTheNameAsLongAsTheFirstIsDead() {
        link.kill(WINS);
        RegistrationServer second = new RegistrationServer(link, SECOND);
        ResponderHost pc = new ResponderHost(timers, link, NodeType.H, List.of(WINS, SECOND), PC);
        pc.responder.register(FRED, false);
        seconds(3700);
        assertThat(second.flagsHeard()).containsExactly("2900", "2900", "2900");
        assertThat(pc.states()).containsExactly(OwnNameState.REGISTERING, OwnNameState.ACTIVE);
        assertThat(pc.status(FRED).server()).contains(Ipv4Address.parse(SECOND));
        assertThat(link.sent()).noneMatch(s -> s.target().equals(EVERYBODY));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void anIllServerIsAsGoodAsSilent(int code) {
        wins.code = new ResponseCode(code);
        RegistrationServer second = new RegistrationServer(link, SECOND);
        ResponderHost pc = new ResponderHost(timers, link, NodeType.H, List.of(WINS, SECOND), PC);
        pc.responder.register(FRED, false);
        seconds(1);
        assertThat(second.heard).hasSize(1);
        assertThat(pc.state(FRED)).isEqualTo(OwnNameState.ACTIVE);
    }

    @Test
    void severalAddressesOfAComputerAreMultihomed() {
        ResponderHost pc = host(NodeType.H, "10.0.1.7", "10.0.2.7");
        pc.responder.register(FRED, false);
        pc.responder.register(GROUP, true);
        seconds(1);
        assertThat(wins.flagsHeard()).containsExactlyInAnyOrder("7900", "7900", "2900", "2900");
        assertThat(wins.table.get(FRED)).extracting(Ipv4Address::toString).containsExactly("10.0.1.7", "10.0.2.7");
        assertThat(pc.state(FRED)).isEqualTo(OwnNameState.ACTIVE);
    }

    @Test
    void aServerThatTakesOnlySomeOfOurAddressesKeepsNone() {
        ResponderHost pc = host(NodeType.H, "10.0.1.7", "10.0.2.7");
        pc.responder.register(FRED, false);
        seconds(0.002);
        wins.code = ResponseCode.ACTIVE;
        seconds(0.002);
        wins.code = ResponseCode.SUCCESS;
        seconds(1);
        assertThat(pc.state(FRED)).isEqualTo(OwnNameState.REFUSED);
        assertThat(wins.flagsHeard()).containsExactly("7900", "7900", "3000");
        assertThat(wins.table.get(FRED)).isEmpty();
    }

    /** Seen of nmbd: with the first address it forgets the name, and does not know the others. */
    @Test
    void everyAddressIsReleasedOnceWhateverTheServerSays() {
        ResponderHost pc = host(NodeType.H, "10.0.1.7", "10.0.2.7", "10.0.3.7");
        pc.responder.register(FRED, false);
        seconds(1);
        wins.heard.clear();
        pc.responder.release(FRED, () -> {});
        seconds(0.002);
        wins.code = ResponseCode.NAME_ERROR;
        seconds(60);
        assertThat(wins.flagsHeard()).containsExactly("3000", "3000", "3000");
        assertThat(wins.heard)
                .extracting(
                        p -> RegistrationClaim.of(p.additional()).orElseThrow().address())
                .extracting(Ipv4Address::toString)
                .containsExactly("10.0.1.7", "10.0.2.7", "10.0.3.7");
    }

    /** Seen of nmbd: before it takes the second address it asks at the first, and forgets that if nobody answers there. */
    @Test
    void aServerThatAsksAtTheFirstAddressHearsOfAll() {
        ResponderHost pc = host(NodeType.H, "10.0.1.7", "10.0.2.7");
        pc.responder.register(FRED, false);
        seconds(0.002);
        wins.waits.add(60);
        seconds(0.002);
        assertThat(pc.state(FRED)).isEqualTo(OwnNameState.REGISTERING);
        link.forget();
        pc.receives(NamePackets.nameQueryRequest(77, FRED, false), at(WINS));
        seconds(0.1);
        var answer = link.sentBy("10.0.1.7").get(0).packet();
        assertThat(answer.answers())
                .singleElement()
                .satisfies(record -> assertThat(record.data())
                        .isEqualTo(new RecordData.Addresses(List.of(
                                new RecordData.Owner(NbFlags.of(false, NodeType.H), Ipv4Address.parse("10.0.1.7")),
                                new RecordData.Owner(NbFlags.of(false, NodeType.H), Ipv4Address.parse("10.0.2.7"))))));
    }

    @ParameterizedTest
    @CsvSource({"9, 9", "60, 60", "105, 105", "8, 105", "0, 105", "106, 105", "-1, 105"})
    void aServerMayAskUsToWaitWithinBounds(int asked, int waited) {
        wins.waits.add(asked);
        ResponderHost pc = host(NodeType.H, PC);
        pc.responder.register(FRED, false);
        seconds(waited);
        assertThat(link.sentBy(PC)).hasSize(1);
        assertThat(pc.state(FRED)).isEqualTo(OwnNameState.REGISTERING);
        seconds(0.1);
        assertThat(link.sentBy(PC)).extracting(ResponderLink.Sent::flags).containsExactly("2900", "2910");
    }

    @Test
    void theAnswerAfterAWaitCounts() {
        wins.waits.add(60);
        ResponderHost pc = host(NodeType.H, PC);
        pc.responder.register(FRED, false);
        seconds(50);
        pc.receives(
                NamePackets.nameRegistrationResponse(
                        link.sentBy(PC).get(0).packet().id(), FRED, owner(false, PC), 1200, ResponseCode.SUCCESS),
                at(WINS));
        seconds(0.1);
        assertThat(pc.state(FRED)).isEqualTo(OwnNameState.ACTIVE);
        assertThat(pc.status(FRED).ttl()).contains(Duration.ofMinutes(20));
    }

    @Test
    void nobodyCanMakeUsWaitForEver() {
        ResponderHost pc = host(NodeType.P, PC);
        link.kill(WINS);
        pc.responder.register(FRED, false);
        var request = link.sentBy(PC).get(0).packet();
        for (int i = 0; i < 5; i++) {
            pc.receives(NamePackets.waitForAcknowledgement(request.id(), FRED, 100, request.flags()), at(WINS));
            seconds(90);
        }
        seconds(0.1);
        assertThat(pc.count(ResponderEvent.UNASKED_ANSWER)).isEqualTo(2);
        assertThat(link.sentBy(PC).size()).isGreaterThan(1);
    }

    @Test
    void whatDoesNotComeFromTheServerChangesNothing() {
        link.kill(WINS);
        ResponderHost pc = host(NodeType.P, PC);
        pc.responder.register(FRED, false);
        var request = link.sentBy(PC).get(0).packet();
        for (ResponseCode code : List.of(ResponseCode.SUCCESS, ResponseCode.ACTIVE)) {
            pc.receives(NamePackets.nameRegistrationResponse(request.id(), FRED, owner(false, PC), 9, code), at(OTHER));
            pc.receives(
                    NamePackets.nameRegistrationResponse(request.id() + 1, FRED, owner(false, PC), 9, code), at(WINS));
            pc.receives(NamePackets.nameRegistrationResponse(request.id(), GROUP, owner(false, PC), 9, code), at(WINS));
            pc.receives(NamePackets.nameReleaseResponse(request.id(), FRED, owner(false, PC), code), at(WINS));
        }
        pc.receives(NamePackets.waitForAcknowledgement(request.id(), FRED, 100, request.flags()), at(OTHER));
        pc.receives(NamePackets.negativeNameQueryResponse(request.id(), FRED), at(WINS));
        seconds(1);
        assertThat(pc.state(FRED)).isEqualTo(OwnNameState.REGISTERING);
        assertThat(pc.count(ResponderEvent.UNASKED_ANSWER)).isEqualTo(10);
        seconds(1);
        assertThat(link.sentBy(PC)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"3600, 1800", "300000, 150000", "600, 300", "599, 300", "2, 300", "0, 960", "1, 960", "-2, 2147483647"})
    void aNameIsRefreshedAtHalfItsTimeButNotTooOften(int ttl, long seconds) {
        wins.ttl = ttl;
        ResponderHost pc = host(NodeType.H, PC);
        pc.responder.register(FRED, false);
        seconds(0.01);
        wins.heard.clear();
        timers.advance(Duration.ofSeconds(seconds - 1));
        assertThat(wins.heard).isEmpty();
        seconds(1.1);
        assertThat(wins.flagsHeard()).containsExactly("4000");
        assertThat(pc.states()).containsExactly(OwnNameState.REGISTERING, OwnNameState.ACTIVE);
    }

    @Test
    void everyAddressIsRefreshed() {
        ResponderHost pc = host(NodeType.H, "10.0.1.7", "10.0.2.7");
        pc.responder.register(FRED, false);
        seconds(1);
        wins.heard.clear();
        seconds(1800);
        assertThat(wins.heard)
                .extracting(p -> RegistrationClaim.of(p.additional())
                        .orElseThrow()
                        .address()
                        .toString())
                .containsExactly("10.0.1.7", "10.0.2.7");
    }

    @Test
    void aServerThatNoLongerKnowsUsIsAskedAnewAndTheNameStaysOursMeanwhile() {
        ResponderHost pc = host(NodeType.H, PC);
        pc.responder.register(FRED, false);
        seconds(1799);
        wins.heard.clear();
        wins.code = ResponseCode.NAME_ERROR;
        seconds(1.003);
        wins.code = ResponseCode.SUCCESS;
        seconds(1);
        assertThat(wins.flagsHeard()).containsExactly("4000", "2900");
        assertThat(pc.states()).containsExactly(OwnNameState.REGISTERING, OwnNameState.ACTIVE);
    }

    @Test
    void whoLostTheNameAtTheServerHasLostIt() {
        ResponderHost pc = host(NodeType.H, PC);
        pc.responder.register(FRED, false);
        seconds(1);
        wins.code = ResponseCode.ACTIVE;
        seconds(1800);
        assertThat(pc.state(FRED)).isEqualTo(OwnNameState.REFUSED);
        assertThat(pc.status(FRED).server()).isEmpty();
        assertThat(timers.pending()).isZero();
    }

    @Test
    void anHNodeAsksEverybodyWhileTheServerIsDeadAndTheServerAgainWhenItLives() {
        link.kill(WINS);
        ResponderHost pc = host(NodeType.H, PC);
        pc.responder.register(FRED, false);
        seconds(4.5);
        assertThat(pc.state(FRED)).isEqualTo(OwnNameState.REGISTERING);
        seconds(1);
        assertThat(link.sentBy(PC))
                .extracting(ResponderLink.Sent::flags)
                .containsExactly("2900", "2900", "2900", "2910", "2910", "2910", "2810");
        assertThat(pc.state(FRED)).isEqualTo(OwnNameState.ACTIVE);
        assertThat(pc.status(FRED).server()).isEmpty();

        link.forget();
        seconds(14.9);
        assertThat(link.sent()).isEmpty();
        seconds(0.2);
        assertThat(link.sent()).extracting(ResponderLink.Sent::millis).containsExactly(20_500L);
        link.revive(WINS);
        seconds(2);
        assertThat(pc.status(FRED).server()).contains(Ipv4Address.parse(WINS));
        assertThat(link.sentBy(PC)).noneMatch(s -> s.target().equals(EVERYBODY));

        // Somebody else may have come meanwhile.
        link.kill(WINS);
        seconds(1820);
        assertThat(pc.status(FRED).server()).isEmpty();
        assertThat(link.sentBy(PC)).anyMatch(s -> s.target().equals(EVERYBODY));
    }

    @Test
    void aServerThatDiesAndComesBackHasUsAgain() {
        ResponderHost pc = host(NodeType.H, PC);
        pc.responder.register(FRED, false);
        seconds(1);
        link.kill(WINS);
        wins.table.clear();
        link.forget();
        seconds(1820);
        assertThat(link.sentBy(PC))
                .extracting(ResponderLink.Sent::flags)
                .containsExactly("4000", "4000", "4000", "2900", "2900", "2900", "2910", "2910", "2910", "2810");
        assertThat(pc.status(FRED).server()).isEmpty();
        link.revive(WINS);
        seconds(20);
        assertThat(wins.table.get(FRED)).extracting(Ipv4Address::toString).containsExactly(PC);
        assertThat(pc.states()).containsOnly(OwnNameState.REGISTERING, OwnNameState.ACTIVE);
        assertThat(pc.status(FRED).server()).contains(Ipv4Address.parse(WINS));
    }

    @Test
    void aPNodeKeepsAskingAndNeverBroadcasts() {
        link.kill(WINS);
        ResponderHost pc = host(NodeType.P, PC);
        pc.responder.register(FRED, false);
        seconds(60);
        assertThat(pc.states()).containsExactly(OwnNameState.REGISTERING);
        assertThat(link.sent()).noneMatch(s -> s.target().equals(EVERYBODY));
        assertThat(link.sent())
                .extracting(ResponderLink.Sent::millis)
                .startsWith(0L, 1500L, 3000L, 19_500L, 21_000L, 22_500L, 39_000L);
        link.revive(WINS);
        seconds(20);
        assertThat(pc.state(FRED)).isEqualTo(OwnNameState.ACTIVE);
    }

    @Test
    void anMNodeDoesWithoutASilentServer() {
        link.kill(WINS);
        ResponderHost pc = host(NodeType.M, PC);
        pc.responder.register(FRED, false);
        seconds(6);
        assertThat(pc.state(FRED)).isEqualTo(OwnNameState.ACTIVE);
        link.revive(WINS);
        seconds(20);
        assertThat(pc.status(FRED).server()).contains(Ipv4Address.parse(WINS));
    }

    @ParameterizedTest
    @EnumSource(names = {"M", "H"})
    void withoutServersEverybodyIsAskedOnly(NodeType type) {
        ResponderHost pc = new ResponderHost(timers, link, type, List.of(), PC);
        pc.responder.register(FRED, false);
        seconds(2);
        assertThat(pc.state(FRED)).isEqualTo(OwnNameState.ACTIVE);
        assertThat(timers.pending()).isZero();
    }
}
