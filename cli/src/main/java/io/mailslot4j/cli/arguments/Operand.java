package io.mailslot4j.cli.arguments;

import io.mailslot4j.cli.output.UsageException;
import java.util.function.Function;

/**
 * What is given to a command by its place.
 *
 * @param label what help calls it
 * @param description for the help
 * @param arity how many there are; all but one are the last ones of a command
 * @param reader reads one; an {@link IllegalArgumentException} says what is wrong with it
 */
public record Operand<T>(String label, String description, Arity arity, Function<String, T> reader) {
    /** How many there are. */
    public enum Arity {
        ONE(""),
        SOME("..."),
        ANY("...");

        private final String mark;

        Arity(String mark) {
            this.mark = mark;
        }
    }

    /** Exactly one. */
    public static <T> Operand<T> one(String label, String description, Function<String, T> reader) {
        return new Operand<>(label, description, Arity.ONE, reader);
    }

    /** At least one. */
    public static <T> Operand<T> some(String label, String description, Function<String, T> reader) {
        return new Operand<>(label, description, Arity.SOME, reader);
    }

    /** As many as there are, or none. */
    public static <T> Operand<T> any(String label, String description, Function<String, T> reader) {
        return new Operand<>(label, description, Arity.ANY, reader);
    }

    /** As help shows it, such as {@code [FILE...]}. */
    String form() {
        String each = label + arity.mark;
        return arity == Arity.ANY ? "[" + each + "]" : each;
    }

    T read(String text) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
    }
}
