package io.mailslot4j.cli.messages;

import io.mailslot4j.Mailslot;
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
import io.mailslot4j.nameservice.OwnNameStatus;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.mailslot.MailslotName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code mailslot listen}: shows messages as they come, until Ctrl-C. */
public final class ListenCommand implements Command {
    private static final Operand<MailslotName> NAME =
            Operand.some("NAME", "The mailslots to read.", MailslotName::parse);
    private static final Value<Long> COUNT = Value.of("--count", "N", "End after so many messages.", Count::parse);
    private static final Flag RAW = Flag.of("--raw", "Only the octets of messages as they are, and nothing between.");

    private final Streams streams;

    public ListenCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Usage usage() {
        return Usage.of("Show messages as they come, until Ctrl-C.")
                .text("""
                        Reads mailslots of this machine. What is not printable is shown as \\x1b, and a
                        backslash as two.
                        """)
                .operands(NAME)
                .options(ResultOptions.ALL)
                .options(COUNT, RAW)
                .network(NetworkOptions.OF_READERS)
                .ending("""
                        Examples:
                          mailslot listen LOG
                          mailslot listen BROWSE NET/NETLOGON --accept-all-names
                          mailslot listen LOG --json | jq -r .text
                        """);
    }

    @Override
    public boolean run(Given given) {
        CleanEnd.of(() -> listen(given));
        return true;
    }

    private void listen(Given given) {
        List<MailslotName> names = given.all(NAME);
        NetworkOptions options = new NetworkOptions(given);
        ResultOptions results = new ResultOptions(given);
        MessageForm form = results.form(given.has(RAW), MessageForm.LINE);
        long count = given.value(COUNT).orElse(Long.MAX_VALUE);
        try (CaptureFile capture = options.capture(streams.err());
                MailslotNetwork network = options.network(capture, this::nameChanged)) {
            List<Mailslot<Octets>> slots = names.stream()
                    .map(name -> Slots.builder(name, network).openReader())
                    .toList();
            ListenerLines.warning("listen", network.status()).ifPresent(streams.err()::println);
            streams.err().println(ListenerLines.start(network.status(), names));
            try (Inbox inbox = new Inbox(slots)) {
                show(inbox, form, count, results.timeout());
            } finally {
                streams.err().println(ListenerLines.end(network.status(), network.counters()));
            }
        }
    }

    /** That a name is ours is as it should be; what others must know is that it is not. */
    private void nameChanged(OwnNameStatus status) {
        ListenerLines.nameTrouble(status).ifPresent(trouble -> streams.err().println("mailslot listen: " + trouble));
    }

    private void show(Inbox inbox, MessageForm form, long count, Optional<Duration> timeout) {
        try {
            for (long i = 0; i < count; i++) {
                Optional<Message<Octets>> next = inbox.next(timeout);
                if (next.isEmpty()) {
                    throw new FailedException("no message within "
                            + timeout.map(Durations::format).orElse(""));
                }
                form.write(next.get(), streams.out());
            }
        } catch (InterruptedException askedToEnd) {
            // As is said in the help: Ctrl-C is how this ends.
        }
    }
}
