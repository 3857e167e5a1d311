package io.mailslot4j.pcaps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaptureWriterTest {
    private static final Instant MAY = Instant.parse("2024-05-01T10:00:00.123456789Z");
    private static final UdpPacket UDP = new UdpPacket(
            UdpEndpoint.of(Ipv4Address.parse("10.77.0.20"), 138),
            UdpEndpoint.of(Ipv4Address.parse("10.77.0.255"), 138),
            Octets.ofHex("aabbcc"),
            0);

    @Test
    void everyCaptureIsTheSameAfterItWasWritten() throws IOException {
        for (CaptureFile file : CaptureFolders.read().files()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (CaptureWriter writer = CaptureWriter.pcapng(out)) {
                for (CapturedFrame frame : file.frames()) {
                    writer.write(frame);
                }
            }
            assertThat(read(out)).as(file.name()).isEqualTo(file.frames());
        }
    }

    @Test
    void classicFilesKeepMicroseconds() throws IOException {
        CapturedFrame frame = new CapturedFrame(1, MAY, LinkType.ETHERNET, 1500, Octets.ofHex("0102030405"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CaptureWriter writer = CaptureWriter.pcap(out, LinkType.ETHERNET)) {
            writer.write(frame);
            writer.write(frame);
        }
        assertThat(read(out))
                .containsExactly(
                        new CapturedFrame(
                                1,
                                Instant.parse("2024-05-01T10:00:00.123456Z"),
                                LinkType.ETHERNET,
                                1500,
                                frame.octets()),
                        new CapturedFrame(
                                2,
                                Instant.parse("2024-05-01T10:00:00.123456Z"),
                                LinkType.ETHERNET,
                                1500,
                                frame.octets()));
    }

    @Test
    void pcapngFilesHoldSeveralLinkTypes() throws IOException {
        List<CapturedFrame> frames = List.of(
                new CapturedFrame(1, MAY, LinkType.ETHERNET, 1, Octets.ofHex("01")),
                new CapturedFrame(2, MAY, new LinkType(147), 1, Octets.ofHex("02")),
                new CapturedFrame(3, MAY, LinkType.ETHERNET, 5, Octets.EMPTY));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CaptureWriter writer = CaptureWriter.pcapng(out)) {
            for (CapturedFrame frame : frames) {
                writer.write(frame);
            }
        }
        assertThat(read(out)).isEqualTo(frames);
    }

    @Test
    void whatNoFileCanHoldIsRefused() throws IOException {
        CaptureWriter pcap = CaptureWriter.pcap(new ByteArrayOutputStream(), LinkType.ETHERNET);
        CaptureWriter pcapng = CaptureWriter.pcapng(new ByteArrayOutputStream());
        refuses(pcap, new CapturedFrame(1, MAY, LinkType.RAW, 0, Octets.EMPTY));
        refuses(pcap, new CapturedFrame(1, Instant.parse("2106-02-07T06:28:16Z"), LinkType.ETHERNET, 0, Octets.EMPTY));
        refuses(pcapng, new CapturedFrame(1, Instant.EPOCH.minusNanos(1), LinkType.RAW, 0, Octets.EMPTY));
        refuses(pcapng, new CapturedFrame(1, Instant.parse("2600-01-01T00:00:00Z"), LinkType.RAW, 0, Octets.EMPTY));
        refuses(pcapng, new CapturedFrame(1, MAY, LinkType.RAW, 4, Octets.zeros(5)));
        refuses(pcapng, new CapturedFrame(1, MAY, LinkType.RAW, 262_145, Octets.zeros(262_145)));
    }

    private static void refuses(CaptureWriter writer, CapturedFrame frame) {
        assertThatIllegalArgumentException().isThrownBy(() -> writer.write(frame));
    }

    @Test
    void aWrittenPacketIsReadAsItWas() {
        CapturedFrame frame = CapturedFrame.of(7, MAY, UDP);
        assertThat(frame.linkType()).isEqualTo(LinkType.RAW);
        assertThat(FrameContent.of(frame)).isEqualTo(UDP);
    }

    /** Worked out by tshark 4.0.17, which says of both checksums that they are right. */
    @Test
    void checksumsAreRight() {
        assertThat(UDP.toIpPacket())
                .isEqualTo(Octets.ofHex("4500001f" + "00004000" + "4011" + "2522" + "0a4d0014" + "0a4d00ff" + "008a008a"
                        + "000b" + "725b" + "aabbcc"));
    }

    @Test
    void packetsOfIpv6AreWrittenToo() {
        UdpPacket udp = new UdpPacket(
                new UdpEndpoint(new IpAddress(Octets.ofHex("20010db8000000000000000000000001")), 138),
                new UdpEndpoint(new IpAddress(Octets.ofHex("20010db8000000000000000000000002")), 138),
                Octets.EMPTY,
                0);
        assertThat(FrameContent.of(CapturedFrame.of(1, MAY, udp))).isEqualTo(udp);
    }

    @Test
    void aPacketThatCannotBeIsNotWritten() {
        UdpEndpoint v6 = new UdpEndpoint(new IpAddress(Octets.zeros(16)), 138);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UdpPacket(UDP.source(), v6, Octets.EMPTY, 0).toIpPacket())
                .withMessage("no packet goes from 10.77.0.20:138 to [::]:138");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UdpPacket(UDP.source(), UDP.source(), Octets.EMPTY, 3).toIpPacket());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UdpPacket(UDP.source(), UDP.source(), Octets.zeros(65_508), 0).toIpPacket());
    }

    @Test
    void aFrameOfMoreThanFourGigabytesIsNotWritten() throws IOException {
        CapturedFrame frame = new CapturedFrame(1, MAY, LinkType.RAW, 0x1_0000_0001L, Octets.EMPTY);
        for (CaptureWriter writer : List.of(
                CaptureWriter.pcap(new ByteArrayOutputStream(), LinkType.RAW),
                CaptureWriter.pcapng(new ByteArrayOutputStream()))) {
            assertThatIllegalArgumentException().isThrownBy(() -> writer.write(frame));
        }
    }

    @Test
    void whatIsBeingWrittenCanBeRead() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CaptureWriter writer = CaptureWriter.pcapng(out);
        assertThat(read(out)).isEmpty();
        writer.write(CapturedFrame.of(1, MAY, UDP));
        assertThat(read(out)).hasSize(1);
    }

    @Test
    void aFullDiskIsToldAtOnce() throws IOException {
        CaptureWriter writer = CaptureWriter.pcapng(new ByteArrayOutputStream() {
            @Override
            public void write(byte[] octets) throws IOException {
                if (size() > 0) {
                    throw new IOException("full");
                }
                super.write(octets);
            }
        });
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> writer.write(CapturedFrame.of(1, MAY, UDP)))
                .withMessage("full");
    }

    private static List<CapturedFrame> read(ByteArrayOutputStream out) throws IOException {
        List<CapturedFrame> frames = new ArrayList<>();
        try (CaptureReader reader = CaptureReader.open(new ByteArrayInputStream(out.toByteArray()))) {
            for (Optional<CapturedFrame> frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                frames.add(frame.get());
            }
        }
        return frames;
    }
}
