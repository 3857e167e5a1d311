package io.mailslot4j.cli.arguments;

import io.mailslot4j.cli.output.UsageException;
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

    private static Integer wholeNumber(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not a whole number", e);
        }
    }
}
