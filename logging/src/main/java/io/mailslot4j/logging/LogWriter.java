package io.mailslot4j.logging;

import io.mailslot4j.Mailslot;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends lines of text to a mailslot, each as one message, in the order in which they were given. The program that logs is never
 * disturbed: {@link #write} neither waits nor throws. Lines wait in a queue, from which one daemon thread, started with the
 * first line, puts them to one {@link Mailslot}. All methods are thread-safe.
 */
public final class LogWriter implements AutoCloseable {
    private final LogQueue queue;
    private final LogSender sender;
    private final @Nullable String endOfLog;
    private final Duration closeWithin;
    private final boolean closesMailslot;
    private final Object starting = new Object();
    private volatile @Nullable Sending thread;
    private boolean closed;

    LogWriter(
            LogQueue queue, LogSender sender, @Nullable String endOfLog, Duration closeWithin, boolean closesMailslot) {
        this.queue = queue;
        this.sender = sender;
        this.endOfLog = endOfLog;
        this.closeWithin = closeWithin;
        this.closesMailslot = closesMailslot;
    }

    /**
     * A writer to a mailslot of the default network.
     *
     * @param target such as {@code \\*\mailslot\LOG}; opened with the first line
     * @throws IllegalArgumentException if {@code target} is not the name of a mailslot
     */
    public static LogWriterBuilder to(String target) {
        return LogWriterBuilder.to(target);
    }

    /** A writer to {@code mailslot}, which must be for writing, and for text in UTF-8. It stays open. */
    public static LogWriterBuilder to(Mailslot<String> mailslot) {
        return LogWriterBuilder.to(mailslot);
    }

    /**
     * Whether what {@code logger} logs in this thread may be sent. Not what mailslot4j and Netty log, and not what is logged
     * while a line is being sent: that would never end.
     *
     * @param logger the name of a logger; null for one without
     */
    public static boolean maySend(@Nullable String logger) {
        return !(Thread.currentThread() instanceof Sending)
                && (logger == null || !(isIn("io.mailslot4j", logger) || isIn("io.netty", logger)));
    }

    private static boolean isIn(String parent, String logger) {
        return logger.startsWith(parent)
                && (logger.length() == parent.length() || logger.charAt(parent.length()) == '.');
    }

    /**
     * Sends a line soon, without the line ends behind it; those inside it stay. Does nothing when closed, or when called
     * while a line is being sent, by the thread that sends it.
     */
    public void write(String line) {
        if (maySend(null)) {
            queue.add(Utf8Text.withoutLineEnd(line));
            if (thread == null) {
                start();
            }
        }
    }

    private void start() {
        synchronized (starting) {
            if (thread == null && !closed) {
                Sending first = new Sending();
                try {
                    first.start();
                    thread = first;
                } catch (OutOfMemoryError noMoreThreads) {
                    // What waits is sent when a later line finds one.
                }
            }
        }
    }

    /**
     * Sends what waits and the end of the log, if there is one, for as long as the builder said, or until the calling thread is
     * interrupted, which stays interrupted. What was not sent then never is, and is reported. Closing again does nothing.
     */
    @Override
    public void close() {
        synchronized (starting) {
            if (closed) {
                return;
            }
            if (endOfLog != null) {
                start();
            }
            closed = true;
        }
        queue.finish();
        Sending sending = thread;
        if (sending != null && sending != Thread.currentThread()) {
            sending.finish();
        }
    }

    /** The thread that sends. */
    private final class Sending extends Thread {
        private volatile boolean givenUp;

        Sending() {
            super("mailslot4j-logging");
            setDaemon(true);
        }

        void finish() {
            try {
                TimeUnit.NANOSECONDS.timedJoin(this, TimeUnit.NANOSECONDS.convert(closeWithin));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (isAlive()) {
                givenUp = true;
                interrupt();
            }
        }

        @Override
        public void run() {
            try {
                for (String line = next(); line != null; line = next()) {
                    sender.send(line);
                }
                sendEnd();
            } finally {
                closeMailslot();
            }
        }

        private @Nullable String next() {
            while (!givenUp) {
                try {
                    return queue.take();
                } catch (InterruptedException e) {
                    // Ours to heed only when we are given up.
                }
            }
            return null;
        }

        private void sendEnd() {
            long unsent = queue.unsent();
            if (unsent > 0) {
                String problem = unsent + " log lines were not sent: they were not gone within " + closeWithin;
                sender.report(problem, new TimeoutException(problem));
            } else if (endOfLog != null && !givenUp) {
                sender.end(endOfLog);
            }
        }

        private void closeMailslot() {
            Mailslot<String> opened = sender.opened();
            if (closesMailslot && opened != null) {
                opened.close();
            }
        }
    }
}
