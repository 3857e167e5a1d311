package io.mailslot4j.nameservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookupMethodsTest {
    private static final NetBiosName FRED = NetBiosName.of("FRED", NameSuffix.WORKSTATION);
    private static final String FRED_ON_WIRE = "20" + "4547464345464545" + "4341".repeat(11) + "4141" + "00";
    private static final InetSocketAddress EVERYBODY = new InetSocketAddress("10.0.0.255", 137);
    private static final InetSocketAddress SERVER = new InetSocketAddress("10.0.0.2", 137);

    private final VirtualTimers timers = new VirtualTimers();
    private final ScriptedNetwork network = new ScriptedNetwork(timers);
    private final List<LookupMethod.Result> results = new ArrayList<>();

    private LookupMethod.Result result() {
        timers.advance(Duration.ofSeconds(10));
        assertThat(results).hasSize(1);
        return results.remove(0);
    }

    private LookupMethod broadcast(List<InetSocketAddress> networks) {
        return new BroadcastMethod(network, timers, () -> 7, () -> networks, NameServiceTimers.DEFAULT);
    }

    @Test
    void everyNetworkIsAsked() {
        InetSocketAddress other = new InetSocketAddress("10.1.255.255", 137);
        broadcast(List.of(EVERYBODY, other)).find(FRED, results::add);
        assertThat(result()).isEqualTo(new LookupMethod.NotFound("no answer to 3 queries on 10.0.0.255, 10.1.255.255"));
        assertThat(network.millisOfSendingTo(other)).hasSize(3);
    }

    @Test
    void withoutANetworkNobodyCanBeAsked() {
        broadcast(List.of()).find(FRED, results::add);
        assertThat(result()).isEqualTo(new LookupMethod.NotFound("no interface with a broadcast address"));
    }

    @Test
    void everyOwnerIsKeptWithWhoSaysSo() {
        network.peer(EVERYBODY, request -> List.of(answer(request, 3600, "8000" + "0a000007" + "8000" + "ffffffff")));
        broadcast(List.of(EVERYBODY)).find(FRED, results::add);
        assertThat(result())
                .isEqualTo(new LookupMethod.Found(
                        List.of(
                                new NameOwner(Ipv4Address.parse("10.0.0.7"), true, "10.0.0.255:137"),
                                new NameOwner(Ipv4Address.parse("255.255.255.255"), true, "10.0.0.255:137")),
                        Duration.ofHours(1)));
    }

    @Test
    void aFloodOfOwnersIsBounded() {
        network.peer(EVERYBODY, request -> {
            List<NameServicePacket> answers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                StringBuilder owners = new StringBuilder();
                for (int j = 0; j < 90; j++) {
                    owners.append(String.format("0000%08x", 0x0a000000 + i * 90 + j));
                }
                answers.add(answer(request, 3600, owners.toString()));
            }
            return answers;
        });
        NameServiceTimers gathering = NameServiceTimers.DEFAULT.with(NameServiceTimer.GATHER, Duration.ofMillis(100));
        new BroadcastMethod(network, timers, () -> 7, () -> List.of(EVERYBODY), gathering).find(FRED, results::add);
        assertThat(((LookupMethod.Found) result()).owners()).hasSize(Owners.MOST);
    }

    @Test
    void aTimeToLiveOfZeroIsForEverAndAShortOneIsKept() {
        network.peer(EVERYBODY, request -> List.of(answer(request, 0, "00000a000007")));
        broadcast(List.of(EVERYBODY)).find(FRED, results::add);
        assertThat(((LookupMethod.Found) result()).validFor()).isEqualTo(LookupMethod.FOR_EVER);
        network.peer(EVERYBODY, request -> List.of(answer(request, 30, "00000a000007")));
        broadcast(List.of(EVERYBODY)).find(FRED, results::add);
        assertThat(((LookupMethod.Found) result()).validFor()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aSilentServerIsLeftAloneForAWhile() {
        WinsMethod wins = new WinsMethod(network, timers, () -> 7, SERVER, NameServiceTimers.DEFAULT);
        assertThat(wins.describe()).isEqualTo("WINS 10.0.0.2");
        wins.find(FRED, results::add);
        assertThat(result()).isEqualTo(new LookupMethod.NotFound("no answer to 3 queries"));
        wins.find(FRED, results::add);
        assertThat(result()).isEqualTo(new LookupMethod.NotFound("not asked: it kept silent a moment ago"));
        network.peer(SERVER, request -> List.of(answer(request, 30, "00000a000007")));
        wins.find(FRED, results::add);
        assertThat(result()).isInstanceOf(LookupMethod.Found.class);
    }

    @Test
    void aServerThatCannotBeReachedIsAskedAgainNextTime() {
        WinsMethod wins = new WinsMethod(network, timers, () -> 7, SERVER, NameServiceTimers.DEFAULT);
        network.unreachable(SERVER);
        for (int times = 0; times < 2; times++) {
            wins.find(FRED, results::add);
            assertThat(result()).isEqualTo(new LookupMethod.NotFound("cannot be reached: Network is unreachable"));
        }
    }

    @Test
    void aServerThatDoesNotKnowSaysSo() {
        network.peer(
                SERVER,
                request -> List.of(NameServicePacket.decode(Octets.ofHex(String.format("%04x", request.id()) + "8583"
                        + "0000000100000000" + FRED_ON_WIRE + "000a0001" + "00000000" + "0000"))));
        new WinsMethod(network, timers, () -> 7, SERVER, NameServiceTimers.DEFAULT).find(FRED, results::add);
        assertThat(result()).isEqualTo(new LookupMethod.NotFound("does not have it (NAM_ERR)"));
    }

    @Test
    void computersMayBeKnownToTheSystem() throws UnknownHostException {
        InetAddress[] known = {
            InetAddress.getByAddress(new byte[] {10, 0, 0, 9}), InetAddress.getByAddress(new byte[16])
        };
        new HostsMethod(host -> known, Runnable::run, Runnable::run, timers, Duration.ofSeconds(2))
                .find(FRED, results::add);
        assertThat(((LookupMethod.Found) result()).owners())
                .containsExactly(new NameOwner(Ipv4Address.parse("10.0.0.9"), false, "hosts and DNS"));
    }

    @Test
    void theSystemIsNotWaitedForLong() {
        List<Runnable> blocked = new ArrayList<>();
        new HostsMethod(host -> new InetAddress[0], blocked::add, Runnable::run, timers, Duration.ofSeconds(2))
                .find(FRED, results::add);
        assertThat(result()).isEqualTo(new LookupMethod.NotFound("no answer within 2000 ms"));
        blocked.forEach(Runnable::run);
        assertThat(results).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FRED<1C>", "FRED<1B>", "A B", "*", "FRED.", "12345", "4294967295", "0x7F000001", "1-2"})
    void theSystemIsAskedForNothingElse(String name) {
        HostsMethod hosts = new HostsMethod(
                host -> {
                    throw new AssertionError(host + " was asked for");
                },
                Runnable::run,
                Runnable::run,
                timers,
                Duration.ofSeconds(2));
        hosts.find(NetBiosName.parse(name, NameSuffix.WORKSTATION), results::add);
        assertThat(result()).isEqualTo(new LookupMethod.NotFound("not asked: not the name of a computer"));
    }

    @Test
    void anLmhostsFileKnowsWhatStandsInIt() {
        LmHosts file = LmHosts.parse("10.0.0.7 fred\n10.0.0.8 dc1 #DOM:lab\n", path -> {
            throw new IOException(path);
        });
        LmHostsMethod method = new LmHostsMethod(file);
        method.find(FRED, results::add);
        assertThat(((LookupMethod.Found) result()).owners())
                .containsExactly(new NameOwner(Ipv4Address.parse("10.0.0.7"), false, "lmhosts"));
        method.find(NetBiosName.of("LAB", NameSuffix.DOMAIN_CONTROLLERS), results::add);
        assertThat(((LookupMethod.Found) result()).owners())
                .containsExactly(new NameOwner(Ipv4Address.parse("10.0.0.8"), true, "lmhosts"));
        method.find(NetBiosName.of("WILMA", NameSuffix.WORKSTATION), results::add);
        assertThat(result()).isEqualTo(new LookupMethod.NotFound("not in it"));
    }

    private static NameServicePacket answer(NameServicePacket request, int ttl, String owners) {
        return NameServicePacket.decode(Octets.ofHex(String.format("%04x", request.id()) + "8580" + "0000000100000000"
                + FRED_ON_WIRE + "00200001" + String.format("%08x", ttl) + String.format("%04x", owners.length() / 2)
                + owners));
    }

    /** A name server that takes its time may answer when nobody is there any more. */
    @Test
    void anAnswerThatComesAfterTheEndIsNobodys() {
        List<Runnable> blocked = new ArrayList<>();
        HostsMethod hosts = new HostsMethod(
                host -> new InetAddress[0],
                blocked::add,
                ended -> {
                    throw new RejectedExecutionException("closed");
                },
                timers,
                Duration.ofSeconds(2));
        hosts.find(FRED, results::add);
        blocked.forEach(Runnable::run);
        assertThat(result()).isEqualTo(new LookupMethod.NotFound("no answer within 2000 ms"));
    }
}
