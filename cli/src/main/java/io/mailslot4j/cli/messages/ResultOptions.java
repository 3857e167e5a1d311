package io.mailslot4j.cli.messages;

import io.mailslot4j.cli.arguments.Flag;
import io.mailslot4j.cli.arguments.Given;
import io.mailslot4j.cli.arguments.Option;
import io.mailslot4j.cli.arguments.Value;
import io.mailslot4j.cli.output.Durations;
import io.mailslot4j.cli.output.UsageException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The options of the commands that read.
 *
 * @param given what was
 */
record ResultOptions(Given given) {
    private static final Value<Duration> TIMEOUT = Value.of(
            "--timeout",
            "TIME",
            "How long to wait for each message, such as 500ms or 5s. Default: for ever.",
            Durations::parse);
    private static final Flag JSON = Flag.of(
            "--json",
            "Messages as JSON, one object a line: \"payload\" in hex and, if all of it is printable, \"text\".");

    /** All of them. */
    static final List<Option> ALL = List.of(TIMEOUT, JSON);

    /** How long to wait for each message. */
    Optional<Duration> timeout() {
        return given.value(TIMEOUT);
    }

    /**
     * How messages are shown.
     *
     * @param otherwise for who asks for nothing else
     */
    MessageForm form(boolean raw, MessageForm otherwise) {
        boolean json = given.has(JSON);
        if (raw && json) {
            throw new UsageException("--raw is for octets and --json for objects: choose one");
        }
        return json ? MessageForm.JSON : raw ? MessageForm.RAW : otherwise;
    }
}
