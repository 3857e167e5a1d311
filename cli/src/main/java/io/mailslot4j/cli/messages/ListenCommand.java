package io.mailslot4j.cli.messages;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotNetwork;
import io.mailslot4j.Message;
import io.mailslot4j.cli.network.CaptureFile;
import io.mailslot4j.cli.network.NetworkOptions;
import io.mailslot4j.cli.output.Durations;
import io.mailslot4j.cli.output.FailedException;
import io.mailslot4j.cli.output.Streams;
import io.mailslot4j.nameservice.OwnNameStatus;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.mailslot.MailslotName;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mailslot listen}: shows messages as they come, until Ctrl-C. */
@Command(
        abbreviateSynopsis = true,
        sortOptions = false,
        header = "Show messages as they come, until Ctrl-C.",
        description = {
            "",
            "Reads mailslots of this machine. What is not printable is shown as \\x1b, and a",
            "backslash as two.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  mailslot listen LOG",
            "  mailslot listen BROWSE NET/NETLOGON --accept-all-names",
            "  mailslot listen LOG --json | jq -r .text"
        })
public final class ListenCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(arity = "1..*", paramLabel = "NAME", description = "The mailslots to read.")
    private List<MailslotName> names = List.of();

    @Option(names = "--count", paramLabel = "N", converter = Count.class, description = "End after so many messages.")
    private long count = Long.MAX_VALUE;

    @Option(names = "--raw", description = "Only the octets of messages as they are, and nothing between.")
    private boolean raw;

    @Mixin
    private ResultOptions results = new ResultOptions();

    @Mixin
    private NetworkOptions options = new NetworkOptions();

    public ListenCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        CleanEnd.of(this::listen);
        return 0;
    }

    private void listen() {
        MessageForm form = results.form(raw, MessageForm.LINE);
        try (CaptureFile capture = options.capture(streams.err());
                MailslotNetwork network = options.network(capture, this::nameChanged)) {
            List<Mailslot<Octets>> slots = names.stream()
                    .map(name -> Slots.builder(name, network).openReader())
                    .toList();
            ListenerLines.warning("listen", network.status()).ifPresent(streams.err()::println);
            streams.err().println(ListenerLines.start(network.status(), names));
            try (Inbox inbox = new Inbox(slots)) {
                show(inbox, form);
            } finally {
                streams.err().println(ListenerLines.end(network.status(), network.counters()));
            }
        }
    }

    /** That a name is ours is as it should be; what others must know is that it is not. */
    private void nameChanged(OwnNameStatus status) {
        ListenerLines.nameTrouble(status).ifPresent(trouble -> streams.err().println("mailslot listen: " + trouble));
    }

    private void show(Inbox inbox, MessageForm form) {
        try {
            for (long i = 0; i < count; i++) {
                Optional<Message<Octets>> next = inbox.next(results.timeout());
                if (next.isEmpty()) {
                    throw new FailedException("no message within "
                            + results.timeout().map(Durations::format).orElse(""));
                }
                form.write(next.get(), streams.out());
            }
        } catch (InterruptedException askedToEnd) {
            // As is said in the help: Ctrl-C is how this ends.
        }
    }
}
