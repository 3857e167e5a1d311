package io.mailslot4j.pcaps;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mailslot4j.protocol.Octets;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PcapngReaderTest {
    private static final Octets OCTETS = Octets.ofHex("0102030405");
    private static final long MAY = 1_714_557_600_123_456L;

    static Stream<ByteOrder> orders() {
        return Stream.of(BIG_ENDIAN, LITTLE_ENDIAN);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void readsBothOctetOrders(ByteOrder order) throws IOException {
        PcapngFile file = new PcapngFile().section(order).ofInterface(1, 0).enhanced(0, MAY, 60, OCTETS);
        assertThat(frames(file))
                .containsExactly(new CapturedFrame(
                        1, Instant.parse("2024-05-01T10:00:00.123456Z"), LinkType.ETHERNET, 60, OCTETS));
    }

    @Test
    void packetsAreOfTheInterfaceThatTheyName() throws IOException {
        PcapngFile file = new PcapngFile()
                .section(LITTLE_ENDIAN)
                .ofInterface(1, 0)
                .ofInterface(113, 0, Octets.ofHex("09000100" + "09000000" + "00000000"))
                .enhanced(1, 1_714_557_600_123_456_789L, 5, OCTETS)
                .enhanced(0, MAY, 5, OCTETS);
        assertThat(frames(file))
                .extracting(CapturedFrame::linkType)
                .containsExactly(LinkType.LINUX_SLL, LinkType.ETHERNET);
        assertThat(frames(file).get(0).time()).isEqualTo("2024-05-01T10:00:00.123456789Z");
    }

    @Test
    void eachSectionHasItsOwnOrderAndInterfaces() throws IOException {
        PcapngFile file = new PcapngFile()
                .section(LITTLE_ENDIAN)
                .ofInterface(1, 0)
                .enhanced(0, MAY, 5, OCTETS)
                .section(BIG_ENDIAN)
                .ofInterface(101, 0)
                .enhanced(0, MAY, 5, OCTETS);
        assertThat(frames(file)).extracting(CapturedFrame::linkType).containsExactly(LinkType.ETHERNET, LinkType.RAW);
        assertThat(frames(file)).extracting(CapturedFrame::number).containsExactly(1L, 2L);
    }

    @Test
    void aSectionForgetsTheInterfacesOfTheOneBefore() throws IOException {
        PcapngFile file = new PcapngFile()
                .section(LITTLE_ENDIAN)
                .ofInterface(1, 0)
                .section(LITTLE_ENDIAN)
                .enhanced(0, MAY, 5, OCTETS);
        assertThatExceptionOfType(CaptureFormatException.class)
                .isThrownBy(() -> frames(file))
                .withMessage("frame 1 is from interface 0, but only 0 are described (at offset 76)");
    }

    @Test
    void packetBlocksOfOldAreReadToo() throws IOException {
        PcapngFile file = new PcapngFile().section(BIG_ENDIAN).ofInterface(1, 0).oldPacket(0, MAY, 60, OCTETS);
        assertThat(frames(file))
                .containsExactly(new CapturedFrame(
                        1, Instant.parse("2024-05-01T10:00:00.123456Z"), LinkType.ETHERNET, 60, OCTETS));
    }

    @Test
    void simplePacketsHaveNoTimeAndAsMuchAsTheInterfaceKeeps() throws IOException {
        PcapngFile file = new PcapngFile()
                .section(BIG_ENDIAN)
                .ofInterface(1, 3)
                .simple(60, OCTETS.slice(0, 3))
                .simple(2, OCTETS.slice(0, 2));
        assertThat(frames(file))
                .containsExactly(
                        new CapturedFrame(1, Instant.EPOCH, LinkType.ETHERNET, 60, OCTETS.slice(0, 3)),
                        new CapturedFrame(2, Instant.EPOCH, LinkType.ETHERNET, 2, OCTETS.slice(0, 2)));
    }

    @Test
    void otherBlocksAreLeftOut() throws IOException {
        PcapngFile file = new PcapngFile();
        file.section(LITTLE_ENDIAN)
                .block(4, file.body(40)) // name resolution
                .ofInterface(1, 0)
                .block(5, file.body(12)) // interface statistics
                .block(0x0BAD, file.body(0)) // custom
                .enhanced(0, MAY, 5, OCTETS)
                .block(0x7FFFFFFF, file.body(8));
        assertThat(frames(file)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        // if_tsresol, ticks, time
        "00, 10, 1970-01-01T00:00:10Z",
        "03, 1500, 1970-01-01T00:00:01.500Z",
        "06, 1500000, 1970-01-01T00:00:01.500Z",
        "09, 1500000000, 1970-01-01T00:00:01.500Z",
        "0c, 1500000000999, 1970-01-01T00:00:01.500000000Z",
        "81, 3, 1970-01-01T00:00:01.500Z",
        "94, 1572864, 1970-01-01T00:00:01.500Z",
        "bf, -1, 1970-01-01T00:00:01.999999999Z",
        "7f, -1, 1970-01-01T00:00:00Z"
    })
    void timesAreAsFineAsTheInterfaceSays(String resolution, long ticks, String time) throws IOException {
        Octets options = Octets.ofHex("00090001" + resolution + "000000" + "00000000");
        PcapngFile file =
                new PcapngFile().section(BIG_ENDIAN).ofInterface(1, 0, options).enhanced(0, ticks, 5, OCTETS);
        assertThat(frames(file)).singleElement().extracting(CapturedFrame::time).isEqualTo(Instant.parse(time));
    }

    @Test
    void timesCountFromTheOffsetOfTheInterface() throws IOException {
        Octets options = Octets.ofHex("0002000365746800" + "000e0008" + "0000000000000e10" + "00000000");
        PcapngFile file =
                new PcapngFile().section(BIG_ENDIAN).ofInterface(1, 0, options).enhanced(0, 1_000_000, 5, OCTETS);
        assertThat(frames(file)).singleElement().extracting(CapturedFrame::time).hasToString("1970-01-01T01:00:01Z");
    }

    @Test
    void timesBeyondAnyCalendarAreBroken() {
        Octets options = Octets.ofHex("0009000100000000" + "00000000");
        PcapngFile file =
                new PcapngFile().section(BIG_ENDIAN).ofInterface(1, 0, options).enhanced(0, -1, 5, OCTETS);
        breaks(file, "frame 1 has a time that cannot be");
    }

    /** Whoever reads adds to times, and puts them into calendars that end a year before the last instant. */
    @ParameterizedTest
    @ValueSource(longs = {31_556_889_864_403_199L, -31_556_889_864_403_199L})
    void soAreTimesAtTheEndOfTheLastOne(long seconds) {
        Octets options = Octets.ofHex(String.format("000e0008%016x", seconds) + "00000000");
        PcapngFile file =
                new PcapngFile().section(BIG_ENDIAN).ofInterface(1, 0, options).enhanced(0, 0, 5, OCTETS);
        breaks(file, "frame 1 has a time that cannot be");
    }

    @Test
    void damagedBlocksAreBroken() {
        breaks(new PcapngFile().section(BIG_ENDIAN).octets("00000006" + "0000000e"), "block length 14 is not");
        breaks(new PcapngFile().section(BIG_ENDIAN).octets("00000006" + "00000008"), "block length 8 is not");
        breaks(new PcapngFile().section(BIG_ENDIAN).octets("00000006" + "ffffff00"), "too many for what it is");
        breaks(
                new PcapngFile().section(BIG_ENDIAN).octets("00000bad" + "0000000c" + "00000010"),
                "block length 12 is 16 at the end of the block (at offset 28)");
        breaks(
                new PcapngFile().section(BIG_ENDIAN).ofInterface(1, 0).octets("0a0d0d0a" + "0000001c" + "01020304"),
                "without the byte-order magic");
        breaks(new PcapngFile().octets("0a0d0d0a" + "0000001c" + "1a2b3c4d" + "00020000"), "pcapng version 2 is not 1");
    }

    @Test
    void packetsLongerThanTheirBlockAreBroken() {
        PcapngFile file = new PcapngFile();
        ByteBuffer body = file.body(24).putInt(0).putLong(0).putInt(5).putInt(5);
        breaks(file.section(BIG_ENDIAN).ofInterface(1, 0).block(6, body), "frame 1 says it has 5 octets, more than");
    }

    @Test
    void aFileCutAnywhereIsBrokenOrEnds() throws IOException {
        PcapngFile file = new PcapngFile()
                .section(LITTLE_ENDIAN)
                .ofInterface(1, 0)
                .enhanced(0, MAY, 5, OCTETS)
                .simple(5, OCTETS);
        int ends = 0;
        for (int missing = 1; missing < file.size() - 3; missing++) {
            try (CaptureReader reader = CaptureReader.open(file.without(missing))) {
                readAll(reader);
                ends++;
            } catch (CaptureFormatException e) {
                assertThat(e.offset()).isBetween(0L, (long) file.size());
            }
        }
        assertThat(ends).as("ends between blocks").isEqualTo(3);
    }

    private static void breaks(PcapngFile file, String why) {
        assertThatExceptionOfType(CaptureFormatException.class)
                .isThrownBy(() -> frames(file))
                .withMessageContaining(why);
    }

    private static List<CapturedFrame> frames(PcapngFile file) throws IOException {
        try (CaptureReader reader = file.open()) {
            return readAll(reader);
        }
    }

    private static List<CapturedFrame> readAll(CaptureReader reader) throws IOException {
        List<CapturedFrame> frames = new ArrayList<>();
        for (Optional<CapturedFrame> frame = reader.next(); frame.isPresent(); frame = reader.next()) {
            frames.add(frame.get());
        }
        return frames;
    }
}
