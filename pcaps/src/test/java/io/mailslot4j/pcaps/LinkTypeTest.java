package io.mailslot4j.pcaps;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same UDP packet behind the headers of each kind of link, as the tcpdump registry describes them. */
class LinkTypeTest {
    private static final UdpPacket UDP = new UdpPacket(
            UdpEndpoint.of(Ipv4Address.parse("10.77.0.20"), 137),
            UdpEndpoint.of(Ipv4Address.parse("10.77.0.255"), 137),
            Octets.ofHex("aabbcc"),
            0);
    private static final String ADDRESSES = "020000000001".repeat(3);
    private static final String SNAP = "aaaa03000000";

    @ParameterizedTest
    @CsvSource({
        "0, 02000000",
        "0, 00000002",
        "0, 18000000", // IPv6 at NetBSD and OpenBSD; the packet itself says what it is
        "0, 1c000000", // at FreeBSD
        "0, 1e000000", // at macOS
        "0, 17000000", // at Windows
        "0, 0a000000", // at Linux
        "108, 0000001e",
        "1, ffffffffffff0200000000010800",
        "1, ffffffffffff0200000000018864110000010021" + "0021",
        "9, 0021",
        "9, 21",
        "9, ff030021",
        "9, ff0321",
        "50, 0f000800",
        "50, 8f000800",
        "12, ''",
        "14, ''",
        "101, ''",
        "228, ''",
        "108, 00000002",
        "113, 000000010006020000000001" + "0000" + "0800",
        "113, 000000010006020000000001" + "0000" + "810000050800",
        "276, 0800" + "0000" + "00000002" + "0001" + "00" + "06" + "0200000000010000",
        "276, 8100" + "0000" + "00000002" + "0001" + "00" + "06" + "0200000000010000" + "00050800"
    })
    void findsThePacket(int linkType, String header) {
        assertThat(content(linkType, header + UDP.toIpPacket())).isEqualTo(UDP);
    }

    @ParameterizedTest
    @CsvSource({
        "0801, 0000, ''", // data to the access point
        "0802, 0000, ''", // from it
        "0803, 0000, 020000000009", // between access points, four addresses
        "8801, 0000, 0000", // quality of service
        "8881, 0000, 000000000000", // that and HT control
        "1801, 0000, ''" // with an acknowledgement of old
    })
    void findsThePacketInWirelessData(String control, String sequence, String more) {
        String frame = control + "0000" + ADDRESSES + sequence + more + SNAP + "0800" + UDP.toIpPacket();
        assertThat(content(105, frame)).isEqualTo(UDP);
        assertThat(content(127, "00000a00" + "000000000000" + frame)).isEqualTo(UDP);
    }

    /** As radiotap.org says; tshark 4.0.17 finds the same packet in each. */
    @ParameterizedTest
    @CsvSource({
        "00000900" + "02000000" + "20, 8800, 0000" + "0000", // 26 octets
        "00000900" + "02000000" + "20, 0803, 020000000009" + "0000", // 30
        "00000900" + "02000000" + "20, 8881, 0000" + "00000000" + "0000", // 30
        "00000900" + "02000000" + "20, 0801, ''", // 24 need none
        "00000900" + "02000000" + "00, 8800, 0000", // and without the flag there is none
        "00001100" + "03000000" + "000000000000000020, 8800, 0000" + "0000", // behind a time
        "00000d00" + "02000080" + "0000000020, 8800, 0000" + "0000", // behind another word of what is there
        "00001900" + "03000080" + "00000000" + "00000000" + "000000000000000020, 8800, 0000"
                + "0000" // and a time at 16
    })
    void findsThePacketBehindPaddingThatRadiotapTellsOf(String radiotap, String control, String more) {
        String frame = control + "0000" + ADDRESSES + "0000" + more + SNAP + "0800" + UDP.toIpPacket();
        assertThat(content(127, radiotap + frame)).isEqualTo(UDP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8000" + "0000" + "0000", // a beacon
                "4801" + "0000" + "0000", // no data
                "0841" + "0000" + "0000", // encrypted
                "0805" + "0000" + "0000", // in pieces
                "0801" + "0000" + "0100" // the second piece
            })
    void leavesOtherWirelessFramesAlone(String headers) {
        String frame = headers.substring(0, 8) + ADDRESSES + headers.substring(8) + SNAP + "0800" + UDP.toIpPacket();
        assertThat(content(105, frame)).isEqualTo(new NotUdp("not IP"));
    }

    @Test
    void aggregatesOfWirelessFramesAreLeftAlone() {
        String frame = "8801" + "0000" + ADDRESSES + "0000" + "8000" + SNAP + "0800" + UDP.toIpPacket();
        assertThat(content(105, frame)).isEqualTo(new NotUdp("not IP"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 07000000, not IP",
        "0, 020000, 'address family: needs 4 octets, 3 left'",
        "9, c021, not IP",
        "113, 00000001000602000000000100000806, not IP",
        "127, 00000700, 'radiotap length: 7 is less than 8'",
        "127, 0000080002000000, 'radiotap flags: needs 1 octets, 0 left'",
        "127, 0000ff00, 'radiotap header: needs 251 octets, 0 left'",
        "147, 00, link type 147"
    })
    void saysWhatIsThereInstead(int linkType, String frame, String reason) {
        assertThat(content(linkType, frame)).isEqualTo(new NotUdp(reason));
    }

    @Test
    void everyOctetMayBeMissing() {
        for (int type : new int[] {0, 1, 9, 12, 14, 50, 101, 105, 108, 113, 127, 228, 229, 276}) {
            assertThat(new LinkType(type).isRead()).isTrue();
            IntStream.range(0, 80).forEach(size -> {
                CapturedFrame zeros = new CapturedFrame(1, Instant.EPOCH, new LinkType(type), size, Octets.zeros(size));
                assertThat(FrameContent.of(zeros)).isNotNull();
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"47, GRE", "4, IP-in-IP", "41, IP-in-IP", "115, L2TP"})
    void tunnelsAreNotLookedInto(String protocol, String name) {
        String header =
                "4500001f" + "00000000" + "40" + String.format(Locale.ROOT, "%02x", Integer.valueOf(protocol)) + "0000";
        assertThat(content(101, header + "0a4d0014" + "0a4d00ff" + "00".repeat(11)))
                .isEqualTo(new Tunnel(name));
    }

    @Test
    void packetsOnThePortOfL2tpAreTunnels() {
        UdpPacket l2tp = new UdpPacket(UdpEndpoint.of(Ipv4Address.ANY, 1701), UDP.destination(), UDP.payload(), 0);
        assertThat(content(101, l2tp.toIpPacket().toHex())).isEqualTo(new Tunnel("L2TP"));
    }

    private static FrameContent content(int linkType, String hex) {
        Octets octets = Octets.ofHex(hex);
        return FrameContent.of(new CapturedFrame(1, Instant.EPOCH, new LinkType(linkType), octets.size(), octets));
    }
}
