package io.mailslot4j.cli.network;

import io.mailslot4j.cli.arguments.Given;
import io.mailslot4j.cli.arguments.Value;
import io.mailslot4j.cli.output.FailedException;
import io.mailslot4j.cli.output.FileTrouble;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The option to keep what is on the network in a file.
 *
 * @param given what was
 */
public record CaptureOption(Given given) {
    /** The file. */
    public static final Value<Path> CAPTURE = Value.ofFile(
            "--capture",
            "FILE",
            "Write the packets that are sent and received to this file: pcapng if it is called so, else pcap.");

    /**
     * Opens the file, if there is to be one.
     *
     * @param err is told if it breaks off
     * @throws FailedException if it cannot be written
     */
    public CaptureFile open(PrintStream err) {
        Optional<Path> file = given.value(CAPTURE);
        if (file.isEmpty()) {
            return new CaptureFile("", Optional.empty(), err);
        }
        Path path = file.get();
        try {
            OutputStream out = Files.newOutputStream(path);
            return new CaptureFile(path.toString(), Optional.of(CaptureFile.writer(path, out)), err);
        } catch (IOException e) {
            throw new FailedException("cannot write the capture " + path + ": " + FileTrouble.writing(e));
        }
    }
}
