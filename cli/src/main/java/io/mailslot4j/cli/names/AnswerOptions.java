package io.mailslot4j.cli.names;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the commands that ask something and show the answer. */
final class AnswerOptions {
    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            description = "How long all may take, such as 500ms or 5s. Default: until everything was tried.")
    private @Nullable Duration timeout;

    @Option(names = "--json", description = "Results as JSON, one object a line.")
    private boolean json;

    /** The deadline of a command that starts now. */
    Deadline deadline() {
        return new Deadline(Optional.ofNullable(timeout));
    }

    /** Whether results are JSON. */
    boolean json() {
        return json;
    }
}
