package io.mailslot4j.cli.demo;

import io.mailslot4j.cli.output.FailedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process that listens to a mailslot. */
final class Listener implements AutoCloseable {
    private static final Pattern START = Pattern.compile("listening as .* on (?<where>\\S+:(?<port>\\d+)\\b.*)\\): .*");

    private final Process process;
    private final BufferedReader stderr;
    private final String where;
    private final int port;
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();

    private Listener(Process process, BufferedReader stderr, Matcher start) {
        this.process = process;
        this.stderr = stderr;
        this.where = start.group("where");
        this.port = Integer.parseInt(start.group("port"));
        Thread ears = new Thread(this::hear, "ears");
        ears.setDaemon(true);
        ears.start();
    }

    /** Returns as soon as it listens, on a port that the system chose. */
    static Listener start(Program mailslot, String name, String slot, List<String> options) throws IOException {
        List<String> args =
                new ArrayList<>(List.of("listen", slot, "--json", "--computer-name", name, "--listen-port", "0"));
        args.addAll(options);
        Process process = mailslot.with(args).start();
        BufferedReader stderr = process.errorReader(StandardCharsets.UTF_8);
        StringBuilder said = new StringBuilder();
        for (String line = stderr.readLine(); line != null; line = stderr.readLine()) {
            Matcher start = START.matcher(line);
            if (start.matches()) {
                return new Listener(process, stderr, start);
            }
            // Not ours: the JVM itself has something to say.
            said.append(' ').append(line);
        }
        process.destroy();
        throw new FailedException("the listener did not start:" + said);
    }

    private void hear() {
        try (BufferedReader stdout =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = stdout.readLine(); line != null; line = stdout.readLine()) {
                arrivals.add(Arrival.parse(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it listens on, and how. */
    String where() {
        return where;
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** The next message that it gets, or empty if none comes in time. */
    Optional<Arrival> next(Duration timeout) throws InterruptedException {
        return Optional.ofNullable(arrivals.poll(timeout.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Has it end, and returns the line in which it says what it counted; none where processes cannot be asked to end. */
    Optional<String> stop() throws IOException {
        if (!process.supportsNormalTermination()) {
            process.destroy();
            return Optional.empty();
        }
        // Not the process itself: that would close what it still has to say.
        process.toHandle().destroy();
        return stderr.lines().filter(line -> line.startsWith("received ")).findFirst();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
