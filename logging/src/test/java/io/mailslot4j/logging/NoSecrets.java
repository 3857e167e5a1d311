package io.mailslot4j.logging;

import java.util.logging.Filter;
import java.util.logging.LogRecord;

/** Named by logging-mailslot.properties. */
public final class NoSecrets implements Filter {
    public NoSecrets() {}

    @Override
    public boolean isLoggable(LogRecord record) {
        return !record.getMessage().contains("secret");
    }
}
