package io.mailslot4j.testkit;

import static io.mailslot4j.testkit.PacketAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotNetwork;
import io.mailslot4j.nameservice.NameLookup;
import io.mailslot4j.nameservice.NameService;
import io.mailslot4j.pcaps.UdpEndpoint;
import io.mailslot4j.pcaps.UdpPacket;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.nameservice.NamePackets;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import io.mailslot4j.protocol.nameservice.NbFlags;
import io.mailslot4j.protocol.nameservice.RecordData.Owner;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ScriptedPeerTest {
    private static final NetBiosName FRED = NetBiosName.of("FRED", NameSuffix.WORKSTATION);
    private static final Octets QUERY =
            NamePackets.nameQueryRequest(7, FRED, true).encode();

    private final VirtualClock clock = new VirtualClock();
    private final InMemoryNetwork network = new InMemoryNetwork(clock);
    private final ScriptedPeer peer = new ScriptedPeer();
    private final List<UdpPacket> answers = new ArrayList<>();

    private static UdpEndpoint at(String address, int port) {
        return UdpEndpoint.of(Ipv4Address.parse(address), port);
    }

    private static Octets answer(NameServicePacket query) {
        Owner owner = new Owner(NbFlags.of(false, NodeType.B), Ipv4Address.parse("10.0.0.7"));
        return NamePackets.positiveNameQueryResponse(query.id(), FRED, 300, List.of(owner))
                .encode();
    }

    @Test
    void whatIsExpectedIsAnsweredWhenTimeHasPassed() {
        peer.expect(NameServicePacket.class, query -> assertThat(query).isAbout("FRED"))
                .reply(ScriptedPeerTest::answer);
        peer.attach(network, "10.0.0.20", 137);
        InMemoryNetwork.Socket asker = network.open("10.0.0.1", 50_000, answers::add);
        asker.send(at("10.0.0.255", 137), QUERY);
        clock.advance(Duration.ofMillis(1));
        assertThat(answers).isEmpty();
        clock.advance(Duration.ofMillis(1));
        assertThat(answers).singleElement().satisfies(packet -> {
            assertThat(packet.source()).isEqualTo(at("10.0.0.20", 137));
            assertThat(NameServicePacket.decode(packet.payload())).isAbout("FRED");
        });
        assertThat(network.sent()).hasSize(2);
        peer.verify();
    }

    @Test
    void whatDidNotComeOrIsOtherwiseIsTold() {
        peer.expect(NameServicePacket.class, query -> assertThat(query).isAbout("BOB"))
                .reply(ScriptedPeerTest::answer);
        peer.expect(NetBiosDatagram.class);
        peer.expect(NetBiosDatagram.class);
        assertThat(peer.received(QUERY)).isEmpty();
        assertThat(peer.received(QUERY)).isEmpty();
        assertThatThrownBy(peer::verify)
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(
                        "BOB<00>", "no NetBiosDatagram: " + QUERY, "a NetBiosDatagram was expected and did not come");
        peer.received(TestDatagram.from("PC").encode());
        peer.received(QUERY);
        assertThatThrownBy(peer::verify).hasMessageContaining("nothing was expected any more, but this came: " + QUERY);
    }

    /** A peer with a thread of its own has nobody else whom it could tell. */
    @Test
    void whatGoesWrongInTheScriptIsToldToo() {
        NetBiosDatagram other = TestDatagram.from("PC").to("SERVER").build();
        NetBiosDatagram noWrite =
                NetBiosDatagram.of(other.header(), other.source(), other.destination(), Octets.ofHex("00"));
        peer.expect(NetBiosDatagram.class, datagram -> assertThat(datagram).isForSlot("ASK"));
        peer.expect(NetBiosDatagram.class).reply(datagram -> {
            throw new IllegalStateException("no answer");
        });
        assertThat(peer.received(noWrite.encode())).isEmpty();
        assertThat(peer.received(other.encode())).isEmpty();
        assertThatThrownBy(peer::verify)
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("SMB protocol at offset 0", "IllegalStateException: no answer");
    }

    @Test
    void packetsGetLostAndTakeTheirTime() {
        InMemoryNetwork.Socket far = network.open("10.0.1.1", 138, answers::add);
        InMemoryNetwork.Socket near = network.open("10.0.0.2", 138, answers::add);
        InMemoryNetwork.Socket sender = network.open("10.0.0.1", 138, answers::add);
        network.loseNext(1);
        sender.send(at("10.0.0.2", 138), Octets.EMPTY);
        network.latency(Duration.ofSeconds(2));
        sender.send(at("255.255.255.255", 138), Octets.EMPTY);
        clock.advance(Duration.ofSeconds(2).minusNanos(1));
        assertThat(answers).isEmpty();
        clock.advance(Duration.ofNanos(1));
        assertThat(answers).hasSize(1);
        near.close();
        far.close();
        sender.send(at("10.0.0.2", 138), Octets.EMPTY);
        sender.send(at("10.0.0.1", 138), Octets.EMPTY);
        clock.advance(Duration.ofDays(1));
        assertThat(answers).hasSize(2);
        assertThat(network.sent()).hasSize(4);
        assertThat(clock.instant()).isEqualTo(Instant.parse("2024-01-02T00:00:02Z"));
    }

    @Test
    void aNameServiceMeetsAPeerOnARealPort() throws IOException, InterruptedException {
        peer.expect(NameServicePacket.class, query -> assertThat(query).isAbout("FRED"))
                .reply(ScriptedPeerTest::answer);
        try (LoopbackPeer server = LoopbackPeer.open(peer);
                NameService names = NameService.builder()
                        .nodeType(NodeType.P)
                        .withoutWins()
                        .winsServer("127.0.0.1")
                        .remotePort(server.port())
                        .hostsAndDns(false)
                        .build()) {
            NameLookup lookup = names.lookup("FRED");
            assertThat(lookup.owners())
                    .extracting(owner -> owner.address().toString())
                    .containsExactly("10.0.0.7");
        }
        peer.verify();
    }

    @Test
    void aMailslotMeetsAPeerOnARealPort() throws IOException {
        ScriptedPeer answering = new ScriptedPeer();
        answering
                .expect(
                        NetBiosDatagram.class,
                        datagram -> assertThat(datagram).isTo("SERVER").isForSlot("ASK"))
                .reply(datagram -> TestDatagram.from("SERVER")
                        .to("PC")
                        .slot("ANSWER")
                        .carrying("yes")
                        .encode());
        try (LoopbackPeer server = LoopbackPeer.open(answering);
                MailslotNetwork pc = MailslotNetwork.builder()
                        .computerName("PC")
                        .networkInterface("127.0.0.1")
                        .listenPort(0)
                        .remotePort(server.port())
                        .withoutOtherProcesses()
                        .build();
                Mailslot<String> answer = Mailslot.builder("ANSWER").network(pc).openReader();
                Mailslot<String> ask = Mailslot.builder("\\\\SERVER@127.0.0.1\\mailslot\\ASK")
                        .network(pc)
                        .open()) {
            ask.put("may I?");
            assertThat(answer.get()).isEqualTo("yes");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        answering.verify();
    }

    /** A reply larger than any packet is a mistake of the script, and what comes next is served all the same. */
    @Test
    void aReplyThatCannotBeSentIsTold() throws IOException {
        peer.expect(NameServicePacket.class).reply(query -> Octets.zeros(65_508));
        peer.expect(NameServicePacket.class).reply(ScriptedPeerTest::answer);
        try (LoopbackPeer server = LoopbackPeer.open(peer);
                DatagramSocket asker = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            asker.setSoTimeout(20_000);
            DatagramPacket query =
                    new DatagramPacket(QUERY.toArray(), QUERY.size(), InetAddress.getLoopbackAddress(), server.port());
            asker.send(query);
            asker.send(query);
            asker.receive(new DatagramPacket(new byte[576], 576));
            assertThatThrownBy(peer::verify)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("a reply of 65508 octets to /127.0.0.1:" + asker.getLocalPort());
        }
    }

    @Test
    void aMessageThatNobodyRepliesToIsWaitedFor() throws IOException, InterruptedException {
        peer.expect(MailslotWrite.class, write -> assertThat(write).payload().isText("hello"));
        try (LoopbackPeer server = LoopbackPeer.open(peer);
                MailslotNetwork pc = MailslotNetwork.builder()
                        .networkInterface("127.0.0.1")
                        .remotePort(server.port())
                        .withoutOtherProcesses()
                        .build();
                Mailslot<String> log = Mailslot.builder("\\\\SERVER@127.0.0.1\\mailslot\\LOG")
                        .network(pc)
                        .open()) {
            log.put("hello");
            peer.verifyWithin(Duration.ofSeconds(20));
        }
    }

    @Test
    void nothingIsWaitedForWhenItIsCertainThatItFailsOrTimeIsOver() {
        peer.expect(NetBiosDatagram.class);
        assertThatThrownBy(() -> peer.verifyWithin(Duration.ZERO))
                .isInstanceOf(AssertionError.class)
                .hasMessage("a packet with a NetBiosDatagram was expected and did not come");
        peer.expect(NetBiosDatagram.class);
        peer.received(QUERY);
        assertThatThrownBy(() -> peer.verifyWithin(Duration.ofDays(100_000)))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("no NetBiosDatagram: " + QUERY);
    }
}
