package com.example.mailslots;

import static io.mailslot4j.testkit.PacketAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotNetwork;
import io.mailslot4j.protocol.browser.HostAnnouncement;
import io.mailslot4j.protocol.datagram.DatagramMessage;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.testkit.CaptureFile;
import io.mailslot4j.testkit.CaptureFrame;
import io.mailslot4j.testkit.CaptureRecorder;
import io.mailslot4j.testkit.TestDatagram;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;

/** What the test kit is good for. */
@Timeout(60)
class CaptureDrivenTest {
    private static final String NMBD_BOOT = "META-INF/mailslot4j/captures/nmbd-boot.pcap";

    /** If a test fails, what the network said is in this folder. */
    @RegisterExtension
    final CaptureRecorder recorder = CaptureRecorder.into(Path.of("target/captures"));

    @ParameterizedTest
    @CaptureFile(NMBD_BOOT)
    void everyFrameCanBeRead(CaptureFrame frame) {
        assertThat(frame.trouble()).isEmpty();
    }

    @ParameterizedTest
    @CaptureFile(NMBD_BOOT)
    void everyHostSaysWhatItIs(HostAnnouncement announcement) {
        assertThat(announcement.server()).hasToString("SAMBAPDC");
    }

    @Test
    void datagramsAreMadeInALine() {
        NetBiosDatagram datagram =
                TestDatagram.from("PC").toGroup("SALES").slot("LOG").carrying("hello").build();
        assertThat(DatagramMessage.decode(datagram.encode()))
                .isFrom("PC")
                .isTo("SALES")
                .isForSlot("LOG")
                .isSamePacketAs(datagram);
    }

    @Test
    void theRecorderSeesWhatIsSent() {
        try (MailslotNetwork network = MailslotNetwork.builder()
                        .computerName("PC")
                        .networkInterface("127.0.0.1")
                        .packetWatcher(recorder)
                        .build();
                Mailslot<String> log = Mailslot.builder("\\\\SERVER@127.0.0.1\\mailslot\\LOG")
                        .network(network)
                        .open()) {
            log.put("hello");
        }
        assertThat(recorder.packets()).hasSize(1);
        DatagramMessage sent =
                DatagramMessage.decode(recorder.packets().get(0).payload());
        assertThat(sent).isFrom("PC").isTo("SERVER").isForSlot("LOG").write().payload().isText("hello");
    }
}
