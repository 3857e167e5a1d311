package io.mailslot4j.logging.log4j;

import io.mailslot4j.logging.LogWriter;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.Core;
import org.apache.logging.log4j.core.Filter;
import org.apache.logging.log4j.core.Layout;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.StringLayout;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginBuilderFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sends what Log4j 2 logs to a mailslot, each event as one message of text in UTF-8; see {@link LogWriter}. In
 * {@code log4j2.xml} it is {@code <Mailslot name="…" target="…">}, with the attributes {@code capacity}, {@code endOfLog},
 * {@code longMessages} and {@code numbered} and the usual layout and filters inside. Without a layout an event is
 * {@code LEVEL logger: message}, with the stack trace on further lines.
 *
 * <p>Problems are told to Log4j's {@code StatusLogger}. Thread-safe.
 */
@Plugin(name = "Mailslot", category = Core.CATEGORY_NAME, elementType = Appender.ELEMENT_TYPE, printObject = true)
public final class MailslotAppender extends AbstractAppender {
    private final LogWriter writer;

    MailslotAppender(
            String name,
            @Nullable Filter filter,
            Layout<? extends Serializable> layout,
            boolean ignoreExceptions,
            Property[] properties,
            LogWriter writer) {
        super(name, filter, layout, ignoreExceptions, properties);
        this.writer = writer;
    }

    /** What {@code <Mailslot>} may have. */
    @PluginBuilderFactory
    public static MailslotAppenderBuilder newBuilder() {
        return new MailslotAppenderBuilder();
    }

    /** What {@link LogWriter} cannot send. */
    static void report(String problem, Exception cause) {
        LOGGER.error(problem, cause);
    }

    @Override
    public void append(LogEvent event) {
        if (LogWriter.maySend(event.getLoggerName())) {
            writer.write(text(event));
        }
    }

    private String text(LogEvent event) {
        return getLayout() instanceof StringLayout layout
                ? layout.toSerializable(event)
                : new String(getLayout().toByteArray(event), StandardCharsets.UTF_8);
    }

    /** As {@link LogWriter#close()}, whatever time is given. */
    @Override
    public boolean stop(long timeout, TimeUnit timeUnit) {
        setStopping();
        boolean stopped = super.stop(timeout, timeUnit, false);
        writer.close();
        setStopped();
        return stopped;
    }
}
