package io.mailslot4j.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.cli.Main;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * A capture of any size is read within the same memory, from a pipe. How many megabytes it has is the system property
 * {@code mailslot4j.largeCapture}.
 */
class LargeCaptureTest {
    private static final int MEGABYTES = Integer.getInteger("mailslot4j.largeCapture", 64);
    /** Of heap: less than the capture has. */
    private static final String HEAP = "-Xmx24m";

    private static final int FILE_HEADER = 24;

    @Test
    void aLargeCaptureTakesNoMoreMemoryThanASmallOne() throws IOException, InterruptedException {
        byte[] capture = Files.readAllBytes(Path.of("../pcaps/captures/nmbd-boot.pcap"));
        byte[] frames = Arrays.copyOfRange(capture, FILE_HEADER, capture.length);
        long copies = ((long) MEGABYTES << 20) / frames.length + 1;
        ProcessBuilder decode = new Program(Main.class).with(List.of("decode", "--stats", "-"));
        decode.command().add(1, HEAP);
        Process process = decode.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        long start = System.nanoTime();
        try {
            try (OutputStream out = new BufferedOutputStream(process.getOutputStream(), 1 << 16)) {
                out.write(capture, 0, FILE_HEADER);
                for (long i = 0; i < copies; i++) {
                    out.write(frames);
                }
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).isZero();
            assertThat(said).startsWith(53 * copies + " frames,");
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
            System.out.println(copies * frames.length + " octets with " + HEAP + " in " + seconds + " s: "
                    + said.lines().findFirst().orElse(""));
        } finally {
            process.destroyForcibly();
        }
    }
}
