package io.mailslot4j.cli.names;

import io.mailslot4j.cli.arguments.Flag;
import io.mailslot4j.cli.arguments.Given;
import io.mailslot4j.cli.arguments.Option;
import io.mailslot4j.cli.arguments.Value;
import io.mailslot4j.cli.output.Durations;
import java.time.Duration;
import java.util.List;

/**
 * The options of the commands that ask something and show the answer.
 *
 * @param given what was
 */
record AnswerOptions(Given given) {
    private static final Value<Duration> TIMEOUT = Value.of(
            "--timeout",
            "TIME",
            "How long all may take, such as 500ms or 5s. Default: until everything was tried.",
            Durations::parse);
    private static final Flag JSON = Flag.of("--json", "Results as JSON, one object a line.");

    /** All of them. */
    static final List<Option> ALL = List.of(TIMEOUT, JSON);

    /** The deadline of a command that starts now. */
    Deadline deadline() {
        return new Deadline(given.value(TIMEOUT));
    }

    /** Whether results are JSON. */
    boolean json() {
        return given.has(JSON);
    }
}
