package io.mailslot4j.interop.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Everything said on UDP ports 137 and 138 of one segment, in a pcap file by tcpdump. */
public final class Capture {
    private static final String MOST_FRAMES = "100000";

    private final RunningProcess tcpdump;
    private final Path file;

    private Capture(RunningProcess tcpdump, Path file) {
        this.tcpdump = tcpdump;
        this.file = file;
    }

    static Capture start(Lab lab, String namespace, String bridge) {
        Path file;
        try {
            file = Files.createTempFile("mailslot4j", ".pcap");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        file.toFile().deleteOnExit();
        RunningProcess tcpdump = lab.start(
                namespace,
                List.of(
                        "tcpdump",
                        "-i",
                        bridge,
                        "--immediate-mode",
                        "-U",
                        "-B",
                        "16384",
                        "-Z",
                        "root",
                        "-w",
                        file.toString(),
                        "-c",
                        MOST_FRAMES,
                        "udp port 137 or udp port 138"));
        tcpdump.awaitLine(".*listening on.*");
        return new Capture(tcpdump, file);
    }

    /** The file, once a frame with {@code lastWords} is in it. Nothing is captured any more. */
    public Path endsWith(String lastWords) {
        Waiting.until(() -> text().contains(lastWords), () -> "a frame with '" + lastWords + "'");
        tcpdump.close();
        return file;
    }

    private String text() {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
