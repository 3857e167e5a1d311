package io.mailslot4j.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/**
 * Runs the usual commands once, in vain. The launcher has the JVM write down which classes that takes, and makes an
 * archive of them from which later starts are quicker. On the loopback interface, so that nobody else notices.
 */
final class Rehearsal {
    private static final int ATTEMPTS = 50;
    private static final int PAUSE_MILLIS = 100;

    private Rehearsal() {}

    /** Runs the usual commands. */
    public static void main(String[] args) throws InterruptedException, SocketException {
        String port = Integer.toString(freePort());
        run("--help");
        run("--version");
        run("put", "--help");
        String slot = "REHEARSAL-" + ProcessHandle.current().pid();
        Thread reader = new Thread(
                () -> run("listen", slot, "--count", "3", "--interface", "127.0.0.1", "--listen-port", port));
        reader.setDaemon(true);
        reader.start();
        for (int i = 0; i < ATTEMPTS && reader.isAlive(); i++) {
            run("put", slot, "hello");
            run("put", "//*/mailslot/" + slot, "hello", "--interface", "127.0.0.1", "--remote-port", port);
            run("put", "//HERE@127.0.0.1/mailslot/" + slot, "--interface", "127.0.0.1", "--remote-port", port);
            reader.join(PAUSE_MILLIS);
        }
        run("get", slot, "--timeout", "1ms", "--json", "--interface", "127.0.0.1", "--listen-port", port);
        run("lookup", "HERE", "--host", "HERE=127.0.0.1", "--explain", "--no-dns");
        run(
                "lookup",
                "THERE",
                "--wins",
                "127.0.0.1",
                "--name-port",
                port,
                "--no-dns",
                "--timeout",
                "100ms",
                "--interface",
                "127.0.0.1");
        run("decode", "-");
    }

    private static int freePort() throws SocketException {
        try (DatagramSocket any = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private static void run(String... args) {
        OutputStream nowhere = OutputStream.nullOutputStream();
        Main.run(
                new Streams(
                        InputStream.nullInputStream(),
                        new Output(nowhere),
                        new PrintStream(nowhere, true, StandardCharsets.UTF_8)),
                args);
    }
}
