package io.mailslot4j.cli.network;

import io.mailslot4j.cli.output.FailedException;
import io.mailslot4j.cli.output.FileTrouble;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option to keep what is on the network in a file. */
public final class CaptureOption {
    @Option(
            names = "--capture",
            paramLabel = "FILE",
            description = "Write the packets that are sent and received to this file: pcapng if it is called so,"
                    + " else pcap.")
    private @Nullable Path file;

    /**
     * Opens the file, if there is to be one.
     *
     * @param err is told if it breaks off
     * @throws FailedException if it cannot be written
     */
    public CaptureFile open(PrintStream err) {
        Path path = file;
        if (path == null) {
            return new CaptureFile("", Optional.empty(), err);
        }
        try {
            OutputStream out = Files.newOutputStream(path);
            return new CaptureFile(path.toString(), Optional.of(CaptureFile.writer(path, out)), err);
        } catch (IOException e) {
            throw new FailedException("cannot write the capture " + path + ": " + FileTrouble.writing(e));
        }
    }
}
