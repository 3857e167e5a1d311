package io.mailslot4j.cli.demo;

import io.mailslot4j.cli.output.FailedException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that puts what it is told into a mailslot. */
final class Sender implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final String name;
    private final Process process;
    private final OutputStream stdin;

    private Sender(String name, Process process) {
        this.name = name;
        this.process = process;
        this.stdin = process.getOutputStream();
    }

    /** @param options that say which network */
    static Sender start(Program mailslot, String name, String target, List<String> options, int port)
            throws IOException {
        List<String> args = new java.util.ArrayList<>(
                List.of("put", target, "--computer-name", name, "--remote-port", Integer.toString(port)));
        args.addAll(options);
        return new Sender(
                name,
                mailslot.with(args)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start());
    }

    /** Has each of {@code messages} sent. */
    void say(List<String> messages) throws IOException {
        stdin.write((String.join("\n", messages) + "\n").getBytes(StandardCharsets.UTF_8));
        stdin.flush();
    }

    /** Waits until all is sent. */
    void finish() throws IOException, InterruptedException {
        stdin.close();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new FailedException(name + " did not end within " + PATIENCE_SECONDS + " s");
        }
        if (process.exitValue() != 0) {
            throw new FailedException(name + " ended with exit code " + process.exitValue());
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
