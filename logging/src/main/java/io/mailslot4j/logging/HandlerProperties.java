package io.mailslot4j.logging;

import java.util.Optional;
import java.util.logging.LogManager;

/** What {@code logging.properties} says of a handler: the keys that begin with the name of its class. */
final class HandlerProperties {
    private final String prefix;

    HandlerProperties(Class<?> handler) {
        this.prefix = handler.getName() + ".";
    }

    Optional<String> text(String key) {
        return Optional.ofNullable(LogManager.getLogManager().getProperty(prefix + key))
                .map(String::strip);
    }

    /** An object of the class that is named, found as {@code java.util.logging} finds its own. */
    <T> Optional<T> object(String key, Class<T> type) {
        return text(key).map(name -> {
            try {
                Class<?> named = ClassLoader.getSystemClassLoader().loadClass(name);
                return type.cast(named.getDeclaredConstructor().newInstance());
            } catch (ReflectiveOperationException | ClassCastException e) {
                throw new IllegalArgumentException(
                        prefix + key + ": " + name + " is not a " + type.getSimpleName() + " that can be made: " + e,
                        e);
            }
        });
    }

    LogWriterBuilder writer() {
        LogWriterBuilder writer = LogWriter.to(text("target")
                .orElseThrow(() -> new IllegalArgumentException(
                        "where to log is not said: set " + prefix + "target, such as to \\\\*\\mailslot\\LOG"
                                + " (in logging.properties each backslash is written twice)")));
        text("capacity").map(this::number).ifPresent(writer::capacity);
        text("endOfLog").ifPresent(writer::endOfLog);
        text("longMessages").map(LongMessages::of).ifPresent(writer::longMessages);
        text("numbered").map(Boolean::parseBoolean).ifPresent(writer::numbered);
        return writer;
    }

    private int number(String capacity) {
        try {
            return Integer.parseInt(capacity);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(prefix + "capacity is a number of lines, not " + capacity, e);
        }
    }
}
