package io.mailslot4j.logging;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** {@code LEVEL logger: message}, and on further lines the stack trace if there is one. No time: readers have their own. */
final class LineFormatter extends Formatter {
    @Override
    public String format(LogRecord record) {
        StringWriter text = new StringWriter();
        text.append(record.getLevel().getName());
        if (record.getLoggerName() != null) {
            text.append(' ').append(record.getLoggerName());
        }
        text.append(": ").append(formatMessage(record));
        if (record.getThrown() != null) {
            text.append('\n');
            record.getThrown().printStackTrace(new PrintWriter(text));
        }
        return text.toString();
    }
}
