package io.mailslot4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.browser.HostAnnouncement;
import io.mailslot4j.protocol.datagram.DatagramError;
import io.mailslot4j.protocol.datagram.DatagramMessage;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

class CaptureFileTest {
    private static final String IN_JAR = "META-INF/mailslot4j/captures/";

    @ParameterizedTest
    @CaptureFile("../pcaps/captures/synthetic-types-a.pcap")
    void framesCome(CaptureFrame frame) {
        boolean understood = !frame.contents().isEmpty();
        assertThat(understood || frame.trouble().isPresent()).isTrue();
        assertThat(frame.number()).isBetween(1L, 16L);
    }

    @ParameterizedTest
    @CaptureFile({IN_JAR + "nmbd-boot.pcap", IN_JAR + "nbstat-tools.pcap"})
    void packetsOfTheNameServiceCome(NameServicePacket packet) {
        PacketAssertions.assertThat(NameServicePacket.decode(packet.encode())).isSamePacketAs(packet);
    }

    @ParameterizedTest
    @CaptureFile(IN_JAR + "nmbd-boot.pcap")
    void payloadsCome(HostAnnouncement announcement) {
        assertThat(announcement.server()).hasToString("SAMBAPDC");
    }

    @Test
    void aFrameTellsWhatItIs() throws IOException {
        List<CaptureFrame> frames = CaptureFrame.read(Path.of("../pcaps/captures/synthetic-types-a.pcap"));
        assertThat(frames).hasSize(16).doesNotHaveDuplicates();
        assertThat(frames.get(8).trouble().map(MalformedPacketException::field)).contains("message type");
        assertThat(frames.get(8)).hasToString("frame 9: 192.0.2.50:138 → 192.0.2.51:138, malformed message type");
        assertThat(frames.get(2).as(DatagramError.class)).isPresent();
        assertThat(frames.get(0).datagram()).isEqualTo(frames.get(0).as(DatagramMessage.class));
        assertThat(frames.get(0).write()).isEqualTo(frames.get(0).as(MailslotWrite.class));
        assertThat(frames.get(0).payload()).isPresent();
        assertThat(frames.get(0).namePacket()).isEqualTo(Optional.empty());
    }

    @Test
    void eachFrameIsATestWithItsName() {
        List<String> names = run("announcements").testEvents().started().list().stream()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .toList();
        assertThat(names)
                .hasSize(2)
                .first()
                .asString()
                .isEqualTo("[1] frame 2: HostAnnouncement SAMBAPDC<00> → LABGRP<1E> BROWSE");
    }

    @Test
    void aCaptureThatIsNotThereIsAnError() {
        assertThat(run("missing").containerEvents().failed().stream()
                        .map(event -> event.getPayload().orElseThrow().toString()))
                .singleElement()
                .asString()
                .contains(
                        "cannot read the capture none.pcap: no such resource of io.mailslot4j.testkit.CaptureFileTest$Samples");
    }

    @Test
    void aTestForWhichThereIsNoFrameFails() {
        assertThat(run("nothing").containerEvents().failed().stream()
                        .map(event -> event.getPayload().orElseThrow().toString()))
                .singleElement()
                .asString()
                .contains("no frame of ../pcaps/captures/announcement-request.pcap holds a DatagramError");
    }

    @Test
    void unlessItSaysThatThereMayBeNone() {
        assertThat(run("nothingMaybe").containerEvents().failed().count()).isZero();
    }

    private static EngineExecutionResults run(String method) {
        Class<?> parameter = method.equals("announcements") ? HostAnnouncement.class : DatagramError.class;
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectMethod(Samples.class, method, parameter.getName()))
                .configurationParameter("junit.jupiter.conditions.deactivate", "*")
                .execute();
    }

    /** What the tests above run. */
    @EnabledIfSystemProperty(named = "never", matches = "set", disabledReason = "run by the tests of the test kit")
    static class Samples {
        @ParameterizedTest
        @CaptureFile("../pcaps/captures/announcement-request.pcap")
        void announcements(HostAnnouncement announcement) {
            assertThat(announcement.server().toString()).isNotEmpty();
        }

        @ParameterizedTest
        @CaptureFile("none.pcap")
        void missing(DatagramError error) {
            assertThat(error).isNotNull();
        }

        @ParameterizedTest
        @CaptureFile("../pcaps/captures/announcement-request.pcap")
        void nothing(DatagramError error) {
            assertThat(error).isNotNull();
        }

        @ParameterizedTest(allowZeroInvocations = true)
        @CaptureFile("../pcaps/captures/announcement-request.pcap")
        void nothingMaybe(DatagramError error) {
            assertThat(error).isNotNull();
        }
    }
}
