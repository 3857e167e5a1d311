package io.mailslot4j.delivery;

import io.mailslot4j.DropReason;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Says in the log what is dropped, one line for each reason in ten seconds at most: whoever can send packets must not be
 * able to fill a disk. Not thread-safe.
 */
final class DropLog {
    private static final Logger LOG = LoggerFactory.getLogger("io.mailslot4j.drops");
    private static final long INTERVAL_NANOS = Duration.ofSeconds(10).toNanos();

    private static final class Silence {
        private long since;
        private long count;
    }

    private final Map<DropReason, Silence> silences = new EnumMap<>(DropReason.class);

    /** @param detail safe to show: made of numbers, fixed words and escaped names */
    void dropped(DropReason reason, InetSocketAddress from, String detail, long nowNanos) {
        if (!LOG.isEnabledForLevel(levelOf(reason))) {
            return;
        }
        Silence silence = silences.get(reason);
        if (silence == null) {
            silence = new Silence();
            silences.put(reason, silence);
        } else if (nowNanos - silence.since < INTERVAL_NANOS) {
            silence.count++;
            return;
        }
        LOG.atLevel(levelOf(reason))
                .log(
                        "dropped a datagram from {}: {} ({}); {} more like it since the last line",
                        from,
                        reason,
                        detail,
                        silence.count);
        silence.since = nowNanos;
        silence.count = 0;
    }

    /** What a user wants to know without asking: messages lost that somebody here waits for. */
    private static Level levelOf(DropReason reason) {
        return switch (reason) {
            case QUEUE_FULL, TOO_BIG, NOT_HANDED_OVER -> Level.WARN;
            case MALFORMED_DATAGRAM, NOT_A_MAILSLOT_WRITE, FRAGMENT_REFUSED -> Level.INFO;
            case NOT_A_MESSAGE, NOT_OUR_NAME, DUPLICATE, NO_READER -> Level.DEBUG;
        };
    }
}
