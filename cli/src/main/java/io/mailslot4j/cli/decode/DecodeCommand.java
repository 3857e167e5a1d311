package io.mailslot4j.cli.decode;

import io.mailslot4j.cli.captures.CaptureFiles;
import io.mailslot4j.cli.captures.CaptureStats;
import io.mailslot4j.cli.captures.DecodedFrame;
import io.mailslot4j.cli.captures.FrameFilter;
import io.mailslot4j.cli.output.Shown;
import io.mailslot4j.cli.output.Streams;
import io.mailslot4j.cli.output.UsageException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mailslot decode}: shows the NetBIOS datagrams and the name service in captures. */
@Command(
        sortOptions = false,
        header = "Show the datagrams and names in a capture.",
        description = {
            "",
            "Reads pcap and pcapng files, packed by gzip or not, and shows what is on UDP",
            "ports 137 (name service) and 138 (datagrams). Times are UTC. What is not",
            "printable is shown as \\x1b, and a backslash as two.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  mailslot decode capture.pcap",
            "  tcpdump -U -w - port 137 or port 138 | mailslot decode -",
            "  mailslot decode --slot BROWSE --from FILESERVER capture.pcapng",
            "  mailslot decode --kind malformed --kind host-announcement capture.pcap",
            "  mailslot decode --stats capture.pcap.gz",
            "  mailslot decode --json *.pcap | jq 'select(.error)'"
        })
public final class DecodeCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Capture files; - is standard input.")
    private List<String> files = List.of();

    @Option(names = "--json", description = "One JSON object a frame, on one line.")
    private boolean json;

    @Option(
            names = {"-v", "--verbose"},
            description = "Under each frame every field, where it is and its octets.")
    private boolean verbose;

    @Option(names = "--stats", description = "Not the frames but a summary: who talks to whom, on which slots.")
    private boolean stats;

    @Mixin
    private final FrameFilter filter = new FrameFilter();

    private final FrameJson forPrograms = new FrameJson();

    public DecodeCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        boolean allRead = true;
        if (json && verbose) {
            throw new UsageException("--verbose is for people and --json for programs: choose one");
        }
        for (String file : files) {
            if (!json && files.size() > 1) {
                streams.out().line("==> " + Shown.line(file) + " <==");
            }
            allRead &= decode(file);
        }
        return allRead ? 0 : 1;
    }

    private boolean decode(String file) {
        CaptureStats summary = new CaptureStats();
        Consumer<DecodedFrame> sink = stats ? summary::add : frame -> show(frame, file);
        boolean read = new CaptureFiles("decode", streams).read(file, frame -> {
            if (filter.passes(frame)) {
                sink.accept(frame);
            }
        });
        if (stats) {
            streams.out().text(json ? summary.json(manyFiles(file)) + "\n" : summary.text());
        }
        return read;
    }

    private void show(DecodedFrame frame, String file) {
        if (json) {
            streams.out().line(forPrograms.of(frame, manyFiles(file)));
            return;
        }
        streams.out().line(FrameForm.line(frame));
        if (verbose) {
            FieldTree.of(frame).forEach(streams.out()::line);
        }
    }

    /** Which file it is, if there are several. */
    private String manyFiles(String file) {
        return files.size() > 1 ? file : "";
    }
}
