package io.mailslot4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.interop.lab.Capture;
import io.mailslot4j.interop.lab.Lab;
import io.mailslot4j.interop.lab.LabHost;
import io.mailslot4j.interop.lab.NeedsPeers;
import io.mailslot4j.interop.lab.Peer;
import io.mailslot4j.interop.peer.EveryKind;
import io.mailslot4j.interop.peer.EveryKindMain;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.testkit.CaptureFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The capture of the kinds that only we send is what we send. Where the system property {@code mailslot4j.keep} names a file, the
 * new capture is kept there.
 */
@NeedsPeers(Peer.LAB)
class EveryKindTest {
    private static final Path OURS = Path.of("../pcaps/captures/ourselves-every-kind.pcap");

    @Test
    void theCaptureIsWhatWeSend() throws IOException {
        try (Lab lab = Lab.open()) {
            LabHost here = lab.host("java", "10.77.0.30");
            LabHost there = lab.host("member", "10.77.0.31");
            Capture capture = lab.capture("10.77.0.30");
            here.startJava(EveryKindMain.class, List.of(there.address()));
            Path file = capture.endsWith("GETDC999");
            String keep = System.getProperty("mailslot4j.keep", "");
            if (!keep.isEmpty()) {
                Files.copy(file, Path.of(keep));
            }
            List<Octets> sent = payloads(file);
            assertThat(sent)
                    .isEqualTo(Stream.concat(EveryKind.namePackets().stream(), EveryKind.datagrams().stream())
                            .toList());
            assertThat(payloads(OURS)).isEqualTo(sent);
        }
    }

    private static List<Octets> payloads(Path capture) throws IOException {
        return CaptureFrame.read(capture).stream()
                .map(frame -> frame.packet().payload())
                .toList();
    }
}
