package io.mailslot4j.cli.messages;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that has to do with messages. */
final class ResultOptions {
    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            description = "How long to wait for each message, such as 500ms or 5s. Default: for ever.")
    private @Nullable Duration timeout;

    @Option(names = "--json", description = "Results as JSON, one object a line.")
    private boolean json;

    /** How long to wait for each message. */
    Optional<Duration> timeout() {
        return Optional.ofNullable(timeout);
    }

    /** Whether results are JSON. */
    boolean json() {
        return json;
    }
}
