package io.mailslot4j.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.DropReason;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DropLogTest {
    private static final InetSocketAddress FROM = new InetSocketAddress("10.0.0.9", 138);

    private final DropLog log = new DropLog();

    /** What is logged of datagrams that are dropped, each so many seconds after the start. */
    private List<String> logged(DropReason reason, int... seconds) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        PrintStream before = System.err;
        try (PrintStream err = new PrintStream(octets, true, StandardCharsets.UTF_8)) {
            System.setErr(err);
            for (int second : seconds) {
                log.dropped(reason, FROM, "detail", Duration.ofSeconds(second).toNanos());
            }
        } finally {
            System.setErr(before);
        }
        return octets.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("10.0.0.9"))
                .map(line -> line.replaceFirst(".* - ", ""))
                .toList();
    }

    private static String line(String reason, int more) {
        return "dropped a datagram from /10.0.0.9:138: " + reason + " (detail); " + more
                + " more like it since the last line";
    }

    @Test
    void oneLineInTenSecondsTellsHowManyThereWere() {
        assertThat(logged(DropReason.QUEUE_FULL, 0, 1, 9, 10, 12, 20))
                .containsExactly(line("queue full", 0), line("queue full", 2), line("queue full", 1));
    }

    @Test
    void eachReasonIsCountedForItself() {
        assertThat(logged(DropReason.QUEUE_FULL, 0, 1)).hasSize(1);
        assertThat(logged(DropReason.TOO_BIG, 1)).containsExactly(line("too big", 0));
        assertThat(logged(DropReason.QUEUE_FULL, 11)).containsExactly(line("queue full", 1));
    }
}
