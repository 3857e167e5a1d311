package io.mailslot4j.cli.captures;

import io.mailslot4j.cli.arguments.Operand;
import io.mailslot4j.cli.output.FileTrouble;
import io.mailslot4j.cli.output.Shown;
import io.mailslot4j.cli.output.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Captures as they are named on the command line, and what to say where one cannot be read. */
public final class CaptureFiles {
    /** Those that are named. */
    public static final Operand<String> FILE =
            Operand.some("FILE", "Capture files; - is standard input.", CaptureFiles::name);

    private static final String STDIN = "-";

    private final String command;
    private final Streams streams;

    private static String name(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("FILE: a file has a name");
        }
        return text;
    }

    /** @param command that errors are told of */
    public CaptureFiles(String command, Streams streams) {
        this.command = command;
        this.streams = streams;
    }

    /**
     * Reads a capture to its end.
     *
     * @return whether that went well; if not, why is on standard error
     */
    public boolean read(String file, Consumer<DecodedFrame> sink) {
        try (InputStream in = open(file)) {
            read(file, in, sink);
            return true;
        } catch (IOException e) {
            return failed(file, FileTrouble.reading(e));
        } catch (InvalidPathException e) {
            return failed(file, String.valueOf(e.getMessage()));
        }
    }

    private void read(String file, InputStream in, Consumer<DecodedFrame> sink) throws IOException {
        FrameSource source = new FrameSource(in);
        // What comes through a pipe may be captured only now, and is awaited.
        if (!file.equals(STDIN) && Files.isRegularFile(Path.of(file))) {
            streams.out().hold();
        }
        try {
            source.forEach(sink);
        } finally {
            streams.out().release();
            source.leftOut().say(file, streams.err());
        }
    }

    private InputStream open(String file) throws IOException {
        if (file.equals(STDIN)) {
            return streams.in();
        }
        Path path = Path.of(file);
        return Progress.of(Files.newInputStream(path), Files.size(path), streams.err());
    }

    private boolean failed(String file, String why) {
        PrintStream err = streams.err();
        err.println(Shown.line("mailslot " + command + ": " + file + ": " + why));
        return false;
    }
}
