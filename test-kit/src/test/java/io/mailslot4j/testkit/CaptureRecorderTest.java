package io.mailslot4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.mailslot4j.protocol.Octets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineTestKit;

class CaptureRecorderTest {
    private static final Instant NOW = Instant.parse("2024-05-01T10:00:00Z");
    private static Path folder = Path.of("");

    @Test
    void onlyWhatFailsLeavesACapture(@TempDir Path temporary) throws IOException {
        folder = temporary.resolve("new/folder");
        List<String> entries = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Samples.class))
                .configurationParameter("junit.jupiter.conditions.deactivate", "*")
                .execute()
                .allEvents()
                .reportingEntryPublished()
                .stream()
                .map(event -> event.getPayload().orElseThrow().toString())
                .toList();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("Samples.fails.pcapng", "Samples.failsWith-2.pcapng");
        }
        assertThat(entries).hasSize(2).anyMatch(entry -> entry.contains("Samples.fails.pcapng"));
        assertThat(CaptureFrame.read(folder.resolve("Samples.fails.pcapng")))
                .singleElement()
                .satisfies(frame -> {
                    assertThat(frame.time()).isEqualTo(NOW);
                    assertThat(frame.packet().source()).hasToString("127.0.0.1:1138");
                    assertThat(frame.packet().destination()).hasToString("127.0.0.1:138");
                    assertThat(frame.as(TestDatagram.class)).isEmpty();
                    assertThat(frame.packet().payload())
                            .isEqualTo(TestDatagram.from("fails").encode());
                });
    }

    @Test
    void onlyTheLastPacketsAreKept() {
        CaptureRecorder recorder = CaptureRecorder.into(Path.of("none"));
        InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 138);
        for (int i = 0; i <= CaptureRecorder.MOST_PACKETS; i++) {
            recorder.seen(here, here, Octets.ofHex(String.format("%08x", i)));
        }
        assertThat(recorder.packets()).hasSize(CaptureRecorder.MOST_PACKETS);
        assertThat(recorder.packets().get(0).payload()).isEqualTo(Octets.ofHex("00000001"));
    }

    /** What the test above runs. */
    @EnabledIfSystemProperty(named = "never", matches = "set", disabledReason = "run by the tests of the test kit")
    static class Samples {
        @RegisterExtension
        final CaptureRecorder recorder = CaptureRecorder.into(folder).by(() -> NOW);

        private void see(String name) {
            InetSocketAddress from = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1138);
            InetSocketAddress to = new InetSocketAddress(InetAddress.getLoopbackAddress(), 138);
            recorder.seen(from, to, TestDatagram.from(name).encode());
        }

        @Test
        void passes() {
            see("passes");
            assertThat(recorder.packets()).hasSize(1);
        }

        @Test
        void fails() {
            see("fails");
            assertThat(recorder.packets()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void failsWith(int number) {
            see("fails" + number);
            assertThat(number).isEqualTo(1);
        }
    }
}
