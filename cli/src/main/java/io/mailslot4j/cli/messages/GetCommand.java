package io.mailslot4j.cli.messages;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotEmptyException;
import io.mailslot4j.MailslotNetwork;
import io.mailslot4j.Message;
import io.mailslot4j.cli.arguments.Command;
import io.mailslot4j.cli.arguments.Flag;
import io.mailslot4j.cli.arguments.Given;
import io.mailslot4j.cli.arguments.Operand;
import io.mailslot4j.cli.arguments.Usage;
import io.mailslot4j.cli.arguments.Value;
import io.mailslot4j.cli.network.CaptureFile;
import io.mailslot4j.cli.network.NetworkOptions;
import io.mailslot4j.cli.output.Durations;
import io.mailslot4j.cli.output.FailedException;
import io.mailslot4j.cli.output.Streams;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.mailslot.MailslotName;
import java.time.Duration;
import java.util.Optional;

/** {@code mailslot get}: waits for messages and prints what they say. */
public final class GetCommand implements Command {
    private static final Operand<MailslotName> NAME = Operand.one("NAME", "The mailslot to read.", MailslotName::parse);
    private static final Value<Long> COUNT =
            Value.of("--count", "N", "Print so many messages, then end. Default: 1.", Count::parse);
    private static final Flag RAW = Flag.of("--raw", "Print the octets of messages as they are, and nothing between.");

    private final Streams streams;

    public GetCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Usage usage() {
        return Usage.of("Wait for a message and print it.")
                .text("""
                        Reads a mailslot of this machine. What is not printable is shown as \\x1b, and a
                        backslash as two.
                        """)
                .operands(NAME)
                .options(ResultOptions.ALL)
                .options(COUNT, RAW)
                .network(NetworkOptions.OF_READERS)
                .ending("""
                        Examples:
                          mailslot get LOG
                          mailslot get LOG --timeout 5s || echo nothing came
                          mailslot get '\\\\.\\mailslot\\IMAGE' --raw > icon.bin
                        """);
    }

    @Override
    public boolean run(Given given) throws InterruptedException {
        MailslotName name = given.the(NAME);
        NetworkOptions options = new NetworkOptions(given);
        ResultOptions results = new ResultOptions(given);
        MessageForm form = results.form(given.has(RAW), MessageForm.PAYLOAD);
        long count = given.value(COUNT).orElse(1L);
        try (CaptureFile capture = options.capture(streams.err());
                MailslotNetwork network = options.network(capture);
                Mailslot<Octets> slot = Slots.builder(name, network).openReader()) {
            ListenerLines.warning("get", network.status()).ifPresent(streams.err()::println);
            for (long i = 0; i < count; i++) {
                form.write(next(slot, results.timeout()), streams.out());
            }
        }
        return true;
    }

    private static Message<Octets> next(Mailslot<Octets> slot, Optional<Duration> timeout) throws InterruptedException {
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
