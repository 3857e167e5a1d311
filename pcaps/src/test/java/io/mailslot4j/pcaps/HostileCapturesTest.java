package io.mailslot4j.pcaps;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.protocol.Octets;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever a file holds, reading it gives frames, then its end or a {@link CaptureFormatException} that points into it. */
class HostileCapturesTest {
    private static final int MUTATIONS = 10_000;
    private static final int FIRST_FRAMES = 400;
    private static final int RECORD_HEADER = 16;

    private static final List<Octets> FILES = new ArrayList<>();

    @BeforeAll
    static void readFiles() throws IOException {
        for (CaptureFile file : CaptureFolders.read().files()) {
            FILES.add(Octets.wrap(Files.readAllBytes(file.path())));
            FILES.add(asPcapng(file));
        }
    }

    private static Octets asPcapng(CaptureFile file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CaptureWriter writer = CaptureWriter.pcapng(out)) {
            for (CapturedFrame frame : file.frames()) {
                writer.write(frame);
            }
        }
        return Octets.wrap(out.toByteArray());
    }

    @Test
    void aFileCutAnywhere() throws IOException {
        Octets smallest =
                FILES.stream().min(Comparator.comparingInt(Octets::size)).orElseThrow();
        for (int length = 0; length < smallest.size(); length++) {
            readAll(smallest.slice(0, length));
        }
    }

    @Test
    void damagedFiles() throws IOException {
        Mutations mutations = new Mutations(1003);
        for (int i = 0; i < MUTATIONS; i++) {
            readAll(mutations.next(FILES, FIRST_FRAMES));
        }
    }

    private static void readAll(Octets file) throws IOException {
        long frames = 0;
        try (CaptureReader reader = CaptureReader.open(new ByteArrayInputStream(file.toArray()))) {
            for (Optional<CapturedFrame> frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                frames++;
                assertThat(frame.get().number()).isEqualTo(frames);
                assertThat(FrameContent.of(frame.get())).isNotNull();
            }
        } catch (CaptureFormatException e) {
            assertThat(e.offset()).isBetween(0L, (long) file.size());
        }
        assertThat(frames * RECORD_HEADER).isLessThanOrEqualTo(file.size());
    }
}
