package io.mailslot4j.logging;

import java.util.Locale;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** Named by logging-mailslot.properties. */
public final class LoudFormatter extends Formatter {
    public LoudFormatter() {}

    @Override
    public String format(LogRecord record) {
        return formatMessage(record).toUpperCase(Locale.ROOT) + "\r\n";
    }
}
