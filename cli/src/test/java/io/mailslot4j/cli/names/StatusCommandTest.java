package io.mailslot4j.cli.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.cli.JsonReader;
import io.mailslot4j.cli.Ran;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import io.mailslot4j.protocol.nameservice.NameServicePacketKind;
import io.mailslot4j.protocol.nameservice.NodeName;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What {@code status} tells of a peer on the loopback interface. */
@Timeout(30)
class StatusCommandTest {
    private static final NodeName[] NAMES = {
        new NodeName(NetBiosName.of("FRED", NameSuffix.WORKSTATION), 0x6600),
        new NodeName(NetBiosName.of("LABGRP", NameSuffix.WORKSTATION), 0x8400),
        new NodeName(NetBiosName.of("FRED", NameSuffix.SERVER), 0x6C00),
        new NodeName(NetBiosName.MSBROWSE, 0x8400),
        new NodeName(NetBiosName.of("\u001b]0;X\u0007", new NameSuffix(0xEE)), 0)
    };

    @Test
    void theTableTellsWhatEveryNameIs() throws SocketException {
        try (NamePeer peer = new NamePeer(query -> List.of(NamePackets.status(query, NAMES)))) {
            Ran ran = status(peer, "127.0.0.1");
            assertThat(ran.lines())
                    .containsExactly(
                            "127.0.0.1:" + peer.port(),
                            "  FRED<00>                      unique  H-node  active, permanent  computer",
                            "  LABGRP<00>                    group   B-node  active             domain or workgroup",
                            "  FRED<20>                      unique  H-node  active, conflict   file server",
                            "  \\x01\\x02__MSBROWSE__\\x02<01>  group   B-node  active             master browsers",
                            "  \\x1b]0;X\\x07<EE>              unique  B-node",
                            "  MAC address 52-54-00-12-34-56");
            assertThat(ran.err()).isEmpty();
            assertThat(ran.exitCode()).isZero();
        }
    }

    @Test
    void jsonHasTheSame() throws SocketException {
        try (NamePeer peer = new NamePeer(query -> List.of(NamePackets.status(query, NAMES[0], NAMES[4])))) {
            Ran ran = status(peer, "127.0.0.1", "--json");
            assertThat(JsonReader.object(ran.out().strip()))
                    .isEqualTo(Map.of(
                            "host",
                            "127.0.0.1:" + peer.port(),
                            "names",
                            List.of(
                                    Map.of(
                                            "name", "FRED",
                                            "suffix", "00",
                                            "group", false,
                                            "nodeType", "H",
                                            "flags", List.of("active", "permanent"),
                                            "meaning", "computer"),
                                    Map.of(
                                            "name", "\u001b]0;X\u0007",
                                            "suffix", "ee",
                                            "group", false,
                                            "nodeType", "B",
                                            "flags", List.of())),
                            "mac",
                            "52-54-00-12-34-56"));
        }
    }

    @Test
    void aNameIsLookedUpFirst() throws SocketException {
        try (NamePeer peer = new NamePeer(query -> answer(query, "127.0.0.1"))) {
            assertThat(status(peer, "FRED", "--node-type", "B").lines())
                    .startsWith("127.0.0.1:" + peer.port())
                    .hasSize(NAMES.length + 2);
        }
    }

    @Test
    void aNameThatNobodyHasIsAFailure() throws SocketException {
        try (NamePeer peer = new NamePeer(query -> List.of(NamePackets.negative(query)))) {
            assertThat(failure(status(peer, "FRED", "--node-type", "P", "--wins", "127.0.0.1")))
                    .startsWith("mailslot status: cannot find FRED<00> (cache: not there; ");
        }
    }

    @Test
    void aGroupWhoseMembersNobodyKnowsIsAFailure() throws SocketException {
        try (NamePeer peer =
                new NamePeer(query -> List.of(NamePackets.positive(query, true, "0.0.0.0", "255.255.255.255")))) {
            assertThat(failure(status(peer, "GRP", "--node-type", "B")))
                    .isEqualTo("mailslot status: GRP<00> has no addresses to ask: name a computer");
        }
    }

    @Test
    void theTimeoutEndsEverything() throws SocketException {
        try (NamePeer peer = new NamePeer(query -> List.of())) {
            assertThat(failure(status(peer, "127.0.0.1", "--timeout", "20ms")))
                    .isEqualTo("mailslot status: no answer within 20ms");
        }
    }

    /** Both at once, because silence takes its time. */
    @Test
    void whoeverDoesNotAnswerIsTold() throws SocketException {
        try (NamePeer dumb = new NamePeer(query -> List.of());
                NamePeer half = new NamePeer(query -> answer(query, "127.0.0.1", "0.0.0.0", "127.0.0.77"))) {
            CompletableFuture<Ran> none = CompletableFuture.supplyAsync(() -> status(dumb, "127.0.0.1"));
            Ran some = status(half, "GRP", "--node-type", "B");
            assertThat(some.exitCode()).isZero();
            assertThat(some.err()).isEqualTo("mailslot status: no answer from 127.0.0.77\n");
            assertThat(some.lines()).startsWith("127.0.0.1:" + half.port());
            assertThat(failure(none.join())).isEqualTo("mailslot status: no answer from 127.0.0.1");
        }
    }

    private static List<NameServicePacket> answer(NameServicePacket query, String... addresses) {
        return List.of(
                query.kind() == NameServicePacketKind.NODE_STATUS_REQUEST
                        ? NamePackets.status(query, NAMES)
                        : NamePackets.positive(query, addresses.length > 1, addresses));
    }

    private static String failure(Ran ran) {
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines()).hasSize(1);
        return ran.err().strip();
    }

    private static Ran status(NamePeer peer, String host, String... options) {
        List<String> args = new ArrayList<>(List.of("status", host));
        args.addAll(List.of("--name-port", peer.port(), "--interface", "127.0.0.1", "--no-dns"));
        args.addAll(List.of(options));
        return Ran.mailslot(args.toArray(String[]::new));
    }
}
