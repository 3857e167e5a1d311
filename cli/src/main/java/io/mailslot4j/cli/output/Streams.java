package io.mailslot4j.cli.output;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command reads and writes.
 *
 * @param in standard input
 * @param out standard output, for results
 * @param err standard error, for everything else
 */
public record Streams(InputStream in, Output out, PrintStream err) {

    /** Those of this process. Text is UTF-8 whatever the locale, so that a pipe carries the same everywhere. */
    public static Streams ofProcess() {
        return new Streams(
                System.in,
                new Output(new FileOutputStream(FileDescriptor.out)),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    }
}
