package io.mailslot4j.cli.replay;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When the frames of a capture are due when it is played again. */
final class Pace {
    private static final double NANOS_OF_A_SECOND = 1e9;

    private final double speed;
    private @Nullable Instant first;

    /** @param speed how many times as fast as it was captured; 0 for no pauses at all */
    Pace(double speed) {
        this.speed = speed;
    }

    /** How long after the first frame this one is due; never less than zero, whatever the clock of the capture did. */
    Duration due(Instant time) {
        Instant start = first == null ? time : first;
        first = start;
        Duration since = Duration.between(start, time);
        if (since.isNegative() || speed == 0) {
            return Duration.ZERO;
        }
        double seconds = (since.getSeconds() + since.getNano() / NANOS_OF_A_SECOND) / speed;
        // What is too long for a long of nanoseconds is 292 years.
        return Duration.ofNanos((long) (seconds * NANOS_OF_A_SECOND));
    }
}
