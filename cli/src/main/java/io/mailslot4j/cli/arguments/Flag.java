package io.mailslot4j.cli.arguments;

import java.util.Optional;

/**
 * An option that is given or not.
 *
 * @param name as it is typed
 * @param letter that does for the name
 * @param description for the help
 */
public record Flag(String name, Optional<Character> letter, String description) implements Option {

    /** One without a letter. */
    public static Flag of(String name, String description) {
        return new Flag(name, Optional.empty(), description);
    }

    /** One with a letter. */
    public static Flag of(char letter, String name, String description) {
        return new Flag(name, Optional.of(letter), description);
    }

    @Override
    public String form() {
        return name;
    }
}
