package io.mailslot4j.cli;

import io.mailslot4j.pcaps.CaptureReader;
import io.mailslot4j.pcaps.CapturedFrame;
import io.mailslot4j.pcaps.FragmentAssembler;
import io.mailslot4j.pcaps.FrameContent;
import io.mailslot4j.pcaps.UdpPacket;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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
            "  mailslot decode --json *.pcap | jq 'select(.error)'"
        })
final class DecodeCommand implements Callable<Integer> {
    private static final String STDIN = "-";

    private final Streams streams;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Capture files; - is standard input.")
    private List<String> files = List.of();

    @Option(names = "--json", description = "One JSON object a frame, on one line.")
    private boolean json;

    DecodeCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        boolean allRead = true;
        for (String file : files) {
            if (!json && files.size() > 1) {
                streams.out().line("==> " + Shown.line(file) + " <==");
            }
            allRead &= decode(file);
        }
        return allRead ? 0 : 1;
    }

    private boolean decode(String file) {
        LeftOut leftOut = new LeftOut();
        try (CaptureReader capture = CaptureReader.open(open(file))) {
            FrameDecoder decoder = new FrameDecoder();
            FragmentAssembler fragments = new FragmentAssembler();
            try {
                for (Optional<CapturedFrame> frame = capture.next(); frame.isPresent(); frame = capture.next()) {
                    show(file, decoder, fragments, frame.get(), leftOut);
                }
            } finally {
                leftOut.fragments(fragments.unused());
            }
            return true;
        } catch (NoSuchFileException e) {
            return failed(file, "no such file");
        } catch (AccessDeniedException e) {
            return failed(file, "permission denied");
        } catch (IOException | InvalidPathException e) {
            return failed(file, String.valueOf(e.getMessage()));
        } finally {
            leftOut.say(file, streams.err());
        }
    }

    private InputStream open(String file) throws IOException {
        return file.equals(STDIN) ? streams.in() : Files.newInputStream(Path.of(file));
    }

    private boolean failed(String file, String why) {
        streams.err().println(Shown.line("mailslot decode: " + file + ": " + why));
        return false;
    }

    private void show(
            String file, FrameDecoder decoder, FragmentAssembler fragments, CapturedFrame frame, LeftOut leftOut) {
        FrameContent content = fragments.accept(frame.time(), FrameContent.of(frame));
        if (content instanceof UdpPacket udp) {
            decoder.decode(frame, udp).ifPresent(decoded -> streams.out().line(form(decoded, file)));
        } else {
            leftOut.count(frame, content);
        }
    }

    private String form(DecodedFrame frame, String file) {
        return json ? FrameForm.json(frame, files.size() > 1 ? file : "") : FrameForm.line(frame);
    }
}
