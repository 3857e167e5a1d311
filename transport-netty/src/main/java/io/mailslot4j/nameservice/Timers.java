package io.mailslot4j.nameservice;

import java.time.Duration;

/** The clock of the name service's thread. Actions run on that thread. */
interface Timers {
    /** The time in nanoseconds, on a clock that only goes forward. */
    long nanoTime();

    /** Runs {@code action} once, {@code delay} from now, unless it is cancelled before. */
    Timer after(Duration delay, Runnable action);

    /** As {@link #after}; what is returned forgets the action. */
    default Runnable later(Duration delay, Runnable action) {
        return after(delay, action)::cancel;
    }

    /** An action to come. */
    interface Timer {
        /** Forgets the action, if it has not run. */
        void cancel();
    }
}
