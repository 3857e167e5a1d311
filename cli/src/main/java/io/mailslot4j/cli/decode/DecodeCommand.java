package io.mailslot4j.cli.decode;

import io.mailslot4j.cli.arguments.Command;
import io.mailslot4j.cli.arguments.Flag;
import io.mailslot4j.cli.arguments.Given;
import io.mailslot4j.cli.arguments.Usage;
import io.mailslot4j.cli.captures.CaptureFiles;
import io.mailslot4j.cli.captures.FrameFilter;
import io.mailslot4j.cli.output.Streams;
import io.mailslot4j.cli.output.UsageException;

/** {@code mailslot decode}: shows the NetBIOS datagrams and the name service in captures. */
public final class DecodeCommand implements Command {
    static final Flag JSON = Flag.of("--json", "One JSON object a frame, on one line.");
    static final Flag VERBOSE = Flag.of('v', "--verbose", "Under each frame every field, where it is and its octets.");
    static final Flag STATS = Flag.of("--stats", "Not the frames but a summary: who talks to whom, on which slots.");

    private final Streams streams;

    public DecodeCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Usage usage() {
        return Usage.of("Show the datagrams and names in a capture.")
                .text("""
                        Reads pcap and pcapng files, packed by gzip or not, and shows what is on UDP
                        ports 137 (name service) and 138 (datagrams). Times are UTC. What is not
                        printable is shown as \\x1b, and a backslash as two.
                        """)
                .operands(CaptureFiles.FILE)
                .options(FrameFilter.ALL)
                .options(JSON, VERBOSE, STATS)
                .ending("""
                        Examples:
                          mailslot decode capture.pcap
                          tcpdump -U -w - port 137 or port 138 | mailslot decode -
                          mailslot decode --slot BROWSE --from FILESERVER capture.pcapng
                          mailslot decode --kind malformed --kind host-announcement capture.pcap
                          mailslot decode --stats capture.pcap.gz
                          mailslot decode --json *.pcap | jq 'select(.error)'
                        """);
    }

    @Override
    public boolean run(Given given) {
        boolean json = given.has(JSON);
        if (json && given.has(VERBOSE)) {
            throw new UsageException("--verbose is for people and --json for programs: choose one");
        }
        if (given.has(STATS) && given.has(VERBOSE)) {
            throw new UsageException("--verbose is for frames and --stats shows none: choose one");
        }
        boolean allRead = true;
        Decoding decoding = new Decoding(given, streams);
        for (String file : given.all(CaptureFiles.FILE)) {
            allRead &= decoding.show(file);
        }
        return allRead;
    }
}
