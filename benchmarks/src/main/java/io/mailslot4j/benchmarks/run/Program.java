package io.mailslot4j.benchmarks.run;

import io.mailslot4j.benchmarks.load.Worker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process that is measured: it does what it is told, and its CPU time is read from outside, as Linux counts it. */
final class Program implements AutoCloseable {
    /** Threads whose work is not that of the program: compilers, garbage collection, and who takes our orders. */
    private static final List<String> OF_OTHERS =
            List.of("C1 ", "C2 ", "GC ", "G1 ", "VM ", "Sweeper", "Notification", "java", Worker.ORDERS);

    /** What a run took: octets of heap, and what else the program says. */
    record Result(long allocated, List<Long> numbers) {}

    private final String name;
    private final Process process;
    private final BufferedReader answers;
    private final Writer commands;

    /** Starts it. */
    Program(String name, List<String> command, ProcessBuilder.Redirect output) throws IOException {
        this.name = name;
        this.process = new ProcessBuilder(command)
                .redirectOutput(output)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        this.commands = process.outputWriter(StandardCharsets.US_ASCII);
    }

    /** One that takes orders, when it is ready to. */
    static Program ready(String name, List<String> command, String firstLine) throws IOException {
        Program program = new Program(name, command, ProcessBuilder.Redirect.PIPE);
        if (!firstLine.isEmpty()) {
            program.tell(firstLine);
        }
        program.expect("ready");
        return program;
    }

    String name() {
        return name;
    }

    /** Does it so often, and waits for the end. */
    Result run(long times) throws IOException {
        tell("run " + times);
        return done();
    }

    /** Begins to wait for so many datagrams. */
    void await(long times) throws IOException {
        tell("run " + times);
        expect("running");
    }

    /** The end of what {@link #await} began. */
    Result done() throws IOException {
        String[] words = expect("done").split(" ", -1);
        expect("ready");
        List<Long> numbers = new ArrayList<>();
        for (int i = 2; i < words.length && words[i].matches("\\d+"); i++) {
            numbers.add(Long.parseLong(words[i]));
        }
        return new Result(Long.parseLong(words[1]), numbers);
    }

    /**
     * What became of datagrams so far.
     *
     * @param delivered to whoever reads
     * @param dropped by the program, as it counts itself
     */
    record Count(long delivered, long dropped) {
        Count since(Count before) {
            return new Count(delivered - before.delivered, dropped - before.dropped);
        }
    }

    /** What became of datagrams so far. */
    Count count() throws IOException {
        tell("count");
        String[] words = expect("count").split(" ", -1);
        return new Count(Long.parseLong(words[1]), Long.parseLong(words[2]));
    }

    private void tell(String line) throws IOException {
        commands.write(line + "\n");
        commands.flush();
    }

    private String expect(String word) throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(word)) {
                return line;
            }
            if (line.startsWith("failed")) {
                throw new IOException(name + " " + line);
            }
        }
        throw new IOException(name + " ended");
    }

    /** Stops it where it is, so that datagrams pile up in its socket. */
    void pause() throws IOException, InterruptedException {
        signal("-STOP");
    }

    /** Lets it go on. */
    void resume() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        int code = new ProcessBuilder("kill", signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("no signal reaches " + name);
        }
    }

    /** What Linux says of it. */
    Path proc() {
        return Path.of("/proc", String.valueOf(process.pid()));
    }

    /** Nanoseconds of CPU that its own threads have had so far. */
    long cpuNanos() throws IOException {
        try (Stream<Path> tasks = Files.list(proc().resolve("task"))) {
            return tasks.mapToLong(Program::ownNanosOf).sum();
        }
    }

    private static long ownNanosOf(Path task) {
        try {
            String name = Files.readString(task.resolve("comm"));
            return OF_OTHERS.stream().anyMatch(name::startsWith)
                    ? 0
                    : Long.parseLong(Files.readString(task.resolve("schedstat")).split(" ", -1)[0]);
        } catch (IOException e) {
            if (!Files.exists(task)) {
                // A thread that has ended meanwhile, as one does that only waits for a second to pass.
                return 0;
            }
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it, which does so by itself when nobody tells it anything any more; or else it is told by the system. */
    @Override
    public void close() {
        try {
            commands.close();
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroy();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
