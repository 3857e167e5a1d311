package io.mailslot4j.cli.names;

import io.mailslot4j.cli.arguments.Command;
import io.mailslot4j.cli.arguments.Flag;
import io.mailslot4j.cli.arguments.Given;
import io.mailslot4j.cli.arguments.Operand;
import io.mailslot4j.cli.arguments.Usage;
import io.mailslot4j.cli.network.CaptureFile;
import io.mailslot4j.cli.network.CaptureOption;
import io.mailslot4j.cli.network.NameOptions;
import io.mailslot4j.cli.output.Streams;
import io.mailslot4j.cli.output.UsageException;
import io.mailslot4j.nameservice.NameLookup;
import io.mailslot4j.nameservice.NameService;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import java.util.List;

/** {@code mailslot lookup}: tells who has a name. */
public final class LookupCommand implements Command {
    private static final Operand<NetBiosName> NAME = Operand.one(
            "NAME[<XX>]",
            "The name, and its suffix unless that is 00.",
            text -> NetBiosName.parse(text, NameSuffix.WORKSTATION));
    private static final Flag EXPLAIN =
            Flag.of("--explain", "Also what was tried, what came of it, and how long it took.");

    private final Streams streams;

    public LookupCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Usage usage() {
        return Usage.of("Find who has a NetBIOS name.")
                .text("""
                        Asks WINS servers, everybody on our networks, the lmhosts file and at last DNS,
                        until one of them knows. Without a suffix the name is that of a computer or
                        workgroup, NAME<00>. Answers are not signed: whoever hears the question can give
                        one.
                        """)
                .operands(NAME)
                .options(AnswerOptions.ALL)
                .options(EXPLAIN)
                .network(List.of(CaptureOption.CAPTURE))
                .network(NameOptions.ALL)
                .ending("""
                        Examples:
                          mailslot lookup SERVER
                          mailslot lookup 'SALES<1C>' --wins 192.0.2.5
                          mailslot lookup SERVER --explain --json | jq .steps
                        """);
    }

    @Override
    public boolean run(Given given) throws InterruptedException {
        AnswerOptions answers = new AnswerOptions(given);
        NameOptions options = new NameOptions(given);
        NetBiosName name = given.the(NAME);
        if (Ipv4Address.isDottedQuad(name.text())) {
            throw new UsageException(name.text() + " is an address; 'mailslot status' tells which names it has");
        }
        Deadline deadline = answers.deadline();
        try (CaptureFile capture = new CaptureOption(given).open(streams.err());
                NameService names = options.names(capture)) {
            NameLookup lookup = deadline.await(names.lookupAsync(options.scoped(name)));
            show(lookup, given.has(EXPLAIN), answers.json());
            if (!lookup.found()) {
                throw LookupForm.failure(lookup);
            }
            return true;
        }
    }

    private void show(NameLookup lookup, boolean explain, boolean json) {
        if (!json) {
            lookup.owners().forEach(owner -> streams.out().line(LookupForm.line(lookup, owner)));
            if (explain) {
                lookup.steps().forEach(step -> streams.out().line(LookupForm.line(step)));
            }
        } else if (lookup.found() || explain) {
            streams.out().line(LookupForm.json(lookup, explain));
        }
    }
}
