package io.mailslot4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.interop.lab.DatagramField;
import io.mailslot4j.interop.lab.Dissectors;
import io.mailslot4j.interop.lab.NeedsPeers;
import io.mailslot4j.interop.lab.Peer;
import io.mailslot4j.interop.lab.Tshark;
import io.mailslot4j.netty.MailslotDatagram;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.DatagramFlags;
import io.mailslot4j.protocol.datagram.DatagramHeader;
import io.mailslot4j.protocol.datagram.DatagramType;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.mailslot.SizeLimit;
import io.mailslot4j.protocol.name.NameScope;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What we encode is read by tshark and by Samba without complaint and as it was meant. The tests with nmbd, JFileServer
 * and two of our JVMs check in the same way, at their end, all that our sockets have sent.
 */
@NeedsPeers({Peer.TSHARK, Peer.SAMBA_NDR})
class DissectorsTest {
    private static final NetBiosName SENDER = name("WINPC", 0x00);
    private static final NetBiosName RECEIVER = name("SAMBAPDC", 0x00);
    private static final Octets TEXT = Octets.wrap("some text".getBytes(StandardCharsets.US_ASCII));
    private static final MailslotWrite WRITE = MailslotWrite.of("\\MAILSLOT\\LISTENER", TEXT);

    private static NetBiosName name(String text, int suffix) {
        return NetBiosName.of(text, new NameSuffix(suffix));
    }

    private static DatagramHeader header(DatagramType type, NodeType node, int id, int port) {
        return new DatagramHeader(type, DatagramFlags.whole(node), id, Ipv4Address.parse("10.77.0.10"), port);
    }

    private static MailslotDatagram datagram(NetBiosName source, NetBiosName destination, MailslotWrite write) {
        return new MailslotDatagram(
                header(DatagramType.DIRECT_UNIQUE, NodeType.H, 0x1234, 138), source, destination, write);
    }

    private static void areUnderstood(Stream<MailslotDatagram> datagrams) {
        Dissectors.agreeOn(areRead(datagrams));
    }

    private static List<Tshark.Dissection> areRead(Stream<MailslotDatagram> datagrams) {
        List<MailslotDatagram> all = datagrams.toList();
        List<Tshark.Dissection> dissections = Tshark.dissect(
                all.stream().map(datagram -> datagram.toDatagram().encode()).toList());
        assertThat(dissections)
                .extracting(dissection -> DatagramField.read(dissection.packet()))
                .isEqualTo(all.stream().map(DatagramField::of).toList());
        Dissectors.readAlike(dissections);
        return dissections;
    }

    @Test
    void allKindsOfDatagramsAndNodes() {
        areUnderstood(Stream.of(DatagramType.DIRECT_UNIQUE, DatagramType.DIRECT_GROUP, DatagramType.BROADCAST)
                .flatMap(type -> Arrays.stream(NodeType.values())
                        .map(node -> new MailslotDatagram(header(type, node, 7, 138), SENDER, RECEIVER, WRITE))));
    }

    @Test
    void idsAndPortsOfAllSizes() {
        areUnderstood(IntStream.of(0, 1, 0xFF, 0x100, 0x7FFF, 0x8000, 0xFFFF)
                .mapToObj(n -> new MailslotDatagram(
                        header(DatagramType.DIRECT_UNIQUE, NodeType.B, n, n), SENDER, RECEIVER, WRITE)));
    }

    @Test
    void namesShortAndLong() {
        areUnderstood(Stream.of("A", "FIFTEEN-LETTERS", "WITH A BLANK", "A.B", "$%&'()-_{}~!#")
                .flatMap(text -> Stream.of(
                        datagram(name(text, 0x00), RECEIVER, WRITE), datagram(SENDER, name(text, 0x00), WRITE))));
    }

    @Test
    void namesToEverybody() {
        areUnderstood(Stream.of(datagram(SENDER, NetBiosName.BROADCAST, WRITE)));
    }

    @Test
    void allSuffixes() {
        areUnderstood(IntStream.rangeClosed(0, 0xFF)
                .mapToObj(suffix -> datagram(name("WINPC", suffix), name("LABGRP", 0xFF - suffix), WRITE)));
    }

    private static Stream<NameScope> scopes() {
        String label = "L".repeat(63);
        String longest = label + "." + label + "." + label + "." + "M".repeat(28);
        return Stream.of("A", "NETBIOS.COM", label, "a.b.c.d.e.f", longest).map(NameScope::parse);
    }

    @Test
    void scopesUpToTheLongestInOneName() {
        areUnderstood(scopes().flatMap(scope ->
                Stream.of(datagram(SENDER.in(scope), RECEIVER, WRITE), datagram(SENDER, RECEIVER.in(scope), WRITE))));
    }

    /** Samba itself would write a pointer instead of the second scope, which RFC 1002 does not allow in datagrams. */
    @Test
    void scopesUpToTheLongestInBothNames() {
        areRead(scopes().map(scope -> datagram(SENDER.in(scope), RECEIVER.in(scope), WRITE)));
    }

    @Test
    void slotsOfAllLengthsWithTheSmallestAndTheLargestPayload() {
        areUnderstood(IntStream.rangeClosed(1, 64).boxed().flatMap(length -> {
            String slot = MailslotWrite.PREFIX + "S".repeat(length);
            return Arrays.stream(SizeLimit.values())
                    .flatMap(limit -> Stream.of(0, 1, limit.maxPayload(slot)))
                    .map(size -> datagram(SENDER, RECEIVER, MailslotWrite.of(slot, octets(size))));
        }));
    }

    @Test
    void slotsOfSeveralLevels() {
        areUnderstood(Stream.of("test1\\sample_mailslot", "a\\b\\c", "with a blank", "Mixed.Case-1")
                .map(path -> datagram(SENDER, RECEIVER, MailslotWrite.of(MailslotWrite.PREFIX + path, TEXT))));
    }

    private static Octets octets(int count) {
        byte[] octets = new byte[count];
        for (int i = 0; i < count; i++) {
            octets[i] = (byte) (i * 7 + count);
        }
        return Octets.wrap(octets);
    }
}
