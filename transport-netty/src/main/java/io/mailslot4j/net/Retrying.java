package io.mailslot4j.net;

import io.mailslot4j.local.HolderWatch;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * While nothing is heard, tries again whenever a process of this host appears that has the port and shares it, and now and
 * then. Has a thread only as long as that takes. Thread-safe.
 */
final class Retrying implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("io.mailslot4j.network");

    private final BooleanSupplier attempt;
    private final BooleanSupplier isHearing;
    private final Supplier<HolderWatch> place;
    private final Duration betweenTries;
    private final AtomicBoolean trying = new AtomicBoolean();
    private volatile @Nullable HolderWatch watch;
    private volatile boolean closed;

    /**
     * Does nothing yet.
     *
     * @param attempt tries, and tells whether there is nothing more to try
     * @param place begins to watch where such a process would appear
     * @param betweenTries when to see whether a program that is none of ours has given the port back
     */
    Retrying(BooleanSupplier attempt, BooleanSupplier isHearing, Supplier<HolderWatch> place, Duration betweenTries) {
        this.attempt = attempt;
        this.isHearing = isHearing;
        this.place = place;
        this.betweenTries = betweenTries;
    }

    /** Tries until it is so. Does not wait itself: the thread of a loop calls it, when the process that had the port is gone. */
    void start() {
        if (!closed && trying.compareAndSet(false, true)) {
            Thread thread = new Thread(this::tryUntilHeard, "mailslot4j-port");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void tryUntilHeard() {
        boolean done = false;
        try {
            Optional<HolderWatch> next = watching();
            // A watch ends before its time when there is another port to look for.
            while (!done && next.isPresent()) {
                // First the watch, so that nobody comes between a look and the wait.
                try (HolderWatch appearing = next.get()) {
                    do {
                        done = attempted();
                    } while (!done && appearing.await(betweenTries));
                }
                next = done ? Optional.empty() : watching();
            }
        } catch (IOException e) {
            LOG.debug("closing a watch", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        trying.set(false);
        // Whoever lost it again meanwhile has left that to us.
        if (done && !isHearing.getAsBoolean()) {
            start();
        }
    }

    /** What fails may do better the next time. */
    private boolean attempted() {
        try {
            return attempt.getAsBoolean();
        } catch (RuntimeException | Error e) {
            LOG.warn("trying to hear from the network failed, and goes on: {}", e.toString());
            return false;
        }
    }

    private Optional<HolderWatch> watching() throws IOException {
        Optional<HolderWatch> appearing = closed ? Optional.empty() : Optional.of(place.get());
        watch = appearing.orElse(null);
        if (closed && appearing.isPresent()) {
            appearing.get().close();
        }
        return appearing;
    }

    /** Whoever is waited for shall appear in another place now. */
    void lookElsewhere() {
        HolderWatch waiting = watch;
        if (waiting != null) {
            try {
                waiting.close();
            } catch (IOException e) {
                LOG.debug("closing a watch", e);
            }
        }
    }

    /** Waits no longer. */
    @Override
    public void close() {
        closed = true;
        lookElsewhere();
    }
}
