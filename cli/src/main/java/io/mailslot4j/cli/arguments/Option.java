package io.mailslot4j.cli.arguments;

import java.util.Optional;

/** What may be given to a command anywhere on its line, by a name. Immutable. */
public sealed interface Option permits Flag, Value {

    /** As it is typed, such as {@code --count}. */
    String name();

    /** The letter that does for the name. */
    Optional<Character> letter();

    /** What help says of it. */
    String description();

    /** As help shows it, such as {@code --count=N}. */
    String form();
}
