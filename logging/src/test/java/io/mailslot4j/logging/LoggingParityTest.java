package io.mailslot4j.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotNetwork;
import io.mailslot4j.MailslotNetworkBuilder;
import io.mailslot4j.Serializer;
import io.mailslot4j.protocol.mailslot.SizeLimit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What winsys' logging handlers do: G1 to G10, PT-45 and PT-46 of docs/parity.md. */
@Timeout(60)
class LoggingParityTest extends InOneProcess {
    private static final String EVERYONE = "\\\\*\\mailslot\\LOG";
    private static final int MOST = SizeLimit.WINDOWS.maxPayload("\\MAILSLOT\\LOG");

    private static LogRecord record(String message) {
        LogRecord record = new LogRecord(Level.INFO, message);
        record.setLoggerName("shop");
        return record;
    }

    @Test
    @DisplayName("PT-45 what a handler formats arrives; closing sends the end of the log if there is one")
    void pt45Handler() {
        Mailslot<String> in = reader();
        MailslotHandler permanent = new MailslotHandler(patient(slot("LOG").openWriter()));
        permanent.publish(record("apples"));
        permanent.close();
        MailslotHandler ending =
                new MailslotHandler(patient(slot("LOG").openWriter()).endOfLog("STOP"));
        ending.publish(record("pears"));
        ending.close();
        assertThat(in.drain()).containsExactly("INFO shop: apples", "INFO shop: pears", "STOP");
    }

    @Test
    @DisplayName("G3, G4 one writer for all records, each of which is encoded once")
    void g3g4EncodedOnce() {
        Mailslot<String> in = reader();
        AtomicInteger encoded = new AtomicInteger();
        Serializer<String> text = Serializer.utf8();
        Serializer<String> counting = Serializer.of(
                line -> {
                    encoded.incrementAndGet();
                    return text.encode(line);
                },
                text::decode);
        try (LogWriter out =
                writer(slot("LOG").serializer(counting).openWriter()).build()) {
            out.write("one");
            out.write("two");
        }
        assertThat(in.drain()).containsExactly("one", "two");
        assertThat(encoded).hasValue(2);
    }

    @Test
    @DisplayName("G7 nobody there to hear the end is no problem")
    void g7NobodyHearsTheEnd() {
        writer().endOfLog("STOP").build().close();
        assertThat(problems).isEmpty();
    }

    @Test
    @DisplayName("G6 a broadcast that nobody hears is no problem")
    void g6NobodyHears() {
        try (MailslotNetwork collector = loopback().listenPort(0).build();
                Mailslot<String> other =
                        Mailslot.builder("other").network(collector).openReader();
                MailslotNetwork sender = loopback().remotePort(port(collector)).build();
                LogWriter out = toEveryone(sender).build()) {
            out.write("anybody?");
            assertThat(other.isEmpty()).isTrue();
        }
        assertThat(problems).isEmpty();
    }

    @Test
    @DisplayName("PT-46 a long record is cut between characters, and marked")
    void pt46LongRecords() throws InterruptedException {
        try (MailslotNetwork collector = loopback().listenPort(0).build();
                Mailslot<String> in = Mailslot.builder("LOG").network(collector).openReader();
                MailslotNetwork sender = loopback().remotePort(port(collector)).build();
                LogWriter out = toEveryone(sender).build()) {
            String fits = "x".repeat(MOST - 4) + "😀";
            out.write(fits);
            assertThat(in.get()).isEqualTo(fits);
            out.write(fits + "y");
            assertThat(in.get()).isEqualTo("x".repeat(MOST - 4) + "…");
            out.write("x".repeat(MOST - 3 - 4) + "😀😀");
            assertThat(in.get()).isEqualTo("x".repeat(MOST - 3 - 4) + "😀…");
            out.write("x".repeat(MOST - 3 - 3) + "😀yyy");
            assertThat(in.get()).isEqualTo("x".repeat(MOST - 3 - 3) + "…");
        }
        assertThat(problems).isEmpty();
    }

    @Test
    @DisplayName("G10 or sent in pieces, of which all but the last are marked")
    void g10Split() throws InterruptedException {
        String line = "12345😀".repeat(200) + "\nend";
        List<String> pieces = new ArrayList<>();
        try (MailslotNetwork collector = loopback().listenPort(0).build();
                Mailslot<String> in = Mailslot.builder("LOG").network(collector).openReader();
                MailslotNetwork sender = loopback().remotePort(port(collector)).build();
                LogWriter out =
                        toEveryone(sender).longMessages(LongMessages.SPLIT).build()) {
            out.write(line);
            do {
                pieces.add(in.get());
            } while (pieces.get(pieces.size() - 1).endsWith("…"));
        }
        assertThat(pieces)
                .hasSizeGreaterThan(1804 / MOST)
                .allSatisfy(piece ->
                        assertThat(piece.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(MOST));
        assertThat(String.join("", pieces).replace("…", "")).isEqualTo(line);
        assertThat(problems).isEmpty();
    }

    private static MailslotNetworkBuilder loopback() {
        return MailslotNetwork.builder()
                .networkInterface("127.0.0.1")
                .requireNetwork(true)
                .withoutOtherProcesses();
    }

    private static int port(MailslotNetwork network) {
        return network.status().listening().get(0).getPort();
    }

    private LogWriterBuilder toEveryone(MailslotNetwork sender) {
        return writer(Mailslot.builder(EVERYONE).network(sender).openWriter());
    }
}
