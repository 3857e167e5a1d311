package io.mailslot4j.cli.arguments;

import io.mailslot4j.cli.output.UsageException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * An option that is given with a value.
 *
 * @param name as it is typed
 * @param letter that does for the name
 * @param label what help calls the value
 * @param description for the help
 * @param repeatable whether it may be given more than once
 * @param reader reads the value; an {@link IllegalArgumentException} says what is wrong with it
 */
public record Value<T>(
        String name,
        Optional<Character> letter,
        String label,
        String description,
        boolean repeatable,
        Function<String, T> reader)
        implements Option {

    /** One that may be given once. */
    public static <T> Value<T> of(String name, String label, String description, Function<String, T> reader) {
        return new Value<>(name, Optional.empty(), label, description, false, reader);
    }

    /** One that may be given once, with any text. */
    public static Value<String> ofText(String name, String label, String description) {
        return of(name, label, description, Function.identity());
    }

    /** One that may be given once, with a whole number. */
    public static Value<Integer> ofNumber(String name, String label, String description) {
        return of(name, label, description, Value::wholeNumber);
    }

    /** One that may be given once, with the name of a file. */
    public static Value<Path> ofFile(String name, String label, String description) {
        return of(name, label, description, Value::file);
    }

    /** The same with a letter. */
    public Value<T> or(char other) {
        return new Value<>(name, Optional.of(other), label, description, repeatable, reader);
    }

    /** The same, as often as anybody likes. */
    public Value<T> repeated() {
        return new Value<>(name, letter, label, description, true, reader);
    }

    @Override
    public String form() {
        return name + "=" + label;
    }

    T read(String text) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException(name + ": " + e.getMessage(), e);
        }
    }

    private static Path file(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a file has a name");
        }
        return Path.of(text);
    }

    private static Integer wholeNumber(String text) {
        try {
            // Java takes digits of any script, and a plus.
            if (text.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'))) {
                return Integer.valueOf(text);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not a whole number", e);
        }
        throw new IllegalArgumentException("'" + text + "' is not a whole number");
    }
}
