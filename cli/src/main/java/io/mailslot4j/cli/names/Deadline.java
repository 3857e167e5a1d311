package io.mailslot4j.cli.names;

import io.mailslot4j.NetworkException;
import io.mailslot4j.cli.output.Durations;
import io.mailslot4j.cli.output.FailedException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How long a command may wait for all its answers together. */
final class Deadline {
    private final long start = System.nanoTime();
    private final Optional<Duration> allowed;

    /** @param allowed how long from now; empty if for ever */
    Deadline(Optional<Duration> allowed) {
        this.allowed = allowed;
    }

    /**
     * Waits for an answer.
     *
     * @throws FailedException if it does not come in time
     * @throws NetworkException if nobody could be asked
     */
    <T> T await(CompletableFuture<T> answer) throws InterruptedException {
        try {
            return allowed.isEmpty() ? answer.get() : answer.get(left(allowed.get()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new FailedException(
                    "no answer within " + allowed.map(Durations::format).orElse(""));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof NetworkException unsent) {
                throw unsent;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private long left(Duration time) {
        return TimeUnit.NANOSECONDS.convert(time) - (System.nanoTime() - start);
    }
}
