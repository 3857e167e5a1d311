package io.mailslot4j.nameservice;

import static io.mailslot4j.nameservice.ResponderHost.EVERYBODY;
import static io.mailslot4j.nameservice.ResponderHost.FRED;
import static io.mailslot4j.nameservice.ResponderHost.GROUP;
import static io.mailslot4j.nameservice.ResponderHost.OTHER;
import static io.mailslot4j.nameservice.ResponderHost.PC;
import static io.mailslot4j.nameservice.ResponderHost.WINS;
import static io.mailslot4j.nameservice.ResponderHost.at;
import static io.mailslot4j.nameservice.ResponderHost.interfaces;
import static io.mailslot4j.nameservice.ResponderHost.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailslot4j.MailslotClosedException;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.nameservice.NamePackets;
import io.mailslot4j.protocol.nameservice.ResponseCode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names come and go, hosts fight for them, addresses change. */
class ResponderTest {
    private final VirtualTimers timers = new VirtualTimers();
    private final ResponderLink link = new ResponderLink(timers);
    private final AtomicInteger done = new AtomicInteger();

    private ResponderHost host(NodeType type, String... addresses) {
        return new ResponderHost(timers, link, type, type == NodeType.B ? List.of() : List.of(WINS), addresses);
    }

    private ResponderHost owner(NodeType type, String... addresses) {
        ResponderHost host = host(type, addresses);
        host.responder.register(FRED, false);
        timers.advance(Duration.ofSeconds(10));
        link.forget();
        return host;
    }

    private List<String> flagsSent() {
        return link.sent().stream().map(ResponderLink.Sent::flags).toList();
    }

    /** Whoever is first to demand the name has it, however close the other follows, if the wire is faster. */
    @ParameterizedTest
    @ValueSource(ints = {5, 100, 249, 250, 251, 749, 751, 999, 1001, 60_000})
    void ofTwoHostsThatWantANameTheLaterLoses(int later) {
        ResponderHost first = host(NodeType.B, PC);
        ResponderHost second = host(NodeType.B, OTHER);
        first.responder.register(FRED, false);
        timers.advance(Duration.ofMillis(later));
        second.responder.register(FRED, false);
        timers.advance(Duration.ofSeconds(10));
        assertThat(first.state(FRED)).isEqualTo(OwnNameState.ACTIVE);
        assertThat(second.state(FRED)).isEqualTo(OwnNameState.REFUSED);
        assertThat(second.status(FRED).refusedBy()).contains(Ipv4Address.parse(PC));
        assertThat(first.count(ResponderEvent.NAME_DEFENDED)).isPositive();
    }

    /** Nobody owns what both demanded in the same moment; a name with two owners would be worse. */
    @Test
    void ofTwoHostsThatWantANameInOneMomentNoneGetsIt() {
        ResponderHost first = host(NodeType.B, PC);
        ResponderHost second = host(NodeType.B, OTHER);
        first.responder.register(FRED, false);
        second.responder.register(FRED, false);
        timers.advance(Duration.ofSeconds(10));
        assertThat(List.of(first.state(FRED), second.state(FRED))).containsOnly(OwnNameState.REFUSED);
    }

    @Test
    void groupsAreShared() {
        ResponderHost first = host(NodeType.B, PC);
        ResponderHost second = host(NodeType.B, OTHER);
        first.responder.register(GROUP, true);
        second.responder.register(GROUP, true);
        timers.advance(Duration.ofSeconds(10));
        assertThat(List.of(first.state(GROUP), second.state(GROUP))).containsOnly(OwnNameState.ACTIVE);
    }

    @Test
    void aComputerCannotHaveTheNameOfAGroup() {
        ResponderHost first = host(NodeType.B, PC);
        first.responder.register(GROUP, true);
        timers.advance(Duration.ofSeconds(10));
        ResponderHost second = host(NodeType.B, OTHER);
        second.responder.register(GROUP, false);
        timers.advance(Duration.ofSeconds(10));
        assertThat(second.state(GROUP)).isEqualTo(OwnNameState.REFUSED);
    }

    @Test
    void aNameThatWasGivenUpIsFree() {
        ResponderHost first = owner(NodeType.B, PC);
        first.responder.release(FRED, done::incrementAndGet);
        timers.advance(Duration.ofSeconds(1));
        ResponderHost second = owner(NodeType.B, OTHER);
        assertThat(second.state(FRED)).isEqualTo(OwnNameState.ACTIVE);
    }

    @Test
    void aBNodeTellsEverybodyThreeTimesThatItGivesANameUp() {
        ResponderHost pc = owner(NodeType.B, PC);
        pc.responder.release(FRED, done::incrementAndGet);
        timers.advance(Duration.ofMillis(499));
        assertThat(done).hasValue(0);
        timers.advance(Duration.ofMillis(1));
        assertThat(done).hasValue(1);
        timers.advance(Duration.ofSeconds(5));
        assertThat(link.sent()).extracting(ResponderLink.Sent::millis).containsExactly(10_000L, 10_250L, 10_500L);
        assertThat(flagsSent()).containsOnly("3010");
        assertThat(link.sent()).extracting(ResponderLink.Sent::target).containsOnly(EVERYBODY);
        assertThat(pc.states()).endsWith(OwnNameState.RELEASED);
        assertThat(pc.responder.names()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"P, 0, 3000 b400", "H, 0, 3000 b400", "M, 0, 3000 b400 3010 3010 3010", "H, 6, 3000 b406 3010 3010 3010"
    })
    void aServerIsToldThatANameIsGivenUp(NodeType type, int code, String packets) {
        RegistrationServer wins = new RegistrationServer(link, WINS);
        ResponderHost pc = owner(type, PC);
        wins.code = new ResponseCode(code);
        pc.responder.release(FRED, done::incrementAndGet);
        timers.advance(Duration.ofSeconds(5));
        assertThat(flagsSent()).containsExactly(packets.split(" "));
        assertThat(done).hasValue(1);
        assertThat(timers.pending()).isZero();
    }

    /** MS-NBTE section 3.1.7. */
    @Test
    void anHNodeTellsEverybodyWhereTheServerIsSilent() {
        new RegistrationServer(link, WINS);
        ResponderHost pc = owner(NodeType.H, PC);
        link.kill(WINS);
        pc.responder.release(FRED, done::incrementAndGet);
        timers.advance(Duration.ofSeconds(10));
        assertThat(flagsSent()).containsExactly("3000", "3000", "3000", "3010", "3010", "3010");
        assertThat(done).hasValue(1);
    }

    @Test
    void whatIsNotOursIsNotOursToGiveUp() {
        owner(NodeType.B, OTHER);
        ResponderHost pc = owner(NodeType.B, PC);
        assertThat(pc.state(FRED)).isEqualTo(OwnNameState.REFUSED);
        pc.responder.release(FRED, done::incrementAndGet);
        pc.responder.register(GROUP, true);
        pc.responder.release(GROUP, done::incrementAndGet);
        pc.responder.release(name("NEVER"), done::incrementAndGet);
        timers.advance(Duration.ofSeconds(5));
        assertThat(flagsSent()).doesNotContain("3010");
        assertThat(done).hasValue(3);
    }

    @ParameterizedTest
    @EnumSource(
            value = NodeType.class,
            names = {"P", "M", "H"})
    void whatTheServerRefusedIsNotGivenUpForItsOwner(NodeType type) {
        RegistrationServer wins = new RegistrationServer(link, WINS);
        wins.code = ResponseCode.ACTIVE;
        ResponderHost pc = owner(type, PC);
        assertThat(pc.state(FRED)).isEqualTo(OwnNameState.REFUSED);
        pc.responder.release(FRED, done::incrementAndGet);
        timers.advance(Duration.ofMinutes(10));
        assertThat(link.sent()).isEmpty();
        assertThat(done).hasValue(1);
    }

    /** The server has asked us to wait, and would have us in its table although we are gone. */
    @Test
    void aServerThatHasNotYetSaidYesIsToldTooThatWeAreGone() {
        RegistrationServer wins = new RegistrationServer(link, WINS);
        wins.waits.add(20);
        ResponderHost pc = host(NodeType.P, PC);
        pc.responder.register(FRED, false);
        timers.advance(Duration.ofSeconds(1));
        pc.responder.close(done::incrementAndGet);
        timers.advance(Duration.ofSeconds(1));
        assertThat(wins.flagsHeard()).containsExactly("2900", "3000");
        assertThat(done).hasValue(1);
    }

    @Test
    void closingGivesAllNamesUpAndClosesThePortLast() {
        ResponderHost pc = owner(NodeType.B, PC);
        pc.responder.register(GROUP, true);
        timers.advance(Duration.ofSeconds(5));
        link.forget();
        pc.responder.close(done::incrementAndGet);
        assertThat(link.openSockets()).isEqualTo(1);
        timers.advance(Duration.ofSeconds(5));
        assertThat(flagsSent()).hasSize(6).containsOnly("3010");
        assertThat(done).hasValue(1);
        assertThat(link.openSockets()).isZero();
        assertThat(timers.pending()).isZero();
        pc.responder.close(done::incrementAndGet);
        assertThat(done).hasValue(1);
        assertThatThrownBy(() -> pc.responder.register(FRED, false)).isInstanceOf(MailslotClosedException.class);
    }

    @Test
    void whoIsClosingAnswersNobodyButHearsTheServer() {
        new RegistrationServer(link, WINS);
        ResponderHost pc = owner(NodeType.P, PC);
        pc.responder.close(done::incrementAndGet);
        pc.receives(NamePackets.nameQueryRequest(1, FRED, true), at(OTHER));
        timers.advance(Duration.ofSeconds(1));
        assertThat(flagsSent()).containsExactly("3000", "0110", "b400");
        assertThat(done).hasValue(1);
    }

    @Test
    void whoClosesWaitsForWhatIsBeingGivenUp() {
        ResponderHost pc = owner(NodeType.B, PC);
        pc.responder.release(FRED, done::incrementAndGet);
        pc.responder.close(() -> {
            assertThat(done).hasValue(1);
            done.incrementAndGet();
        });
        assertThat(link.openSockets()).isEqualTo(1);
        timers.advance(Duration.ofSeconds(5));
        assertThat(flagsSent()).containsExactly("3010", "3010", "3010");
        assertThat(done).hasValue(2);
        assertThat(link.openSockets()).isZero();
    }

    /** The second has it, and the first, which comes before, may say yes after we have gone. */
    @Test
    void ofTwoServersBothAreToldThatANameIsGivenUp() {
        RegistrationServer first = new RegistrationServer(link, WINS);
        RegistrationServer second = new RegistrationServer(link, "10.0.9.8");
        link.kill(WINS);
        ResponderHost pc = new ResponderHost(timers, link, NodeType.P, List.of(WINS, "10.0.9.8"), PC);
        pc.responder.register(FRED, false);
        timers.advance(Duration.ofSeconds(10));
        assertThat(second.flagsHeard()).containsExactly("2900");
        link.revive(WINS);
        first.waits.add(60);
        while (first.flagsHeard().isEmpty()) {
            timers.advance(Duration.ofSeconds(1));
        }
        pc.responder.release(FRED, done::incrementAndGet);
        timers.advance(Duration.ofSeconds(5));
        assertThat(first.flagsHeard()).containsExactly("2900", "3000");
        assertThat(second.flagsHeard()).endsWith("3000");
        assertThat(done).hasValue(1);
    }

    @Test
    void withoutNamesClosingIsDoneAtOnce() {
        host(NodeType.B, PC).responder.close(done::incrementAndGet);
        assertThat(done).hasValue(1);
        assertThat(link.openSockets()).isZero();
    }

    @Test
    void aNewAddressIsRegisteredAndTheNameStaysOursMeanwhile() {
        ResponderHost pc = owner(NodeType.B, "10.0.1.7", "10.0.2.7");
        pc.responder.interfacesChanged(interfaces("10.0.1.7", "10.0.3.7"));
        assertThat(pc.state(FRED)).isEqualTo(OwnNameState.ACTIVE);
        timers.advance(Duration.ofSeconds(5));
        assertThat(link.sent())
                .extracting(s -> s.flags() + " " + s.target())
                .startsWith("2910 10.0.1.255", "2910 10.0.3.255")
                .endsWith("2810 10.0.1.255", "2810 10.0.3.255")
                .hasSize(8);
        assertThat(pc.states()).containsOnly(OwnNameState.REGISTERING, OwnNameState.ACTIVE);
        assertThat(pc.status(FRED).addresses())
                .extracting(Ipv4Address::toString)
                .containsExactly("10.0.1.7", "10.0.3.7");
    }

    @Test
    void theServerIsToldWhichAddressesAreGone() {
        RegistrationServer wins = new RegistrationServer(link, WINS);
        ResponderHost pc = owner(NodeType.H, "10.0.1.7", "10.0.2.7");
        wins.table.clear();
        pc.responder.interfacesChanged(interfaces("10.0.1.7", "10.0.3.7"));
        timers.advance(Duration.ofSeconds(5));
        assertThat(wins.flagsHeard()).endsWith("3000", "7900", "7900");
        assertThat(wins.table.get(FRED)).extracting(Ipv4Address::toString).containsExactly("10.0.1.7", "10.0.3.7");
    }

    @Test
    void theSameInterfacesAreNoChange() {
        ResponderHost pc = owner(NodeType.B, PC);
        pc.responder.interfacesChanged(interfaces(PC));
        timers.advance(Duration.ofSeconds(5));
        assertThat(link.sent()).isEmpty();
    }

    @Test
    void inAnotherNetworkARefusedNameIsAskedForAgain() {
        owner(NodeType.B, OTHER);
        ResponderHost pc = owner(NodeType.B, PC);
        pc.responder.interfacesChanged(interfaces("10.0.7.7"));
        timers.advance(Duration.ofSeconds(5));
        assertThat(pc.states())
                .containsExactly(
                        OwnNameState.REGISTERING, OwnNameState.REFUSED, OwnNameState.REGISTERING, OwnNameState.ACTIVE);
    }

    @Test
    void aNameLostInTheNewNetworkIsLost() {
        owner(NodeType.B, "10.0.7.2");
        ResponderHost pc = owner(NodeType.B, PC);
        pc.responder.interfacesChanged(interfaces(PC, "10.0.7.7"));
        timers.advance(Duration.ofSeconds(5));
        assertThat(pc.state(FRED)).isEqualTo(OwnNameState.REFUSED);
    }

    @Test
    void whatIsOursAlreadyIsNotAskedForAgain() {
        ResponderHost pc = owner(NodeType.B, PC);
        pc.responder.register(FRED, false);
        timers.advance(Duration.ofSeconds(5));
        assertThat(link.sent()).isEmpty();
        assertThatThrownBy(() -> pc.responder.register(FRED, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("FRED<00> is ours already, as a computer's name, not a group's");
    }

    @Test
    void namesAreBounded() {
        ResponderHost pc = host(NodeType.B, PC);
        for (int i = 0; i < OwnNameTable.CAPACITY; i++) {
            pc.responder.register(name("NAME" + i), false);
        }
        assertThatThrownBy(() -> pc.responder.register(FRED, false)).isInstanceOf(IllegalStateException.class);
        pc.responder.release(name("NAME7"), done::incrementAndGet);
        pc.responder.register(FRED, false);
        assertThat(pc.responder.names()).hasSize(OwnNameTable.CAPACITY);
    }

    /** Whoever is told of a change may act on it at once. */
    @Test
    void aNameCanBeGivenUpByWhoeverIsToldOfIt() {
        ResponderHost pc = host(NodeType.B, PC);
        pc.onChange = status -> {
            if (status.state() == OwnNameState.REGISTERING) {
                pc.responder.release(FRED, done::incrementAndGet);
            }
        };
        pc.responder.register(FRED, false);
        timers.advance(Duration.ofSeconds(5));
        assertThat(pc.states()).containsExactlyInAnyOrder(OwnNameState.REGISTERING, OwnNameState.RELEASED);
        assertThat(pc.responder.names()).isEmpty();
        assertThat(link.sent()).hasSize(1);
        assertThat(timers.pending()).isZero();
    }

    @Test
    void packetsFromElsewhereThanIpv4AreCountedAndNoMore() throws Exception {
        ResponderHost pc = owner(NodeType.B, PC);
        InetSocketAddress ipv6 = new InetSocketAddress(InetAddress.getByName("2001:db8::1"), 137);
        pc.receives(NamePackets.nameQueryRequest(1, FRED, true), ipv6);
        timers.advance(Duration.ofSeconds(1));
        assertThat(link.sentBy(PC)).isEmpty();
        assertThat(pc.count(ResponderEvent.NOT_ONE_HOST)).isEqualTo(1);
    }
}
