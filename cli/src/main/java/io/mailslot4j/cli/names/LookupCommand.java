package io.mailslot4j.cli.names;

import io.mailslot4j.cli.network.CaptureFile;
import io.mailslot4j.cli.network.CaptureOption;
import io.mailslot4j.cli.network.NameOptions;
import io.mailslot4j.cli.output.Streams;
import io.mailslot4j.cli.output.UsageException;
import io.mailslot4j.nameservice.NameLookup;
import io.mailslot4j.nameservice.NameService;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.name.NetBiosName;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mailslot lookup}: tells who has a name. */
@Command(
        abbreviateSynopsis = true,
        sortOptions = false,
        header = "Find who has a NetBIOS name.",
        description = {
            "",
            "Asks WINS servers, everybody on our networks, the lmhosts file and at last DNS,",
            "until one of them knows. Without a suffix the name is that of a computer or",
            "workgroup, NAME<00>. Answers are not signed: whoever hears the question can give",
            "one.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  mailslot lookup SERVER",
            "  mailslot lookup 'SALES<1C>' --wins 192.0.2.5",
            "  mailslot lookup SERVER --explain --json | jq .steps"
        })
public final class LookupCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "NAME[<XX>]", description = "The name, and its suffix unless that is 00.")
    private @Nullable NetBiosName name;

    @Option(names = "--explain", description = "Also what was tried, what came of it, and how long it took.")
    private boolean explain;

    @Mixin
    private AnswerOptions answers = new AnswerOptions();

    @Mixin
    private CaptureOption captures = new CaptureOption();

    @Mixin
    private NameOptions options = new NameOptions();

    public LookupCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (name == null) {
            throw new IllegalStateException("not run by the parser");
        }
        if (Ipv4Address.isDottedQuad(name.text())) {
            throw new UsageException(name.text() + " is an address; 'mailslot status' tells which names it has");
        }
        Deadline deadline = answers.deadline();
        try (CaptureFile capture = captures.open(streams.err());
                NameService names = options.names(capture)) {
            NameLookup lookup = deadline.await(names.lookupAsync(options.scoped(name)));
            show(lookup);
            if (!lookup.found()) {
                throw LookupForm.failure(lookup);
            }
            return 0;
        }
    }

    private void show(NameLookup lookup) {
        if (!answers.json()) {
            lookup.owners().forEach(owner -> streams.out().line(LookupForm.line(lookup, owner)));
            if (explain) {
                lookup.steps().forEach(step -> streams.out().line(LookupForm.line(step)));
            }
        } else if (lookup.found() || explain) {
            streams.out().line(LookupForm.json(lookup, explain));
        }
    }
}
