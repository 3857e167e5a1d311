package io.mailslot4j.cli.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotNetwork;
import io.mailslot4j.cli.JsonReader;
import io.mailslot4j.cli.Ran;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What one command puts another gets, on the loopback interface. */
@Timeout(30)
class LoopbackTest {
    private static final Duration PAUSE = Duration.ofMillis(200);

    private String port = "";

    @BeforeEach
    void choosePort() throws SocketException {
        try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            port = Integer.toString(free.getLocalPort());
        }
    }

    @Test
    void wordsAreOneMessage() throws Exception {
        Ran got = received("get", List.of(), new byte[0], "put", "//HERE@127.0.0.1/mailslot/test", "hello", "wörld");
        assertThat(got.out()).isEqualTo("hello wörld\n");
        assertThat(got.exitCode()).isZero();
        assertThat(got.err()).isEmpty();
    }

    @Test
    void rawGivesEveryOctetUnchanged() throws Exception {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        Ran got = received("get", List.of("--raw"), all, "put", "--raw", "//GROUP/mailslot/TEST");
        assertThat(got.octets().toArray()).isEqualTo(all);
    }

    /** Twice as many as are sent at once, because the reader may become ready in the middle of them. */
    @Test
    void everyLineOfStandardInputIsAMessage() throws Exception {
        byte[] lines = "one\r\ntwo\n\nb\\\u001b".getBytes(StandardCharsets.UTF_8);
        Ran got = received("get", List.of("--count", "8"), lines, "put", "//*/mailslot/TEST");
        assertThat(got.lines()).hasSize(8).containsSequence("one", "two", "", "b\\\\\\x1b");
    }

    @Test
    void jsonTellsWhereAMessageCameFrom() throws Exception {
        Ran got = received(
                "listen",
                List.of("--count", "1", "--json"),
                new byte[0],
                "put",
                "//*/mailslot/TeSt",
                "é",
                "--computer-name",
                "BOB");
        Map<String, Object> json = JsonReader.object(got.lines().get(0));
        assertThat(json.keySet()).containsExactly("time", "source", "kind", "from", "to", "slot", "payload", "text");
        assertThat(json)
                .containsEntry("kind", "direct-group")
                .containsEntry("from", Map.of("name", "BOB", "suffix", "00"))
                .containsEntry("to", Map.of("name", "GROUP", "suffix", "00"))
                .containsEntry("slot", "\\MAILSLOT\\TeSt")
                .containsEntry("payload", "c3a9")
                .containsEntry("text", "é");
        assertThat((String) json.get("time")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
        assertThat((String) json.get("source")).startsWith("127.0.0.1:");
    }

    @Test
    void aListenerTellsWhereItListensAndWhatCame() throws Exception {
        Ran got =
                received("listen", List.of("--count", "1"), new byte[0], "put", "//HERE@127.0.0.1/mailslot/TEST", "x");
        assertThat(got.lines())
                .singleElement()
                .asString()
                .matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} \\S+<00> \\(127\\.0\\.0\\.1:\\d+\\) → HERE<00> TEST  x");
        assertThat(got.err().lines().toList())
                .hasSize(2)
                .satisfiesExactly(
                        start -> assertThat(start)
                                .startsWith("listening as HERE in GROUP on 127.0.0.1:" + port)
                                .endsWith("iB): \\\\.\\mailslot\\TEST"),
                        end -> assertThat(end)
                                .startsWith("received ")
                                .contains(" datagrams, delivered ", " messages, dropped 0, kernel drops "));
    }

    @Test
    void putCanTellWhatItSent() {
        Ran put = Ran.withStdin(
                "a\nb\n".getBytes(StandardCharsets.UTF_8),
                "put",
                "//HERE@127.0.0.1/mailslot/X",
                "--json",
                "--remote-port",
                port);
        assertThat(JsonReader.object(put.lines().get(0)))
                .isEqualTo(Map.of("to", "\\\\HERE@127.0.0.1\\mailslot\\X", "messages", 2L, "datagrams", 2L));
    }

    @Test
    void aLineThatIsTooLongIsNamedAndThoseBehindItAreSent() {
        byte[] lines =
                ("one\n" + "x".repeat(500) + "\n" + "y".repeat(70_000) + "\nfour\n").getBytes(StandardCharsets.UTF_8);
        Ran put = Ran.withStdin(lines, "put", "//HERE@127.0.0.1/mailslot/X", "--json", "--remote-port", port);
        assertThat(put.exitCode()).isEqualTo(1);
        assertThat(put.err().lines())
                .satisfiesExactly(
                        second -> assertThat(second)
                                .startsWith("mailslot put: line 2: ")
                                .contains("500 octets", "at most 428"),
                        third -> assertThat(third)
                                .startsWith("mailslot put: line 3: ")
                                .contains("65535"));
        assertThat(JsonReader.object(put.lines().get(0)))
                .containsEntry("messages", 2L)
                .containsEntry("datagrams", 2L);
    }

    @Test
    void oneListenerReadsSeveralMailslotsInTurn() throws Exception {
        Ran got = received(
                "listen",
                List.of("OTHER", "--count", "4", "--raw"),
                new byte[0],
                "put",
                "//HERE@127.0.0.1/mailslot/OTHER",
                "x");
        assertThat(got.out()).isEqualTo("xxxx");
    }

    @Test
    void twoReadersOfOnePortAreAnError() throws Exception {
        try (DatagramSocket taken = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            String number = Integer.toString(taken.getLocalPort());
            Ran ran = Ran.mailslot("get", "X", "--interface", "127.0.0.1", "--listen-port", number);
            assertThat(ran.exitCode()).isEqualTo(1);
            assertThat(ran.err().lines())
                    .singleElement()
                    .asString()
                    .contains("UDP port " + number + " on 127.0.0.1 is in use");
        }
    }

    @Test
    void aReaderHereNeedsNoNetwork() throws Exception {
        String path = UUID.randomUUID().toString();
        try (MailslotNetwork other = MailslotNetwork.builder()
                        .computerName("HERE")
                        .withoutNetwork()
                        .build();
                Mailslot<String> reader =
                        Mailslot.builder("//./mailslot/" + path).network(other).open()) {
            assertThat(reader.drain()).isEmpty();
            Ran put = Ran.mailslot("put", "//HERE/mailslot/" + path, "near", "--computer-name", "HERE");
            assertThat(put.err()).isEmpty();
            assertThat(put.exitCode()).isZero();
            assertThat(reader.get()).isEqualTo("near");
        }
    }

    /** Runs a reader of TEST, and puts again and again until it has enough, for nobody can know when it is ready. */
    private Ran received(String reader, List<String> options, byte[] stdin, String... put) throws Exception {
        List<String> get = new ArrayList<>(List.of(reader, "TEST", "--listen-port", port, "--computer-name", "HERE"));
        get.addAll(options);
        List<String> send = new ArrayList<>(List.of(put));
        send.addAll(List.of("--remote-port", port));
        CompletableFuture<Ran> got = CompletableFuture.supplyAsync(() -> Ran.mailslot(onLoopback(get)));
        while (true) {
            assertThat(Ran.withStdin(stdin, onLoopback(send)).exitCode()).isZero();
            try {
                return got.get(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException notReadyYet) {
                // Then the message was lost, or is on its way.
            }
        }
    }

    private static String[] onLoopback(List<String> args) {
        List<String> all = new ArrayList<>(args);
        all.addAll(List.of("--workgroup", "GROUP", "--interface", "127.0.0.1", "--alone"));
        return all.toArray(String[]::new);
    }
}
