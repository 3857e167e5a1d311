package io.mailslot4j.cli.captures;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.protocol.Octets;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
    @Test
    void longFilesShowProgressAndTakeItAway() throws IOException {
        AtomicLong now = new AtomicLong();
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(terminal, true, StandardCharsets.UTF_8);
        byte[] file = Octets.zeros(4 << 20).toArray();
        try (Progress progress = new Progress(new ByteArrayInputStream(file), file.length, err, now::get)) {
            assertThat(progress.readNBytes(1 << 20)).hasSize(1 << 20);
            assertThat(terminal.toString(StandardCharsets.UTF_8)).isEmpty();
            now.set(1_000_000_000);
            assertThat(progress.readNBytes(1 << 20)).hasSize(1 << 20);
            assertThat(terminal.toString(StandardCharsets.UTF_8))
                    .contains("%, ")
                    .contains(" of 4 MB");
        }
        assertThat(terminal.toString(StandardCharsets.UTF_8)).endsWith("\r\u001b[K");
    }
}
