package io.mailslot4j.cli.messages;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotNetwork;
import io.mailslot4j.MessageTooBigException;
import io.mailslot4j.NoSuchMailslotException;
import io.mailslot4j.cli.network.CaptureFile;
import io.mailslot4j.cli.network.NetworkOptions;
import io.mailslot4j.cli.output.FailedException;
import io.mailslot4j.cli.output.Json;
import io.mailslot4j.cli.output.Shown;
import io.mailslot4j.cli.output.Streams;
import io.mailslot4j.cli.output.UsageException;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.mailslot.MailslotName;
import io.mailslot4j.protocol.mailslot.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mailslot put}: sends the words of the command line as one message, or each line of standard input as one. */
@Command(
        abbreviateSynopsis = true,
        sortOptions = false,
        header = "Send a message.",
        description = {
            "",
            "The words make one message. Without any, each line of standard input is one; a",
            "line that is too long is named and left out, and the exit code is 1 then.",
            "On the network nothing tells whether anybody receives it; on this machine it is",
            "an error if nobody reads NAME.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  mailslot put LOG 'to a reader on this machine'",
            "  mailslot put '\\\\*\\mailslot\\LOG' backup is done",
            "  mailslot put //SERVER@192.0.2.7/mailslot/LOG 'two  blanks'",
            "  tail -f app.log | mailslot put //SALES/mailslot/LOG --workgroup SALES",
            "  mailslot put --raw '\\\\*\\mailslot\\IMAGE' < icon.bin"
        })
public final class PutCommand implements Callable<Integer> {
    /** More than any datagram can carry, so that the network's own limit is what people meet. */
    private static final int MAX_NETWORK_MESSAGE = 65_535;
    /** What a reader on this machine takes, unless told otherwise. */
    private static final int MAX_LOCAL_MESSAGE = 64 << 20;

    private final Streams streams;

    @Parameters(index = "0", paramLabel = "NAME", description = "The mailslot to write to.")
    private @Nullable MailslotName name;

    @Parameters(
            index = "1..*",
            paramLabel = "MESSAGE",
            arity = "0..*",
            description = "The words of one message. What starts with - goes behind --.")
    private List<String> words = List.of();

    @Option(names = "--raw", description = "All of standard input is one message, each octet as it is.")
    private boolean raw;

    @Option(names = "--json", description = "Say what was sent as JSON.")
    private boolean json;

    @Mixin
    private NetworkOptions options = new NetworkOptions();

    public PutCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        if (name == null) {
            throw new IllegalStateException("not run by the parser");
        }
        try (CaptureFile capture = options.capture(streams.err());
                MailslotNetwork network = options.network(capture);
                Mailslot<Octets> slot = Slots.builder(name, network).open()) {
            MessageSource source = source(name.isLocal() ? MAX_LOCAL_MESSAGE : MAX_NETWORK_MESSAGE);
            Sending sending = words.isEmpty() && !raw ? lines(source, slot, network) : one(source, slot, network);
            if (json) {
                streams.out()
                        .line(new Json()
                                .put("to", name.toString())
                                .put("messages", sending.sent())
                                .put("datagrams", network.counters().sent())
                                .toString());
            }
            return sending.tooLong() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (NoSuchMailslotException e) {
            // The library's advice is for programs.
            throw new FailedException("nobody reads " + name + " on this machine as this user: start its reader first,"
                    + " such as 'mailslot listen " + name.path() + "'; to reach other machines or users, name their"
                    + " computer or workgroup, such as \\\\*\\mailslot\\" + name.path());
        }
    }

    /** What became of the messages. */
    private record Sending(long sent, long tooLong) {}

    private Sending one(MessageSource source, Mailslot<Octets> slot, MailslotNetwork network) throws IOException {
        slot.put(source.next().orElse(Octets.EMPTY));
        warnIfNothingWasSent(network);
        return new Sending(1, 0);
    }

    /** A line that is too long does not keep those behind it from being sent. */
    private Sending lines(MessageSource source, Mailslot<Octets> slot, MailslotNetwork network) throws IOException {
        long sent = 0;
        for (long line = 1; ; line++) {
            try {
                Optional<Octets> next = source.next();
                if (next.isEmpty()) {
                    return new Sending(sent, line - 1 - sent);
                }
                slot.put(next.get());
                sent++;
                if (sent == 1) {
                    warnIfNothingWasSent(network);
                }
            } catch (MessageTooBigException | FailedException e) {
                streams.err().println("mailslot put: line " + line + ": " + Shown.line(String.valueOf(e.getMessage())));
            }
        }
    }

    private void warnIfNothingWasSent(MailslotNetwork network) {
        if (name != null && !isHere(name, network) && network.counters().sent() == 0) {
            streams.err()
                    .println("mailslot put: warning: nothing left this host, because no interface that is up and"
                            + " not loopback has a broadcast address; see --interface and --host");
        }
    }

    private static boolean isHere(MailslotName name, MailslotNetwork network) {
        String computer = network.status().computerName();
        return name.isLocal()
                || (name.target() instanceof Target.Named named
                        && named.name().text().equals(computer));
    }

    private MessageSource source(int limit) {
        if (raw && !words.isEmpty()) {
            throw new UsageException("--raw sends standard input: leave out the words, or --raw");
        }
        if (raw) {
            return MessageSource.whole(streams.in(), limit);
        }
        return words.isEmpty()
                ? MessageSource.lines(streams.in(), limit)
                : MessageSource.of(Octets.wrap(String.join(" ", words).getBytes(StandardCharsets.UTF_8)));
    }
}
