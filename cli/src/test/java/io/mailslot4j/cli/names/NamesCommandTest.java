package io.mailslot4j.cli.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.cli.JsonReader;
import io.mailslot4j.cli.Ran;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.nameservice.NameServicePacketKind;
import io.mailslot4j.protocol.nameservice.NodeName;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What {@code names} tells of this host, whose part a peer on the loopback interface plays. */
@Timeout(30)
class NamesCommandTest {
    private static final int ACTIVE = 0x0400;
    private static final int CONFLICT = 0x0800;
    private static final int GROUP = 0x8000;
    private static final NetBiosName LABGRP = NetBiosName.of("LABGRP", NameSuffix.WORKSTATION);

    @Test
    void allNamesAreOurs() throws SocketException {
        try (NamePeer peer = peer(
                node("FRED", NameSuffix.WORKSTATION, ACTIVE),
                node("FRED", NameSuffix.MESSENGER, ACTIVE),
                node("FRED", NameSuffix.SERVER, ACTIVE),
                node("LABGRP", NameSuffix.WORKSTATION, GROUP | ACTIVE),
                node("LABGRP", NameSuffix.BROWSER_ELECTIONS, GROUP | ACTIVE))) {
            Ran ran = names(peer);
            assertThat(ran.lines())
                    .containsExactly(
                            "answered for at 127.0.0.1:" + peer.port(),
                            "  FRED<00>    unique  ours       computer",
                            "  FRED<03>    unique  ours       messenger",
                            "  FRED<20>    unique  ours       file server",
                            "  LABGRP<00>  group   ours       domain or workgroup",
                            "  LABGRP<1E>  group   ours       browser elections");
            assertThat(ran.err()).isEmpty();
            assertThat(ran.exitCode()).isZero();
        }
    }

    @Test
    void whatIsNotOursIsSomebodysOrNobodys() throws SocketException {
        try (NamePeer peer = peer(
                node("FRED", NameSuffix.WORKSTATION, CONFLICT | ACTIVE), node("FRED", NameSuffix.MESSENGER, ACTIVE))) {
            Ran ran = names(peer, "--name", "FRED<1C>");
            assertThat(ran.lines())
                    .containsExactly(
                            "answered for at 127.0.0.1:" + peer.port(),
                            "  FRED<00>    unique  conflict   computer",
                            "  FRED<03>    unique  ours       messenger",
                            "  FRED<20>    unique  taken      file server, answered by 192.0.2.9",
                            "  LABGRP<00>  group   others'    domain or workgroup, answered by 192.0.2.9",
                            "  FRED<1C>    group   nobody's   domain controllers");
            assertThat(ran.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void jsonHasTheSame() throws SocketException {
        try (NamePeer peer = peer(
                node("FRED", NameSuffix.WORKSTATION, ACTIVE),
                node("FRED", NameSuffix.MESSENGER, ACTIVE),
                node("LABGRP", NameSuffix.WORKSTATION, GROUP | ACTIVE))) {
            List<String> lines = names(peer, "--json").out().lines().toList();
            assertThat(lines).hasSize(4);
            assertThat(JsonReader.object(lines.get(2)))
                    .isEqualTo(Map.of(
                            "name", "FRED",
                            "suffix", "20",
                            "group", false,
                            "state", "elsewhere",
                            "elsewhere", List.of("192.0.2.9")));
        }
    }

    @Test
    void thatNothingAnswersHereIsTold() throws SocketException {
        try (NamePeer peer = new NamePeer(query -> List.of())) {
            Ran ran = names(peer);
            assertThat(ran.lines()).hasSize(4).allMatch(line -> line.contains("nobody's"));
            assertThat(ran.err())
                    .isEqualTo("mailslot names: nothing on this host answers for its names; 'mailslot listen NAME"
                            + " --own-names' does while it runs\n");
            assertThat(ran.exitCode()).isEqualTo(1);
        }
    }

    /** This host has {@code names}; somebody has everything else, but no {@code <1C>}. */
    private static NamePeer peer(NodeName... names) throws SocketException {
        return new NamePeer(query -> {
            if (query.kind() == NameServicePacketKind.NODE_STATUS_REQUEST) {
                return List.of(NamePackets.status(query, names));
            }
            NetBiosName wanted = query.subject().orElseThrow();
            return wanted.suffix().equals(NameSuffix.DOMAIN_CONTROLLERS)
                    ? List.of()
                    : List.of(NamePackets.positive(query, wanted.hasSameTextAs(LABGRP), "192.0.2.9"));
        });
    }

    private static NodeName node(String name, NameSuffix suffix, int flags) {
        return new NodeName(NetBiosName.of(name, suffix), flags);
    }

    private static Ran names(NamePeer peer, String... options) {
        List<String> args = new ArrayList<>(List.of("names", "--computer-name", "FRED", "--workgroup", "LABGRP"));
        args.addAll(List.of("--name-port", peer.port(), "--interface", "127.0.0.1", "--node-type", "B"));
        args.addAll(List.of(options));
        return Ran.mailslot(args.toArray(String[]::new));
    }
}
