package io.mailslot4j.pcaps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mailslot4j.protocol.Octets;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PcapReaderTest {
    private static final Octets OCTETS = Octets.ofHex("0102030405");

    @ParameterizedTest
    @ValueSource(strings = {"BIG_ENDIAN", "LITTLE_ENDIAN"})
    void readsBothOctetOrders(String order) throws IOException {
        try (CaptureReader reader = new PcapFile(order(order), PcapFile.MICROS, PcapFile.ETHERNET)
                .frame(1_714_557_600, 123_456, OCTETS)
                .open()) {
            assertThat(reader.next())
                    .contains(new CapturedFrame(
                            1, Instant.parse("2024-05-01T10:00:00.123456Z"), LinkType.ETHERNET, 5, OCTETS));
            assertThat(reader.next()).isEmpty();
            assertThat(reader.next()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"BIG_ENDIAN", "LITTLE_ENDIAN"})
    void readsTimesInNanoseconds(String order) throws IOException {
        try (CaptureReader reader = new PcapFile(order(order), PcapFile.NANOS, PcapFile.ETHERNET)
                .frame(1_714_557_600, 123_456_789, OCTETS)
                .open()) {
            assertThat(reader.next().orElseThrow().time()).isEqualTo("2024-05-01T10:00:00.123456789Z");
        }
    }

    /** What editcap 4.0.17 writes of a frame as modpcap, and the same in the other order. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "34cdb2a1" + "02000400" + "0000000000000000" + "00000400" + "01000000" + "20133266" + "40e20100"
                        + "05000000" + "05000000" + "0000000000000000" + "0102030405",
                "a1b2cd34" + "00020004" + "0000000000000000" + "00040000" + "00000001" + "66321320" + "0001e240"
                        + "00000005" + "00000005" + "0000000000000000" + "0102030405",
            })
    void readsTheLongerRecordsOfModifiedPcap(String file) throws IOException {
        try (CaptureReader reader =
                CaptureReader.open(new ByteArrayInputStream(Octets.ofHex(file).toArray()))) {
            assertThat(reader.next())
                    .contains(new CapturedFrame(
                            1, Instant.parse("2024-05-01T10:02:08.123456Z"), LinkType.ETHERNET, 5, OCTETS));
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    void readsTimesAfterTheYear2038() throws IOException {
        try (CaptureReader reader =
                new PcapFile().frame(4_000_000_000L, 0, OCTETS).open()) {
            assertThat(reader.next().orElseThrow().time()).isEqualTo("2096-10-02T07:06:40Z");
        }
    }

    @Test
    void numbersFramesFromOne() throws IOException {
        try (CaptureReader reader = new PcapFile()
                .frame(0, 0, OCTETS)
                .frame(0, 0, Octets.EMPTY)
                .frame(0, 0, OCTETS)
                .open()) {
            assertThat(reader.next().orElseThrow().number()).isEqualTo(1);
            assertThat(reader.next().orElseThrow().number()).isEqualTo(2);
            assertThat(reader.next().orElseThrow().number()).isEqualTo(3);
        }
    }

    @Test
    void tellsTheLengthThatACutFrameHad() throws IOException {
        try (CaptureReader reader =
                new PcapFile().recordHeader(0, 0, 5, 1500).octets(OCTETS).open()) {
            CapturedFrame frame = reader.next().orElseThrow();
            assertThat(frame.originalLength()).isEqualTo(1500);
            assertThat(frame.octets()).isEqualTo(OCTETS);
        }
    }

    @Test
    void aCaptureWithoutFramesIsEmpty() throws IOException {
        try (CaptureReader reader = new PcapFile().open()) {
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    void aFileThatEndsWithinAFrameGivesTheFramesBeforeIt() throws IOException {
        PcapFile file = new PcapFile().frame(0, 0, OCTETS).frame(0, 0, OCTETS);
        try (CaptureReader reader = CaptureReader.open(file.without(2))) {
            assertThat(reader.next()).isPresent();
            assertThatExceptionOfType(CaptureFormatException.class)
                    .isThrownBy(reader::next)
                    .withMessage("frame 2 has only 3 of its 5 octets, the file ends there (at offset 45)")
                    .satisfies(e -> assertThat(e.offset()).isEqualTo(45));
        }
    }

    @Test
    void aFileThatEndsWithinARecordHeaderIsBroken() throws IOException {
        PcapFile file = new PcapFile().frame(0, 0, OCTETS);
        try (CaptureReader reader = CaptureReader.open(file.without(6))) {
            assertThatExceptionOfType(CaptureFormatException.class)
                    .isThrownBy(reader::next)
                    .withMessage("frame 1 ends within its header (at offset 24)");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {262_145, Integer.MAX_VALUE, -1})
    void aFrameLongerThanAnyCaptureProgramWritesIsBroken(int captured) throws IOException {
        try (CaptureReader reader =
                new PcapFile().recordHeader(0, 0, captured, captured).open()) {
            assertThatExceptionOfType(CaptureFormatException.class)
                    .isThrownBy(reader::next)
                    .withMessageContaining("frame 1 says it has " + Integer.toUnsignedString(captured) + " octets");
        }
    }

    @Test
    void theLongestFrameCanBeRead() throws IOException {
        try (CaptureReader reader = new PcapFile()
                .frame(0, 0, Octets.zeros(CaptureReader.MAX_FRAME_LENGTH))
                .open()) {
            assertThat(reader.next().orElseThrow().octets().size()).isEqualTo(262_144);
        }
    }

    @Test
    void anyOtherFileIsNotACapture() {
        refuses("504b0304", "not a capture file: it starts with 0x504b0304");
        refuses("d4c3b2", "not a capture file: it has only 3 octets");
        refuses("", "not a capture file: it has only 0 octets");
    }

    @Test
    void aFileThatEndsWithinItsHeaderIsBroken() {
        refuses("d4c3b2a10200040000000000", "the file ends within the pcap file header");
    }

    @Test
    void otherVersionsAreRefused() {
        refuses("a1b2c3d400030000" + "00".repeat(16), "pcap version 3 is not 2");
    }

    @Test
    void anyLinkTypeIsKept() throws IOException {
        try (CaptureReader reader = new PcapFile(ByteOrder.BIG_ENDIAN, PcapFile.MICROS, 147)
                .frame(0, 0, OCTETS)
                .open()) {
            assertThat(reader.next().orElseThrow().linkType()).isEqualTo(new LinkType(147));
        }
    }

    @Test
    void filesPackedByGzipAreReadToo() throws IOException {
        byte[] packed = gzip(new PcapFile().frame(0, 0, OCTETS).without(0).readAllBytes());
        try (CaptureReader reader = CaptureReader.open(new ByteArrayInputStream(packed))) {
            assertThat(reader.next().orElseThrow().octets()).isEqualTo(OCTETS);
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    void aBrokenPackedFileIsBroken() throws IOException {
        byte[] packed = gzip(new PcapFile().frame(0, 0, OCTETS).without(0).readAllBytes());
        for (int length = 2; length < packed.length; length++) {
            ByteArrayInputStream cut = new ByteArrayInputStream(packed, 0, length);
            assertThatExceptionOfType(CaptureFormatException.class).isThrownBy(() -> readAll(cut));
        }
        packed[packed.length - 6] ^= 1;
        assertThatExceptionOfType(CaptureFormatException.class)
                .isThrownBy(() -> readAll(new ByteArrayInputStream(packed)))
                .withMessageContaining("broken gzip file");
    }

    private static void readAll(InputStream in) throws IOException {
        try (CaptureReader reader = CaptureReader.open(in)) {
            while (reader.next().isPresent()) {
                assertThat(reader).isNotNull();
            }
        }
    }

    private static byte[] gzip(byte[] octets) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(octets);
        }
        return packed.toByteArray();
    }

    @Test
    void theChecksumLengthBesideTheLinkTypeIsNoPartOfIt() throws IOException {
        try (CaptureReader reader = new PcapFile(ByteOrder.BIG_ENDIAN, PcapFile.MICROS, 0x4400_0001).open()) {
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    void givesAFrameAsSoonAsItHasCome() throws IOException {
        InputStream pipe = new FilterInputStream(
                new PcapFile().frame(0, 0, OCTETS).without(0)) {
            @Override
            public int read(byte[] target, int at, int count) throws IOException {
                assertThat(available()).as("waits for more than a frame").isPositive();
                return super.read(target, at, count);
            }
        };
        assertThat(CaptureReader.open(pipe).next()).isPresent();
    }

    @Test
    void closingTheReaderClosesTheFile() throws IOException {
        Watched file = new Watched(new PcapFile().without(0));
        CaptureReader reader = CaptureReader.open(file);
        assertThat(file.closed).isFalse();
        reader.close();
        assertThat(file.closed).isTrue();
    }

    @Test
    void aFileThatCannotBeReadIsClosed() {
        Watched file = new Watched(InputStream.nullInputStream());
        assertThatExceptionOfType(CaptureFormatException.class).isThrownBy(() -> CaptureReader.open(file));
        assertThat(file.closed).isTrue();
    }

    private static final class Watched extends FilterInputStream {
        private boolean closed;

        Watched(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static void refuses(String hex, String reason) {
        assertThatExceptionOfType(CaptureFormatException.class)
                .isThrownBy(() -> CaptureReader.open(
                        new ByteArrayInputStream(Octets.ofHex(hex).toArray())))
                .withMessage(reason + " (at offset 0)");
    }

    private static ByteOrder order(String name) {
        return name.equals("BIG_ENDIAN") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }
}
