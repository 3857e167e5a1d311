package io.mailslot4j.cli;

import io.mailslot4j.cli.output.Output;
import io.mailslot4j.cli.output.Streams;
import io.mailslot4j.protocol.Octets;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a command did that was run in this process. */
public record Ran(int exitCode, Octets octets, String err) {

    public static Ran mailslot(String... args) {
        return withStdin(new byte[0], args);
    }

    public static Ran withStdin(byte[] stdin, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Streams streams = new Streams(
                new ByteArrayInputStream(stdin), new Output(out), new PrintStream(err, true, StandardCharsets.UTF_8));
        int exitCode = Main.run(streams, args);
        return new Ran(exitCode, Octets.wrap(out.toByteArray()), err.toString(StandardCharsets.UTF_8));
    }

    /** Runs it with standard output to {@code out}, and gives the exit code. */
    public static int into(OutputStream out, String... args) {
        PrintStream err = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        return Main.run(new Streams(InputStream.nullInputStream(), new Output(out), err), args);
    }

    public String out() {
        return octets.text(StandardCharsets.UTF_8);
    }

    public List<String> lines() {
        return out().lines().toList();
    }
}
