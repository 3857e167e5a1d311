package io.mailslot4j.interop.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.interop.lab.LabHost;
import io.mailslot4j.interop.lab.Waiting;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A {@link TallyMain}, and the file that its output goes to; what it logs goes to another. */
public record Tally(String name, Process process, Path output) implements AutoCloseable {
    /** Starts one, called as its output. */
    public static Tally start(Path output, String... arguments) {
        try {
            List<String> command = new ArrayList<>(LabHost.java(TallyMain.class));
            command.addAll(Arrays.asList(arguments));
            ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(new File(output.toString()));
            builder.redirectError(new File(output + ".log"));
            builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
            return new Tally(output.getFileName().toString(), builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it has said so far. */
    public List<String> lines() {
        try {
            String text = Files.readString(output);
            // What stands behind the last end of a line was cut off with its process.
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The numbers of messages of a writer of which it said {@code got}, {@code put} or {@code nobody}. */
    public List<Integer> numbers(String what, String writer) {
        return lines().stream()
                .map(line -> line.split("\t", -1))
                .filter(parts -> parts[0].equals(what) && parts[1].equals(writer))
                .map(parts -> Integer.valueOf(parts[2]))
                .toList();
    }

    /** Waits until it has said more, however long that takes, as long as it goes on. */
    public void awaitLines(int more) {
        int before = lines().size();
        for (int line = 1; line <= more; line++) {
            int wanted = before + line;
            Waiting.until(() -> lines().size() >= wanted, () -> "line " + wanted + " of " + this);
        }
    }

    /** Ends it as the system ends a process without memory: it can do nothing more. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Ends it well. */
    public void end() throws IOException {
        process.getOutputStream().close();
        process.onExit().join();
        assertThat(lines()).last().isEqualTo("end");
    }

    /** Ends it if it still lives. */
    @Override
    public void close() {
        kill();
    }
}
