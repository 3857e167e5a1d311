package io.mailslot4j.cli.messages;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotEmptyException;
import io.mailslot4j.MailslotNetwork;
import io.mailslot4j.Message;
import io.mailslot4j.cli.network.CaptureFile;
import io.mailslot4j.cli.network.NetworkOptions;
import io.mailslot4j.cli.output.Durations;
import io.mailslot4j.cli.output.FailedException;
import io.mailslot4j.cli.output.Streams;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.mailslot.MailslotName;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mailslot get}: waits for messages and prints what they say. */
@Command(
        abbreviateSynopsis = true,
        sortOptions = false,
        header = "Wait for a message and print it.",
        description = {
            "",
            "Reads a mailslot of this machine. What is not printable is shown as \\x1b, and a",
            "backslash as two.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  mailslot get LOG",
            "  mailslot get LOG --timeout 5s || echo nothing came",
            "  mailslot get '\\\\.\\mailslot\\IMAGE' --raw > icon.bin"
        })
public final class GetCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "NAME", description = "The mailslot to read.")
    private @Nullable MailslotName name;

    @Option(
            names = "--count",
            paramLabel = "N",
            converter = Count.class,
            description = "Print so many messages, then end. Default: 1.")
    private long count = 1;

    @Option(names = "--raw", description = "Print the octets of messages as they are, and nothing between.")
    private boolean raw;

    @Mixin
    private ResultOptions results = new ResultOptions();

    @Mixin
    private NetworkOptions options = new NetworkOptions();

    public GetCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (name == null) {
            throw new IllegalStateException("not run by the parser");
        }
        MessageForm form = results.form(raw, MessageForm.PAYLOAD);
        try (CaptureFile capture = options.capture(streams.err());
                MailslotNetwork network = options.network(capture);
                Mailslot<Octets> slot = Slots.builder(name, network).openReader()) {
            ListenerLines.warning("get", network.status()).ifPresent(streams.err()::println);
            for (long i = 0; i < count; i++) {
                form.write(next(slot), streams.out());
            }
        }
        return 0;
    }

    private Message<Octets> next(Mailslot<Octets> slot) throws InterruptedException {
        Optional<Duration> timeout = results.timeout();
        if (timeout.isEmpty()) {
            return slot.receive();
        }
        try {
            return slot.receive(timeout.get());
        } catch (MailslotEmptyException e) {
            throw new FailedException(e.getMessage() + " within " + Durations.format(timeout.get()));
        }
    }
}
