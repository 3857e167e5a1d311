package io.mailslot4j.logging;

import io.mailslot4j.Mailslot;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * Sends what {@code java.util.logging} logs to a mailslot, each record as one message of text in UTF-8; see {@link LogWriter}.
 *
 * <p>In {@code logging.properties} the keys are {@code io.mailslot4j.logging.MailslotHandler.target}, which is needed, and
 * {@code .level}, {@code .filter}, {@code .formatter}, {@code .capacity}, {@code .endOfLog}, {@code .longMessages} and {@code
 * .numbered}. An encoding has no effect. Without a formatter a record is {@code LEVEL logger: message}, with the stack trace on
 * further lines.
 *
 * <p>Problems are told to the {@link ErrorManager}; that of the JDK shows the first one only. Thread-safe.
 */
public final class MailslotHandler extends Handler {
    private final LogWriter writer;

    /**
     * A handler as {@code logging.properties} says.
     *
     * @throws IllegalArgumentException if it says no target, or something that is not possible
     */
    public MailslotHandler() {
        this(new HandlerProperties(MailslotHandler.class));
    }

    private MailslotHandler(HandlerProperties properties) {
        this(properties.writer());
        properties.text("level").map(Level::parse).ifPresent(this::setLevel);
        properties.object("filter", java.util.logging.Filter.class).ifPresent(this::setFilter);
        properties.object("formatter", java.util.logging.Formatter.class).ifPresent(this::setFormatter);
    }

    /**
     * A handler for all levels.
     *
     * @param target such as {@code \\*\mailslot\LOG}
     * @throws IllegalArgumentException if {@code target} is not the name of a mailslot
     */
    public MailslotHandler(String target) {
        this(LogWriter.to(target));
    }

    /** A handler for all levels. Closing it leaves {@code mailslot} open. */
    public MailslotHandler(Mailslot<String> mailslot) {
        this(LogWriter.to(mailslot));
    }

    /** A handler for all levels, which becomes the one that is told the writer's problems. */
    public MailslotHandler(LogWriterBuilder writer) {
        setFormatter(new LineFormatter());
        this.writer = writer.onProblem((problem, cause) -> reportError(problem, cause, ErrorManager.WRITE_FAILURE))
                .build();
    }

    @Override
    public void publish(LogRecord record) {
        if (!isLoggable(record) || !LogWriter.maySend(record.getLoggerName())) {
            return;
        }
        String line;
        try {
            line = getFormatter().format(record);
        } catch (RuntimeException e) {
            reportError(null, e, ErrorManager.FORMAT_FAILURE);
            return;
        }
        writer.write(line);
    }

    /** Does nothing: lines leave as soon as they can. */
    @Override
    public void flush() {}

    /** As {@link LogWriter#close()}. */
    @Override
    public void close() {
        writer.close();
    }
}
