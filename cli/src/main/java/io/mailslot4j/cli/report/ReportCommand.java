package io.mailslot4j.cli.report;

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
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mailslot report}: a page about captures, for people. */
@Command(
        sortOptions = false,
        header = "Write a page about captures.",
        description = {
            "",
            "Writes one HTML file without scripts: the hosts and workgroups that announce",
            "themselves, what they say they are, the mailslots in use, who talks to whom,",
            "when, and which frames are malformed.",
            ""
        },
        footer = {"", "Example:", "  mailslot report capture.pcapng -o report.html"})
public final class ReportCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Capture files; - is standard input.")
    private List<String> files = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write the page; standard output if this is not given.")
    private @Nullable String output;

    @Mixin
    private final FrameFilter filter = new FrameFilter();

    public ReportCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
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
        return write(ReportPage.of(files, findings)) && allRead ? 0 : 1;
    }

    private boolean write(String page) {
        if (output == null) {
            streams.out().text(page);
            return true;
        }
        try {
            Files.write(Path.of(output), page.getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (IOException e) {
            streams.err()
                    .println(Shown.line("mailslot report: cannot write " + output + ": " + FileTrouble.writing(e)));
            return false;
        }
    }
}
