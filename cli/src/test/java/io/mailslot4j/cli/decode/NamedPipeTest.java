package io.mailslot4j.cli.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.cli.Ran;
import io.mailslot4j.cli.captures.CaptureBytes;
import io.mailslot4j.protocol.Octets;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A capture that is read while it is made, as {@code tcpdump -U -w PIPE} makes one. */
@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "no file is a pipe there")
class NamedPipeTest {
    @Test
    void aFrameIsShownBeforeTheNextOneComes(@TempDir Path folder) throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        CountDownLatch shown = new CountDownLatch(1);
        OutputStream out = new OutputStream() {
            @Override
            public void write(int octet) {
                shown.countDown();
            }
        };
        CompletableFuture<Integer> exitCode =
                CompletableFuture.supplyAsync(() -> Ran.into(out, "decode", pipe.toString()));
        try (OutputStream capture = Files.newOutputStream(pipe)) {
            capture.write(CaptureBytes.of(CaptureBytes.frame(138, Octets.zeros(1))));
            assertThat(shown.await(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(exitCode.join()).isZero();
    }
}
