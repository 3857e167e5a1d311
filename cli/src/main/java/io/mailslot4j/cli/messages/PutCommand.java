package io.mailslot4j.cli.messages;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotNetwork;
import io.mailslot4j.NoSuchMailslotException;
import io.mailslot4j.cli.arguments.Command;
import io.mailslot4j.cli.arguments.Flag;
import io.mailslot4j.cli.arguments.Given;
import io.mailslot4j.cli.arguments.Operand;
import io.mailslot4j.cli.arguments.Usage;
import io.mailslot4j.cli.network.CaptureFile;
import io.mailslot4j.cli.network.NetworkOptions;
import io.mailslot4j.cli.output.FailedException;
import io.mailslot4j.cli.output.Json;
import io.mailslot4j.cli.output.Streams;
import io.mailslot4j.cli.output.UsageException;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.mailslot.MailslotName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** {@code mailslot put}: sends the words of the command line as one message, or each line of standard input as one. */
public final class PutCommand implements Command {
    /** More than any datagram can carry, so that the network's own limit is what people meet. */
    private static final int MAX_NETWORK_MESSAGE = 65_535;
    /** What a reader on this machine takes, unless told otherwise. */
    private static final int MAX_LOCAL_MESSAGE = 64 << 20;

    private static final Operand<MailslotName> NAME =
            Operand.one("NAME", "The mailslot to write to.", MailslotName::parse);
    private static final Operand<String> MESSAGE =
            Operand.any("MESSAGE", "The words of one message. What starts with - goes behind --.", Function.identity());
    private static final Flag RAW = Flag.of("--raw", "All of standard input is one message, each octet as it is.");
    private static final Flag JSON = Flag.of("--json", "Say what was sent as JSON.");

    private final Streams streams;

    public PutCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Usage usage() {
        return Usage.of("Send a message.")
                .text("""
                        The words make one message. Without any, each line of standard input is one; a
                        line that is too long is named and left out, and the exit code is 1 then.
                        On the network nothing tells whether anybody receives it; on this machine it is
                        an error if nobody reads NAME.
                        """)
                .operands(NAME, MESSAGE)
                .options(RAW, JSON)
                .network(NetworkOptions.OF_SENDERS)
                .ending("""
                        Examples:
                          mailslot put LOG 'to a reader on this machine'
                          mailslot put '\\\\*\\mailslot\\LOG' backup is done
                          mailslot put //SERVER@192.0.2.7/mailslot/LOG 'two  blanks'
                          tail -f app.log | mailslot put //SALES/mailslot/LOG --workgroup SALES
                          mailslot put --raw '\\\\*\\mailslot\\IMAGE' < icon.bin
                        """);
    }

    @Override
    public boolean run(Given given) throws IOException {
        MailslotName name = given.the(NAME);
        NetworkOptions options = new NetworkOptions(given);
        try (CaptureFile capture = options.capture(streams.err());
                MailslotNetwork network = options.network(capture);
                Mailslot<Octets> slot = Slots.builder(name, network).open()) {
            Sending sending = new Sending(slot, streams.err());
            MessageSource source = source(given, name.isLocal() ? MAX_LOCAL_MESSAGE : MAX_NETWORK_MESSAGE);
            if (given.has(RAW) || !given.all(MESSAGE).isEmpty()) {
                sending.one(source);
            } else {
                sending.lines(source);
            }
            if (given.has(JSON)) {
                streams.out()
                        .line(new Json()
                                .put("to", name.toString())
                                .put("messages", sending.sent())
                                .put("datagrams", network.counters().sent())
                                .toString());
            }
            return sending.tooLong() == 0;
        } catch (NoSuchMailslotException e) {
            // The library's advice is for programs.
            throw new FailedException("nobody reads " + name + " on this machine as this user: start its reader first,"
                    + " such as 'mailslot listen " + name.path() + "'; to reach other machines or users, name their"
                    + " computer or workgroup, such as \\\\*\\mailslot\\" + name.path());
        }
    }

    private MessageSource source(Given given, int limit) {
        List<String> words = given.all(MESSAGE);
        boolean raw = given.has(RAW);
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
