package io.mailslot4j.interop.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A program at work, with what it says. Ended by {@link #close()}, by its id. Thread-safe. */
public final class RunningProcess implements AutoCloseable {
    private static final int SECONDS_TO_END = 10;
    private static final int LINES_KEPT_FOR_ERRORS = 40;

    private final String command;
    private final Process process;
    private final List<String> unread = new ArrayList<>();
    private final List<String> latest = new ArrayList<>();
    private boolean silent;

    private RunningProcess(String command, Process process) {
        this.command = command;
        this.process = process;
    }

    /** Starts a program. Its errors and its output are one stream of lines; its class path, if it is in Java, is ours. */
    public static RunningProcess start(List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
            Process process = builder.start();
            RunningProcess running = new RunningProcess(String.join(" ", command), process);
            Thread reader = new Thread(running::readLines, "output of " + process.pid());
            reader.setDaemon(true);
            reader.start();
            return running;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readLines() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                heard(line);
            }
        } catch (IOException endedMeanwhile) {
            // What it said before is all there is.
        }
        fallSilent();
    }

    private synchronized void heard(String line) {
        unread.add(line);
        latest.add(line);
        if (latest.size() > LINES_KEPT_FOR_ERRORS) {
            latest.remove(0);
        }
        notifyAll();
    }

    private synchronized void fallSilent() {
        silent = true;
        notifyAll();
    }

    /**
     * Waits for a line, and takes it; lines before it stay for others.
     *
     * @param regex what the whole line must match
     * @throws IllegalStateException if it never comes
     */
    public synchronized String awaitLine(String regex) {
        Pattern wanted = Pattern.compile(regex, Pattern.DOTALL);
        long deadline = System.nanoTime() + Waiting.LONGEST.toNanos();
        Optional<String> line = take(wanted);
        try {
            while (line.isEmpty() && !silent && System.nanoTime() < deadline) {
                TimeUnit.NANOSECONDS.timedWait(this, deadline - System.nanoTime());
                line = take(wanted);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return line.orElseThrow(() -> new IllegalStateException(
                "'" + command + "' never said '" + regex + "'; its last words:\n" + String.join("\n", latest)));
    }

    private Optional<String> take(Pattern wanted) {
        Optional<String> line = unread.stream()
                .filter(candidate -> wanted.matcher(candidate).matches())
                .findFirst();
        line.ifPresent(unread::remove);
        return line;
    }

    /** Gives it a line to read. */
    public void say(String line) {
        try {
            Writer input = process.outputWriter(StandardCharsets.UTF_8);
            input.write(line + "\n");
            input.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(command, e);
        }
    }

    /** Whether it still runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** The process id. */
    public long pid() {
        return process.pid();
    }

    /** Tells it that nothing more will be said to it, and waits until it has ended by itself. */
    public void endOfInput() {
        try {
            process.outputWriter(StandardCharsets.UTF_8).close();
        } catch (IOException e) {
            throw new UncheckedIOException(command, e);
        }
        Waiting.until(() -> !process.isAlive(), () -> "the end of " + command);
    }

    /** Ends it without asking, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Asks it to end, and waits for that. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return command;
    }
}
