package io.mailslot4j.logging.logback;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import io.mailslot4j.Mailslot;
import io.mailslot4j.logging.LogWriter;
import io.mailslot4j.logging.LogWriterBuilder;
import io.mailslot4j.logging.LongMessages;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Sends what Logback logs to a mailslot, each event as one message of text in UTF-8; see {@link LogWriter}. In
 * {@code logback.xml} it needs a {@code <target>} and an {@code <encoder>}; {@code <capacity>}, {@code <endOfLog>},
 * {@code <longMessages>} and {@code <numbered>} are there too.
 *
 * <p>Problems are told to the status of Logback. Settings count when it starts; otherwise thread-safe.
 */
public final class MailslotAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {
    private @Nullable String target;
    private @Nullable Mailslot<String> mailslot;
    private @Nullable Encoder<ILoggingEvent> encoder;
    private @Nullable String endOfLog;
    private int capacity = LogWriterBuilder.DEFAULT_CAPACITY;
    private String longMessages = LongMessages.CUT.name();
    private boolean numbered;
    private @Nullable LogWriter out;

    /** An appender that has nothing yet: neither where to send nor what lines look like. */
    public MailslotAppender() {}

    /** Where to send, such as {@code \\*\mailslot\LOG}. */
    public void setTarget(String name) {
        target = name;
    }

    /** Where to send, for programs that open a mailslot of their own. It stays open. */
    public void setMailslot(Mailslot<String> writer) {
        mailslot = writer;
    }

    /** How an event becomes text. One that makes octets makes UTF-8. */
    public void setEncoder(Encoder<ILoggingEvent> text) {
        encoder = text;
    }

    /** As {@link LogWriterBuilder#capacity}. */
    public void setCapacity(int lines) {
        capacity = lines;
    }

    /** As {@link LogWriterBuilder#endOfLog}. */
    public void setEndOfLog(String message) {
        endOfLog = message;
    }

    /** {@code CUT} or {@code SPLIT}: as {@link LogWriterBuilder#longMessages}. */
    public void setLongMessages(String policy) {
        longMessages = policy;
    }

    /** As {@link LogWriterBuilder#numbered}. */
    public void setNumbered(boolean number) {
        numbered = number;
    }

    /** Starts if the settings are possible; tells what is wrong if not. */
    @Override
    public void start() {
        try {
            out = writer();
            super.start();
        } catch (IllegalArgumentException e) {
            addError(getName() + " cannot log to a mailslot: " + e.getMessage(), e);
        }
    }

    private LogWriter writer() {
        if (encoder == null) {
            throw new IllegalArgumentException("how lines look is not said: give it an <encoder>");
        }
        LogWriterBuilder writer = place().capacity(capacity)
                .longMessages(LongMessages.of(longMessages))
                .numbered(numbered)
                .onProblem(this::addError);
        if (endOfLog != null) {
            writer.endOfLog(endOfLog);
        }
        return writer.build();
    }

    private LogWriterBuilder place() {
        if (mailslot != null) {
            return LogWriter.to(mailslot);
        }
        if (target == null) {
            throw new IllegalArgumentException(
                    "where to log is not said: set <target> to the name of a mailslot, such as \\\\*\\mailslot\\LOG");
        }
        return LogWriter.to(target);
    }

    @Override
    protected void append(ILoggingEvent event) {
        LogWriter open = out;
        if (open != null && LogWriter.maySend(event.getLoggerName())) {
            open.write(text(event));
        }
    }

    private String text(ILoggingEvent event) {
        // The encoder's own charset may be that of the system.
        if (encoder instanceof LayoutWrappingEncoder<ILoggingEvent> wrapping) {
            return wrapping.getLayout().doLayout(event);
        }
        return encoder == null ? event.toString() : new String(encoder.encode(event), StandardCharsets.UTF_8);
    }

    /** As {@link LogWriter#close()}. */
    @Override
    public void stop() {
        super.stop();
        LogWriter open = out;
        if (open != null) {
            open.close();
        }
    }
}
