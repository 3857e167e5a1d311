package io.mailslot4j.logging;

import io.mailslot4j.Mailslot;
import io.mailslot4j.protocol.mailslot.MailslotName;
import java.time.Duration;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Settles what a {@link LogWriter} is. Not thread-safe. */
public final class LogWriterBuilder {
    /** How many lines may wait unless told otherwise. */
    public static final int DEFAULT_CAPACITY = 8192;

    private final Supplier<Mailslot<String>> opening;
    private final boolean closesMailslot;
    private int capacity = DEFAULT_CAPACITY;
    private @Nullable String endOfLog;
    private LongMessages longMessages = LongMessages.CUT;
    private boolean numbered;
    private Duration closeWithin = Duration.ofSeconds(1);
    private BiConsumer<String, Exception> problems = (problem, cause) -> {};

    private LogWriterBuilder(Supplier<Mailslot<String>> opening, boolean closesMailslot) {
        this.opening = opening;
        this.closesMailslot = closesMailslot;
    }

    static LogWriterBuilder to(String target) {
        // To open a mailslot asks SLF4J for a logger, which is too early while the program's logging is being
        // configured.
        MailslotName.parse(target);
        return new LogWriterBuilder(() -> Mailslot.builder(target).openWriter(), true);
    }

    static LogWriterBuilder to(Mailslot<String> mailslot) {
        Objects.requireNonNull(mailslot, "mailslot");
        return new LogWriterBuilder(() -> mailslot, false);
    }

    /**
     * How many lines may wait, 1 or more. Those that find no room are lost; the next line is preceded by one that says how many
     * they were. Default: 8192.
     */
    public LogWriterBuilder capacity(int lines) {
        if (lines < 1) {
            throw new IllegalArgumentException("capacity needs to be 1 line or more, not " + lines);
        }
        capacity = lines;
        return this;
    }

    /** What is sent, without a number, when the writer is closed. Nobody reading it then is no error. Default: nothing. */
    public LogWriterBuilder endOfLog(String message) {
        endOfLog = Objects.requireNonNull(message, "message");
        return this;
    }

    /** What becomes of a line that is longer than one message may be. Default: it is cut. */
    public LogWriterBuilder longMessages(LongMessages policy) {
        longMessages = Objects.requireNonNull(policy, "policy");
        return this;
    }

    /** Whether each message begins with its number in square brackets, from 1, so that a reader sees which are missing. Default: no. */
    public LogWriterBuilder numbered(boolean number) {
        numbered = number;
        return this;
    }

    /** How long closing waits for what is still to be sent. Default: 1 s. Zero does not wait. */
    public LogWriterBuilder closeWithin(Duration longest) {
        if (longest.isNegative()) {
            throw new IllegalArgumentException("closing cannot take a negative time: " + longest);
        }
        closeWithin = longest;
        return this;
    }

    /**
     * Who is told that lines are not sent, and why: once until one is sent again, in the thread that sends. Default: nobody.
     */
    public LogWriterBuilder onProblem(BiConsumer<String, Exception> receiver) {
        problems = Objects.requireNonNull(receiver, "receiver");
        return this;
    }

    /** The writer. Opens nothing yet. */
    public LogWriter build() {
        return new LogWriter(
                new LogQueue(capacity),
                new LogSender(opening, longMessages, numbered, problems),
                endOfLog,
                closeWithin,
                closesMailslot);
    }
}
