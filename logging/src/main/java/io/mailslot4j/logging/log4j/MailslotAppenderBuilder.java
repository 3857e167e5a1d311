package io.mailslot4j.logging.log4j;

import io.mailslot4j.Mailslot;
import io.mailslot4j.logging.LogWriter;
import io.mailslot4j.logging.LogWriterBuilder;
import io.mailslot4j.logging.LongMessages;
import java.io.Serializable;
import org.apache.logging.log4j.core.Layout;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.plugins.PluginBuilderAttribute;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.apache.logging.log4j.status.StatusLogger;
import org.jspecify.annotations.Nullable;

/** Settles what a {@link MailslotAppender} is; Log4j fills it from its configuration. Not thread-safe. */
public final class MailslotAppenderBuilder extends AbstractAppender.Builder<MailslotAppenderBuilder>
        implements org.apache.logging.log4j.core.util.Builder<MailslotAppender> {
    @PluginBuilderAttribute
    private @Nullable String target;

    @PluginBuilderAttribute
    private int capacity = LogWriterBuilder.DEFAULT_CAPACITY;

    @PluginBuilderAttribute
    private @Nullable String endOfLog;

    @PluginBuilderAttribute
    private String longMessages = LongMessages.CUT.name();

    @PluginBuilderAttribute
    private boolean numbered;

    private @Nullable Mailslot<String> mailslot;

    MailslotAppenderBuilder() {}

    /** Where to send, such as {@code \\*\mailslot\LOG}. */
    public MailslotAppenderBuilder setTarget(String name) {
        target = name;
        return this;
    }

    /** Where to send, for programs that open a mailslot of their own. It stays open. */
    public MailslotAppenderBuilder setMailslot(Mailslot<String> writer) {
        mailslot = writer;
        return this;
    }

    /** As {@link LogWriterBuilder#capacity}. */
    public MailslotAppenderBuilder setCapacity(int lines) {
        capacity = lines;
        return this;
    }

    /** As {@link LogWriterBuilder#endOfLog}. */
    public MailslotAppenderBuilder setEndOfLog(String message) {
        endOfLog = message;
        return this;
    }

    /** {@code CUT} or {@code SPLIT}: as {@link LogWriterBuilder#longMessages}. */
    public MailslotAppenderBuilder setLongMessages(String policy) {
        longMessages = policy;
        return this;
    }

    /** As {@link LogWriterBuilder#numbered}. */
    public MailslotAppenderBuilder setNumbered(boolean number) {
        numbered = number;
        return this;
    }

    /** The appender; null, and an error to Log4j's {@code StatusLogger}, if it has no name or there is something impossible. */
    @Override
    public @Nullable MailslotAppender build() {
        String name = getName();
        if (name == null) {
            StatusLogger.getLogger().error("an appender <Mailslot> has no name");
            return null;
        }
        try {
            return new MailslotAppender(
                    name, getFilter(), layout(), isIgnoreExceptions(), getPropertyArray(), writer());
        } catch (IllegalArgumentException e) {
            StatusLogger.getLogger().error("{} cannot log to a mailslot: {}", name, e.getMessage(), e);
            return null;
        }
    }

    // What replaces them came with 2.26, and programs have older ones.
    @SuppressWarnings("deprecation")
    private Layout<? extends Serializable> layout() {
        Layout<? extends Serializable> given = getLayout();
        return given != null
                ? given
                : PatternLayout.newBuilder()
                        .withPattern("%level %logger: %msg%n")
                        .withConfiguration(getConfiguration())
                        .build();
    }

    private LogWriter writer() {
        LogWriterBuilder writer = place().capacity(capacity)
                .longMessages(LongMessages.of(longMessages))
                .numbered(numbered)
                .onProblem(MailslotAppender::report);
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
                    "where to log is not said: set target to the name of a mailslot, such as \\\\*\\mailslot\\LOG");
        }
        return LogWriter.to(target);
    }
}
