package io.mailslot4j.cli.report;

import io.mailslot4j.cli.arguments.Command;
import io.mailslot4j.cli.arguments.Given;
import io.mailslot4j.cli.arguments.Usage;
import io.mailslot4j.cli.arguments.Value;
import io.mailslot4j.cli.captures.CaptureFiles;
import io.mailslot4j.cli.captures.FrameFilter;
import io.mailslot4j.cli.output.FileTrouble;
import io.mailslot4j.cli.output.Shown;
import io.mailslot4j.cli.output.Streams;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code mailslot report}: a page about captures, for people. */
public final class ReportCommand implements Command {
    private static final Value<Path> OUTPUT = Value.ofFile(
                    "--output", "FILE", "Where to write the page; standard output if this is not given, or -.")
            .or('o');

    private static final Path STDOUT = Path.of("-");

    private final Streams streams;

    public ReportCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Usage usage() {
        return Usage.of("Write a page about captures.")
                .text("""
                        Writes one HTML file without scripts: the hosts and workgroups that announce
                        themselves, what they say they are, the mailslots in use, who talks to whom,
                        when, and which frames are malformed.
                        """)
                .operands(CaptureFiles.FILE)
                .options(FrameFilter.ALL)
                .options(OUTPUT)
                .ending("""
                        Example:
                          mailslot report capture.pcapng -o report.html
                        """);
    }

    @Override
    public boolean run(Given given) {
        List<String> files = given.all(CaptureFiles.FILE);
        FrameFilter filter = new FrameFilter(given);
        CaptureFindings findings = new CaptureFindings();
        CaptureFiles captures = new CaptureFiles("report", streams);
        boolean allRead = true;
        for (String file : files) {
            allRead &= captures.read(file, frame -> {
                if (filter.passes(frame)) {
                    findings.add(file, frame);
                }
            });
        }
        // A page of an earlier run is worth more than an empty one.
        if (!allRead && findings.isEmpty()) {
            return false;
        }
        return write(ReportPage.of(files, findings), given.value(OUTPUT)) && allRead;
    }

    private boolean write(String page, Optional<Path> output) {
        if (output.filter(path -> !path.equals(STDOUT)).isEmpty()) {
            streams.out().text(page);
            return true;
        }
        try {
            Files.write(output.get(), page.getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (IOException e) {
            streams.err()
                    .println(Shown.line(
                            "mailslot report: cannot write " + output.get() + ": " + FileTrouble.writing(e)));
            return false;
        }
    }
}
