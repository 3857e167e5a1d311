package io.mailslot4j.cli.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.cli.JsonReader;
import io.mailslot4j.cli.Ran;
import io.mailslot4j.protocol.nameservice.NameServiceFlags;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code lookup} tells of a peer on the loopback interface. */
@Timeout(30)
class LookupCommandTest {
    private static final List<String> BROADCAST = List.of("--node-type", "B");
    private static final List<String> WINS = List.of("--node-type", "p", "--wins", "127.0.0.1");

    @Test
    void everyOwnerThatAnswersIsALine() throws SocketException {
        try (NamePeer peer = new NamePeer(query -> List.of(
                NamePackets.positive(query, false, "10.0.0.7", "10.0.0.8"),
                NamePackets.positive(query, false, "10.0.0.9")))) {
            Ran ran = lookup(peer, "fred", BROADCAST);
            String from = " unique FRED<00> from 127.0.0.1:" + peer.port();
            assertThat(ran.lines()).containsExactly("10.0.0.7" + from, "10.0.0.8" + from, "10.0.0.9" + from);
            assertThat(ran.err()).isEmpty();
            assertThat(ran.exitCode()).isZero();
        }
    }

    @Test
    void anLmhostsFileIsLookedInto(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("lmhosts"), "10.0.0.7 FRED\n");
        try (NamePeer peer = new NamePeer(query -> List.of())) {
            List<String> lmhosts = List.of("--lmhosts", file.toString(), "--node-type", "P");
            assertThat(lookup(peer, "FRED", lmhosts).out()).isEqualTo("10.0.0.7 unique FRED<00> from lmhosts\n");
            Path missing = folder.resolve("missing");
            Ran ran = lookup(peer, "FRED", List.of("--lmhosts", missing.toString()));
            assertThat(ran.err()).isEqualTo("mailslot lookup: cannot read the lmhosts file " + missing + "\n");
            assertThat(ran.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void aSuffixIsTwoHexadecimalDigits() throws SocketException {
        try (NamePeer peer = new NamePeer(query -> List.of())) {
            Ran ran = lookup(peer, "FRED<ZZ>", WINS);
            assertThat(ran.err()).contains("'<ZZ>' is not a name suffix");
            assertThat(ran.exitCode()).isEqualTo(2);
        }
    }

    @Test
    void groupsAreShownAsSuch() throws SocketException {
        try (NamePeer peer = new NamePeer(query -> List.of(NamePackets.positive(query, true, "10.0.0.7")))) {
            assertThat(lookup(peer, "LABGRP<1c>", WINS).out())
                    .isEqualTo("10.0.0.7 group LABGRP<1C> from 127.0.0.1:" + peer.port() + "\n");
        }
    }

    @Test
    void whatIsNotFoundIsOneLineWithTheSteps() throws SocketException {
        try (NamePeer peer = new NamePeer(query -> List.of(NamePackets.negative(query)))) {
            Ran ran = lookup(peer, "A\u001b[2J", WINS);
            assertThat(ran.exitCode()).isEqualTo(1);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err().lines())
                    .singleElement()
                    .asString()
                    .startsWith("mailslot lookup: cannot find A\\x1b[2J<00> (cache: not there; ")
                    .contains("WINS 127.0.0.1: does not have it (NAM_ERR)");
        }
    }

    @Test
    void explainShowsEveryStepFoundOrNot() throws SocketException {
        try (NamePeer peer = new NamePeer(LookupCommandTest::onlyByBroadcast)) {
            List<String> both = List.of("--node-type", "H", "--wins", "127.0.0.1", "--explain");
            assertThat(lookup(peer, "FRED", both).out())
                    .containsSubsequence(
                            "10.0.0.7 unique FRED<00> from ",
                            "cache: not there (",
                            "WINS 127.0.0.1: does not have it (NAM_ERR) (",
                            "broadcast: found (",
                            " ms)\n");
            List<String> one = List.of("--node-type", "P", "--wins", "127.0.0.1", "--explain");
            assertThat(lookup(peer, "FRED", one).out())
                    .contains("WINS 127.0.0.1: does not have it (NAM_ERR) (")
                    .doesNotContain("FRED");
        }
    }

    private static List<NameServicePacket> onlyByBroadcast(NameServicePacket query) {
        return List.of(
                query.flags().has(NameServiceFlags.BROADCAST)
                        ? NamePackets.positive(query, false, "10.0.0.7")
                        : NamePackets.negative(query));
    }

    @Test
    void jsonHasTheSame() throws SocketException {
        try (NamePeer peer = new NamePeer(query -> List.of(NamePackets.positive(query, false, "10.0.0.7")))) {
            List<String> options = new ArrayList<>(WINS);
            options.addAll(List.of("--json", "--scope", "LAB"));
            assertThat(JsonReader.object(lookup(peer, "FRED", options).out().strip()))
                    .isEqualTo(Map.of(
                            "name",
                            "FRED",
                            "suffix",
                            "00",
                            "scope",
                            "LAB",
                            "owners",
                            List.of(Map.of(
                                    "address", "10.0.0.7", "group", false, "source", "127.0.0.1:" + peer.port()))));
        }
    }

    @Test
    void jsonOfWhatIsNotFoundIsOnlyForExplanation() throws SocketException {
        try (NamePeer peer = new NamePeer(query -> List.of(NamePackets.negative(query)))) {
            Function<String, Ran> run =
                    more -> lookup(peer, "FRED", List.of("--node-type", "P", "--wins", "127.0.0.1", "--json", more));
            assertThat(run.apply("--no-dns").out()).isEmpty();
            Ran explained = run.apply("--explain");
            assertThat(explained.exitCode()).isEqualTo(1);
            Map<String, Object> json = JsonReader.object(explained.out().strip());
            assertThat(json).containsEntry("owners", List.of()).containsKey("steps");
            assertThat((List<?>) json.get("steps"))
                    .anySatisfy(step -> assertThat(step)
                            .asString()
                            .startsWith("{method=WINS 127.0.0.1, outcome=does not have it (NAM_ERR), microseconds="));
        }
    }

    @Test
    void theTimeoutEndsEverything() throws SocketException {
        try (NamePeer peer = new NamePeer(query -> List.of())) {
            List<String> options = new ArrayList<>(WINS);
            options.addAll(List.of("--timeout", "20ms"));
            Ran ran = lookup(peer, "FRED", options);
            assertThat(ran.exitCode()).isEqualTo(1);
            assertThat(ran.err()).isEqualTo("mailslot lookup: no answer within 20ms\n");
        }
    }

    @Test
    void nobodyIsAskedForWhatTheUserSays() {
        assertThat(Ran.mailslot("lookup", "FRED", "--host", "fred=10.0.0.7", "--timeout", "999999999h")
                        .out())
                .isEqualTo("10.0.0.7 unique FRED<00> from static table\n");
    }

    private static Ran lookup(NamePeer peer, String name, List<String> options) {
        List<String> args = new ArrayList<>(List.of("lookup", name));
        args.addAll(List.of("--name-port", peer.port(), "--interface", "127.0.0.1"));
        args.addAll(options);
        if (!args.contains("--no-dns")) {
            args.add("--no-dns");
        }
        return Ran.mailslot(args.toArray(String[]::new));
    }
}
