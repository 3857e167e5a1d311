package io.mailslot4j.nameservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailslot4j.MailslotClosedException;
import io.mailslot4j.NetworkException;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import io.mailslot4j.protocol.nameservice.NameServicePacketKind;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real questions over loopback, to a peer that knows SERVER at 10.1.2.3 and calls itself PEER. */
@Timeout(60)
class NameServiceTest {
    private DatagramSocket socket;
    private Thread peer;
    private NameService names;

    @BeforeEach
    void open() throws SocketException {
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        peer = new Thread(this::answerAll, "peer");
        peer.setDaemon(true);
        peer.start();
        names = NameService.builder()
                .withoutWins()
                .winsServer("127.0.0.1")
                .remotePort(socket.getLocalPort())
                .host("FIXED", "10.9.9.9")
                .order(List.of(NameServiceBuilder.Method.WINS))
                .timers(NameServiceTimers.DEFAULT
                        .with(NameServiceTimer.UNICAST_RETRY, Duration.ofSeconds(20))
                        .withTries(1, 1))
                .build();
    }

    @AfterEach
    void close() {
        names.close();
        socket.close();
    }

    @Test
    void findsANameAndSaysHow() throws InterruptedException {
        NameLookup lookup = names.lookup("server");
        assertThat(lookup.owners())
                .containsExactly(
                        new NameOwner(Ipv4Address.parse("10.1.2.3"), false, "127.0.0.1:" + socket.getLocalPort()));
        assertThat(lookup.steps()).extracting(NameLookup.Step::method).containsExactly("cache", "WINS 127.0.0.1");
        assertThat(names.lookup("SERVER").steps())
                .extracting(NameLookup.Step::toString)
                .containsExactly("cache: found");
    }

    @Test
    void theStaticTableNeedsNobody() throws InterruptedException {
        assertThat(names.lookup("fixed<20>").found()).isTrue();
        assertThat(names.lookup("fixed").owners())
                .containsExactly(new NameOwner(Ipv4Address.parse("10.9.9.9"), false, "static table"));
    }

    @Test
    void aHostTellsItsNames() throws InterruptedException {
        NodeStatus status = names.status(Ipv4Address.parse("127.0.0.1")).orElseThrow();
        assertThat(status.computerName()).contains(NetBiosName.of("PEER", NameSuffix.WORKSTATION));
        assertThat(status.hardwareAddress()).contains(Octets.ofHex("020000000001"));
    }

    @Test
    void answersAboutOurNamesHaveTheLimitsThatAreWanted() throws InterruptedException {
        NameServiceBuilder builder = owning().responderLimits(new ResponderLimits(0, 0, 100, 100));
        NetBiosName own = NetBiosName.of("OURS", NameSuffix.WORKSTATION);
        Ipv4Address here = Ipv4Address.parse("127.0.0.1");
        try (NameService quiet = builder.build()) {
            assertThat(quiet.own(own, false).join().state()).isEqualTo(OwnNameState.ACTIVE);
            assertThat(names.status(here).orElseThrow().computerName()).contains(own);
            CompletableFuture<NameLookup> neverAnswered = names.lookupAsync(own);
            assertThat(names.status(here)).isPresent();
            assertThat(neverAnswered).isNotDone();
        }
    }

    @Test
    void everyOneThatWantsANameIsToldHowItWent() throws InterruptedException {
        NetBiosName own = NetBiosName.of("OURS", NameSuffix.WORKSTATION);
        NetBiosName inLowerCase =
                NetBiosName.ofOctets(Octets.wrap("ours           \0".getBytes(StandardCharsets.US_ASCII)));
        List<OwnNameStatus> changes = new CopyOnWriteArrayList<>();
        try (NameService service = owning().whenNameChanges(changes::add).build()) {
            CompletableFuture<OwnNameStatus> first = service.own(own, false);
            CompletableFuture<OwnNameStatus> second = service.own(inLowerCase, false);
            CompletableFuture<OwnNameStatus> asGroup = service.own(own, true);
            assertThat(first.join().state()).isEqualTo(OwnNameState.ACTIVE);
            assertThat(second.join().name()).isEqualTo(own);
            assertThatThrownBy(asGroup::join)
                    .hasCauseInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("as a computer's name");
            service.release(own).join();
            assertThat(service.names()).isEmpty();
            assertThat(changes)
                    .extracting(OwnNameStatus::state)
                    .containsExactly(OwnNameState.REGISTERING, OwnNameState.ACTIVE, OwnNameState.RELEASED);
        }
    }

    @Test
    void aPNodeWithoutAServerCannotOwnNames() throws InterruptedException {
        try (NameService service = owning().nodeType(NodeType.P).build()) {
            assertThatThrownBy(() -> service.own(NetBiosName.of("OURS", NameSuffix.WORKSTATION), false))
                    .isInstanceOf(NetworkException.class)
                    .hasMessageStartingWith("a P node registers its names with a WINS server, and there is none");
        }
    }

    private NameServiceBuilder owning() throws InterruptedException {
        int port = socket.getLocalPort();
        socket.close();
        // Whoever is still receiving keeps the port.
        peer.join();
        return NameService.builder()
                .withoutWins()
                .networkInterface("127.0.0.1")
                .listenPort(port)
                .remotePort(port);
    }

    @Test
    void anInterfaceMayComeLaterUnlessItIsRequired() {
        NameServiceBuilder builder = NameService.builder().networkInterface("none-such");
        builder.build().close();
        builder.requireInterfaces(true);
        assertThatThrownBy(builder::build)
                .isInstanceOf(NetworkException.class)
                .hasMessageStartingWith("no interface 'none-such'");
        builder.requireInterfaces(false).build().close();
    }

    @Test
    void closingTellsWhoWaits() {
        CompletableFuture<NameLookup> waiting = names.lookupAsync(NetBiosName.of("NOBODY", NameSuffix.WORKSTATION));
        names.close();
        names.close();
        assertThatThrownBy(waiting::get).hasCauseInstanceOf(MailslotClosedException.class);
        assertThatThrownBy(() -> names.lookup("SERVER"))
                .isInstanceOf(MailslotClosedException.class)
                .hasMessage("the name service is closed");
    }

    /** A WINS server at 127.0.0.2 that says nothing, and a P node at 127.0.0.1 that asks it for a name. */
    private NameServiceBuilder withSilentServer(DatagramSocket server) {
        return NameService.builder()
                .withoutWins()
                .winsServer("127.0.0.2")
                .nodeType(NodeType.P)
                .networkInterface("127.0.0.1")
                .listenPort(server.getLocalPort())
                .remotePort(server.getLocalPort());
    }

    private static final NetBiosName OURS = NetBiosName.of("OURS", NameSuffix.WORKSTATION);

    @Test
    void closingTellsWhoWaitsForTheEndOfANameThatNobodySaysAnythingOf() throws Exception {
        try (DatagramSocket server = new DatagramSocket(0, InetAddress.getByName("127.0.0.2"))) {
            NameService service = withSilentServer(server)
                    .timers(NameServiceTimers.DEFAULT.with(NameServiceTimer.UNICAST_RETRY, Duration.ofMinutes(5)))
                    .build();
            CompletableFuture<OwnNameStatus> asked = service.own(OURS, false);
            service.names();
            CompletableFuture<Void> released = service.release(OURS);
            service.close();
            released.get(20, TimeUnit.SECONDS);
            assertThat(asked.get(20, TimeUnit.SECONDS).state()).isEqualTo(OwnNameState.RELEASED);
        }
    }

    @Test
    void anInterruptedThreadGivesNamesUpAsAnyOther() throws Exception {
        try (DatagramSocket server = new DatagramSocket(0, InetAddress.getByName("127.0.0.2"))) {
            NameService service = withSilentServer(server)
                    .timers(NameServiceTimers.DEFAULT
                            .with(NameServiceTimer.UNICAST_RETRY, Duration.ofMillis(100))
                            .withTries(3, 3))
                    .build();
            assertThat(service.own(OURS, false)).isNotNull();
            service.names();
            Thread.currentThread().interrupt();
            service.close();
            assertThat(Thread.interrupted()).isTrue();
            server.setSoTimeout(1);
            assertThat(releases(server)).isEqualTo(3);
        }
    }

    /** How often the server was told that a name is given up, of all that has come. */
    private static int releases(DatagramSocket server) throws IOException {
        int releases = 0;
        DatagramPacket packet = new DatagramPacket(new byte[600], 600);
        try {
            while (true) {
                server.receive(packet);
                Octets octets = Octets.copyOf(packet.getData()).slice(0, packet.getLength());
                releases +=
                        NameServicePacket.decode(octets).kind() == NameServicePacketKind.NAME_RELEASE_REQUEST ? 1 : 0;
            }
        } catch (SocketTimeoutException thatWasAll) {
            return releases;
        }
    }

    private void answerAll() {
        byte[] buffer = new byte[600];
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                Octets octets = Octets.copyOf(buffer).slice(0, packet.getLength());
                byte[] answer = answer(NameServicePacket.decode(octets), octets.toHex());
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private static byte[] answer(NameServicePacket request, String hex) {
        String name = hex.substring(24, 24 + 68);
        String header = hex.substring(0, 4);
        if (request.kind() == NameServicePacketKind.NODE_STATUS_REQUEST) {
            String names = "01" + "504545522020202020202020202020" + "00" + "0400";
            return Octets.ofHex(header + "8400" + "0000000100000000" + name + "00210001" + "00000000" + "0041" + names
                            + "020000000001" + "00".repeat(40))
                    .toArray();
        }
        boolean known = request.subject().orElseThrow().text().equals("SERVER");
        String to = known ? header : "ffff";
        return Octets.ofHex(to + "8580" + "0000000100000000" + name + "00200001" + "00000e10" + "0006" + "0000"
                        + "0a010203")
                .toArray();
    }

    @Test
    void whoIsAnsweredMayCloseAtOnceAndAskMore() throws Exception {
        CompletableFuture<NameLookup> answered = names.lookupAsync(NetBiosName.of("SERVER", NameSuffix.WORKSTATION));
        CompletableFuture<Boolean> more = answered.thenApply(lookup -> {
            try {
                return names.lookup("FIXED").found();
            } catch (InterruptedException e) {
                return false;
            } finally {
                names.close();
            }
        });
        assertThat(more.get(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whoIsToldOfANameMayCloseAtOnce() throws Exception {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        NameService[] service = {null};
        service[0] = owning().whenNameChanges(status -> {
                    if (status.state() == OwnNameState.ACTIVE) {
                        service[0].close();
                        closed.complete(null);
                    }
                })
                .build();
        CompletableFuture<OwnNameStatus> own = service[0].own(NetBiosName.of("OURS", NameSuffix.WORKSTATION), false);
        assertThat(own.get(20, TimeUnit.SECONDS).state()).isEqualTo(OwnNameState.ACTIVE);
        closed.get(20, TimeUnit.SECONDS);
    }
}
