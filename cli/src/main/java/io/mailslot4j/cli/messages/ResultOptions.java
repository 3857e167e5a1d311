package io.mailslot4j.cli.messages;

import io.mailslot4j.cli.output.UsageException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the commands that read. */
final class ResultOptions {
    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            description = "How long to wait for each message, such as 500ms or 5s. Default: for ever.")
    private @Nullable Duration timeout;

    @Option(
            names = "--json",
            description =
                    "Messages as JSON, one object a line: \"payload\" in hex and, if all of it is printable, \"text\".")
    private boolean json;

    /** How long to wait for each message. */
    Optional<Duration> timeout() {
        return Optional.ofNullable(timeout);
    }

    /**
     * How messages are shown.
     *
     * @param otherwise for who asks for nothing else
     */
    MessageForm form(boolean raw, MessageForm otherwise) {
        if (raw && json) {
            throw new UsageException("--raw is for octets and --json for objects: choose one");
        }
        return json ? MessageForm.JSON : raw ? MessageForm.RAW : otherwise;
    }
}
