package io.mailslot4j.nameservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import io.mailslot4j.protocol.nameservice.NameServicePacketKind;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameQueryTest {
    private static final NetBiosName FRED = NetBiosName.of("FRED", NameSuffix.WORKSTATION);
    private static final String FRED_ON_WIRE =
            "20" + "4547464345464545434143414341434143414341434143414341434143414141" + "00";
    private static final InetSocketAddress EVERYBODY = new InetSocketAddress("10.0.0.255", 137);
    private static final InetSocketAddress SERVER = new InetSocketAddress("10.0.0.2", 137);
    private static final InetSocketAddress HOST = new InetSocketAddress("10.0.0.7", 137);
    private static final InetSocketAddress OTHER_HOST = new InetSocketAddress("10.0.0.8", 137);
    private static final int ID = 0x1234;

    private final VirtualTimers timers = new VirtualTimers();
    private final ScriptedNetwork network = new ScriptedNetwork(timers);

    private CompletableFuture<QueryOutcome> everybody(Duration gather) {
        NameServiceTimers times = NameServiceTimers.RFC.with(NameServiceTimer.GATHER, gather);
        CompletableFuture<QueryOutcome> outcome = new CompletableFuture<>();
        NameQuery.everybody(network, timers, times, ID, FRED, List.of(EVERYBODY), from -> true, outcome::complete);
        return outcome;
    }

    private CompletableFuture<QueryOutcome> server() {
        CompletableFuture<QueryOutcome> outcome = new CompletableFuture<>();
        NameQuery.server(network, timers, NameServiceTimers.WINDOWS, ID, FRED, SERVER, outcome::complete);
        return outcome;
    }

    @Test
    void aBroadcastQueryIsTheOneOfRfc1002() {
        assertThat(everybody(Duration.ZERO)).isNotDone();
        assertThat(network.sent().get(0).packet().encode().toHex())
                .isEqualTo("1234" + "0110" + "0001000000000000" + FRED_ON_WIRE + "00200001");
    }

    @Test
    void everybodyIsAskedThreeTimesAQuarterOfASecondApart() {
        CompletableFuture<QueryOutcome> outcome = everybody(Duration.ZERO);
        timers.advance(Duration.ofMillis(749));
        assertThat(outcome).isNotDone();
        timers.advance(Duration.ofMillis(1));
        assertThat(outcome).isCompletedWithValue(new QueryOutcome.Silence(3));
        assertThat(network.millisOfSendingTo(EVERYBODY)).containsExactly(0L, 250L, 500L);
        assertThat(network.openPorts()).isZero();
        assertThat(timers.pending()).isZero();
    }

    @Test
    void aServerIsAskedThreeTimesAsWindowsDoes() {
        CompletableFuture<QueryOutcome> outcome = server();
        timers.advance(Duration.ofSeconds(5));
        assertThat(outcome).isCompletedWithValue(new QueryOutcome.Silence(3));
        assertThat(network.millisOfSendingTo(SERVER)).containsExactly(0L, 1500L, 3000L);
        assertThat(network.sent().get(0).packet().flags().value()).isEqualTo(0x0100);
    }

    @Test
    void whoCannotBeReachedIsNotWaitedFor() {
        network.unreachable(SERVER);
        assertThat(server()).isCompletedWithValue(new QueryOutcome.Unsent("Network is unreachable"));
        assertThat(network.openPorts()).isZero();
        assertThat(timers.pending()).isZero();
    }

    @Test
    void aNetworkThatCannotBeReachedDoesNotEndABroadcast() {
        network.unreachable(EVERYBODY);
        CompletableFuture<QueryOutcome> outcome = everybody(Duration.ZERO);
        timers.advance(Duration.ofMillis(749));
        assertThat(outcome).isNotDone();
        timers.advance(Duration.ofMillis(1));
        assertThat(outcome).isCompletedWithValue(new QueryOutcome.Silence(3));
    }

    @Test
    void theFirstAnswerEndsIt() {
        CompletableFuture<QueryOutcome> outcome = everybody(Duration.ZERO);
        port().deliver(positive(ID, "0a000007"), HOST);
        assertThat(outcome.join())
                .isEqualTo(new QueryOutcome.Answered(List.of(new QueryOutcome.Answer(positive(ID, "0a000007"), HOST))));
        assertThat(network.openPorts()).isZero();
        assertThat(timers.pending()).isZero();
    }

    @Test
    void furtherAnswersAreGatheredIfWanted() {
        CompletableFuture<QueryOutcome> outcome = everybody(Duration.ofMillis(400));
        timers.advance(Duration.ofMillis(100));
        port().deliver(positive(ID, "0a000007"), HOST);
        timers.advance(Duration.ofMillis(399));
        port().deliver(positive(ID, "0a000008"), OTHER_HOST);
        assertThat(outcome).isNotDone();
        timers.advance(Duration.ofMillis(1));
        assertThat(((QueryOutcome.Answered) outcome.join()).answers()).hasSize(2);
        assertThat(network.millisOfSendingTo(EVERYBODY)).containsExactly(0L);
    }

    @ParameterizedTest
    @CsvSource({
        "another id, 1235 8580 00000001 00000000, 4547464345464545434143414341434143414341434143414341434143414141, 0020, 10.0.0.7",
        "another name, 1234 8580 00000001 00000000, 4647464345464545434143414341434143414341434143414341434143414141, 0020, 10.0.0.7",
        "another suffix, 1234 8580 00000001 00000000, 4547464345464545434143414341434143414341434143414341434143414341, 0020, 10.0.0.7",
        "another type, 1234 8580 00000001 00000000, 4547464345464545434143414341434143414341434143414341434143414141, 0021, 10.0.0.7",
        "another opcode, 1234 ad80 00000001 00000000, 4547464345464545434143414341434143414341434143414341434143414141, 0020, 10.0.0.7",
        "a request, 1234 0580 00000001 00000000, 4547464345464545434143414341434143414341434143414341434143414141, 0020, 10.0.0.7"
    })
    void whatIsNotTheAnswerIsPassedOver(String what, String header, String name, String type, String from) {
        String hex = header.replace(" ", "") + "20" + name + "00" + type + "0001" + "00000e10" + "0006" + "0000"
                + "0a000007";
        CompletableFuture<QueryOutcome> outcome = everybody(Duration.ZERO);
        port().deliver(NameServicePacket.decode(Octets.ofHex(hex)), new InetSocketAddress(from, 137));
        assertThat(outcome).as(what).isNotDone();
    }

    @Test
    void onlyTheServerThatWasAskedIsBelieved() {
        CompletableFuture<QueryOutcome> outcome = server();
        port().deliver(positive(ID, "0a000007"), HOST);
        assertThat(outcome).isNotDone();
        port().deliver(positive(ID, "0a000007"), SERVER);
        assertThat(outcome).isCompleted();
    }

    @Test
    void aServersNoIsAnAnswerAndAnybodyElsesIsNot() {
        CompletableFuture<QueryOutcome> outcome = server();
        port().deliver(negative(), HOST);
        assertThat(outcome).isNotDone();
        port().deliver(negative(), SERVER);
        assertThat(outcome.join()).isInstanceOf(QueryOutcome.Refused.class);
        CompletableFuture<QueryOutcome> broadcast = everybody(Duration.ZERO);
        port().deliver(negative(), HOST);
        assertThat(broadcast).isNotDone();
    }

    @ParameterizedTest
    @CsvSource({"20, 20", "9, 9", "8, 105", "0, 105", "106, 105", "-1, 105"})
    void aServerMayAskUsToWait(int says, int seconds) {
        CompletableFuture<QueryOutcome> outcome = server();
        timers.advance(Duration.ofSeconds(1));
        port().deliver(wack(says), SERVER);
        timers.advance(Duration.ofSeconds(seconds).minusMillis(1));
        assertThat(outcome).isNotDone();
        timers.advance(Duration.ofMillis(1));
        assertThat(outcome).isCompletedWithValue(new QueryOutcome.Silence(3));
        assertThat(network.millisOfSendingTo(SERVER)).containsExactly(0L);
    }

    @Test
    void whoHearsABroadcastCannotHaveUsWait() {
        CompletableFuture<QueryOutcome> outcome = everybody(Duration.ZERO);
        port().deliver(wack(20), HOST);
        timers.advance(Duration.ofMillis(750));
        assertThat(outcome).isCompletedWithValue(new QueryOutcome.Silence(3));
    }

    @Test
    void whoseAnswersDoNotCountIsPassedOver() {
        CompletableFuture<QueryOutcome> outcome = new CompletableFuture<>();
        NameQuery.everybody(
                network,
                timers,
                NameServiceTimers.RFC,
                ID,
                FRED,
                List.of(EVERYBODY),
                from -> !from.equals(HOST),
                outcome::complete);
        port().deliver(positive(ID, "0a000007"), HOST);
        assertThat(outcome).isNotDone();
        timers.advance(Duration.ofMillis(250));
        assertThat(network.millisOfSendingTo(EVERYBODY)).containsExactly(0L, 250L);
        port().deliver(positive(ID, "0a000008"), OTHER_HOST);
        assertThat(outcome).isCompleted();
    }

    @Test
    void aServerMayNotAskUsToWaitForEver() {
        CompletableFuture<QueryOutcome> outcome = server();
        for (int i = 0; i < 4; i++) {
            port().deliver(wack(20), SERVER);
            timers.advance(Duration.ofSeconds(19));
        }
        assertThat(outcome).isCompletedWithValue(new QueryOutcome.Silence(3));
    }

    @Test
    void anAnswerAfterTheEndChangesNothing() {
        CompletableFuture<QueryOutcome> outcome = everybody(Duration.ZERO);
        ScriptedNetwork.Port port = port();
        timers.advance(Duration.ofSeconds(1));
        port.deliver(positive(ID, "0a000007"), HOST);
        assertThat(outcome).isCompletedWithValue(new QueryOutcome.Silence(3));
    }

    @Test
    void aFloodOfAnswersIsBounded() {
        CompletableFuture<QueryOutcome> outcome = everybody(Duration.ofMillis(100));
        for (int i = 0; i < 10_000; i++) {
            port().deliver(positive(ID, String.format("0a00%04x", i)), HOST);
        }
        timers.advance(Duration.ofMillis(100));
        assertThat(((QueryOutcome.Answered) outcome.join()).answers()).hasSize(64);
    }

    @Test
    void aHostIsAskedForItsNames() {
        CompletableFuture<QueryOutcome> outcome = new CompletableFuture<>();
        NameQuery.status(network, timers, NameServiceTimers.WINDOWS, ID, HOST, outcome::complete);
        assertThat(network.sent().get(0).packet().kind()).isEqualTo(NameServicePacketKind.NODE_STATUS_REQUEST);
        String hex = "1234" + "8400" + "0000000100000000" + "20" + "434b" + "41".repeat(30) + "00" + "00210001"
                + "00000000" + "0001" + "00";
        port().deliver(NameServicePacket.decode(Octets.ofHex(hex)), HOST);
        assertThat(outcome.join()).isInstanceOf(QueryOutcome.Answered.class);
    }

    private ScriptedNetwork.Port port() {
        return network.sent().get(network.sent().size() - 1).port();
    }

    static NameServicePacket positive(int id, String address) {
        return NameServicePacket.decode(Octets.ofHex(String.format("%04x", id) + "8580" + "0000000100000000"
                + FRED_ON_WIRE + "00200001" + "00000e10" + "0006" + "6000" + address));
    }

    private static NameServicePacket negative() {
        return NameServicePacket.decode(
                Octets.ofHex("1234" + "8583" + "0000000100000000" + FRED_ON_WIRE + "000a0001" + "00000000" + "0000"));
    }

    private static NameServicePacket wack(int ttl) {
        return NameServicePacket.decode(Octets.ofHex("1234" + "bc00" + "0000000100000000" + FRED_ON_WIRE + "00200001"
                + String.format("%08x", ttl) + "0002" + "0100"));
    }
}
