package io.mailslot4j.cli.decode;

import io.mailslot4j.cli.arguments.Given;
import io.mailslot4j.cli.captures.CaptureFiles;
import io.mailslot4j.cli.captures.CaptureStats;
import io.mailslot4j.cli.captures.DecodedFrame;
import io.mailslot4j.cli.captures.FrameFilter;
import io.mailslot4j.cli.output.Output;
import io.mailslot4j.cli.output.Shown;
import io.mailslot4j.cli.output.Streams;
import java.util.function.Consumer;

/** Captures on their way to standard output, in the form that was asked for. */
final class Decoding {
    private final boolean json;
    private final boolean verbose;
    private final boolean stats;
    private final boolean manyFiles;
    private final FrameFilter filter;
    private final CaptureFiles captures;
    private final Output out;
    private final FrameJson forPrograms = new FrameJson();

    Decoding(Given given, Streams streams) {
        json = given.has(DecodeCommand.JSON);
        verbose = given.has(DecodeCommand.VERBOSE);
        stats = given.has(DecodeCommand.STATS);
        manyFiles = given.all(CaptureFiles.FILE).size() > 1;
        filter = new FrameFilter(given);
        captures = new CaptureFiles("decode", streams);
        out = streams.out();
    }

    /** Shows one capture, and tells whether all of it could be read. */
    boolean show(String file) {
        if (!json && manyFiles) {
            out.line("==> " + Shown.line(file) + " <==");
        }
        // For programs: which file it is, if there are several.
        String named = manyFiles ? file : "";
        if (!stats) {
            return read(file, frame -> show(frame, named));
        }
        CaptureStats summary = new CaptureStats();
        boolean read = read(file, summary::add);
        out.text(json ? summary.json(named) + "\n" : summary.text());
        return read;
    }

    private boolean read(String file, Consumer<DecodedFrame> sink) {
        return captures.read(file, frame -> {
            if (filter.passes(frame)) {
                sink.accept(frame);
            }
        });
    }

    private void show(DecodedFrame frame, String file) {
        if (json) {
            out.line(forPrograms.of(frame, file));
            return;
        }
        out.line(FrameForm.line(frame));
        if (verbose) {
            FieldTree.of(frame).forEach(out::line);
        }
    }
}
