package io.mailslot4j.interop.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that is run to its end. */
public final class Command {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private Command() {}

    /**
     * What a program writes to its standard output.
     *
     * @throws IllegalStateException if it fails or does not end
     */
    public static String output(String... command) {
        return output(List.of(command));
    }

    /** As {@link #output(String...)}. */
    public static String output(List<String> command) {
        Result result = run(command);
        if (result.exitCode() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + result.exitCode() + ": "
                    + result.errors() + result.output());
        }
        return result.output();
    }

    /** Whether a program ends well. */
    public static boolean succeeds(List<String> command) {
        return run(command).exitCode() == 0;
    }

    private record Result(int exitCode, String output, String errors) {}

    private static Result run(List<String> command) {
        try {
            Path output = Files.createTempFile("command", ".out");
            Path errors = Files.createTempFile("command", ".err");
            try {
                Process process = new ProcessBuilder(command)
                        .redirectOutput(output.toFile())
                        .redirectError(errors.toFile())
                        .start();
                return new Result(exitCode(process, command), text(output), text(errors));
            } finally {
                Files.delete(output);
                Files.delete(errors);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    private static int exitCode(Process process, List<String> command) {
        try {
            if (process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        throw new IllegalStateException(String.join(" ", command) + " does not end");
    }
}
