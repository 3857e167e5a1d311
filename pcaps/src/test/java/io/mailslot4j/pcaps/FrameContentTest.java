package io.mailslot4j.pcaps;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameContentTest {
    private static final String ADDRESSES = "ffffffffffff" + "020000000001";
    private static final String IPV4 = "0800";
    /** Total length 31, protocol 17, from 10.77.0.20 to 10.77.0.255. */
    private static final String IP_HEADER = "4500001f" + "12340000" + "40110000" + "0a4d0014" + "0a4d00ff";
    /** From port 138 to port 138, length 11. */
    private static final String UDP_HEADER = "008a008a" + "000b0000";

    private static final String PAYLOAD = "aabbcc";
    private static final String IP_PACKET = IP_HEADER + UDP_HEADER + PAYLOAD;
    private static final UdpPacket UDP = new UdpPacket(
            UdpEndpoint.of(Ipv4Address.parse("10.77.0.20"), 138),
            UdpEndpoint.of(Ipv4Address.parse("10.77.0.255"), 138),
            Octets.ofHex(PAYLOAD),
            0);

    @Test
    void findsAUdpPacket() {
        assertThat(content(ADDRESSES + IPV4 + IP_PACKET)).isEqualTo(UDP);
        assertThat(UDP.isCut()).isFalse();
        assertThat(UDP.destination()).hasToString("10.77.0.255:138");
    }

    @ParameterizedTest
    @ValueSource(strings = {"81000001", "88a80001", "91000001", "88a8000181000002", "910000018100000281000003"})
    void looksBehindAnyStackOfVlanTags(String tags) {
        assertThat(content(ADDRESSES + tags + IPV4 + IP_PACKET)).isEqualTo(UDP);
    }

    @Test
    void looksIntoFramesWithASnapHeader() {
        assertThat(content(ADDRESSES + "0027" + "aaaa03000000" + IPV4 + IP_PACKET))
                .isEqualTo(UDP);
    }

    @Test
    void leavesThePaddingOfShortFramesOut() {
        assertThat(content(ADDRESSES + IPV4 + IP_PACKET + "00".repeat(15))).isEqualTo(UDP);
    }

    @Test
    void leavesOutWhatTheUdpLengthDoesNotCover() {
        String shorter = IP_HEADER + "008a008a" + "000a0000" + PAYLOAD;
        assertThat(((UdpPacket) content(ADDRESSES + IPV4 + shorter)).payload()).isEqualTo(Octets.ofHex("aabb"));
    }

    @Test
    void skipsIpOptions() {
        String withOptions = "46000023" + "12340000" + "40110000" + "0a4d0014" + "0a4d00ff" + "94040000";
        assertThat(content(ADDRESSES + IPV4 + withOptions + UDP_HEADER + PAYLOAD))
                .isEqualTo(UDP);
    }

    @Test
    void anEmptyPayloadIsAPayload() {
        String empty = "4500001c" + "12340000" + "40110000" + "0a4d0014" + "0a4d00ff" + "008a008a" + "00080000";
        assertThat(((UdpPacket) content(ADDRESSES + IPV4 + empty)).payload()).isEqualTo(Octets.EMPTY);
    }

    @ParameterizedTest
    @CsvSource({"1, aabb", "3, ''"})
    void tellsHowMuchOfThePayloadIsMissing(int missing, String left) {
        UdpPacket udp = (UdpPacket) content(cut(ADDRESSES + IPV4 + IP_PACKET, missing));
        assertThat(udp.isCut()).isTrue();
        assertThat(udp.missing()).isEqualTo(missing);
        assertThat(udp.payload()).isEqualTo(Octets.ofHex(left));
    }

    @Test
    void tellsFragmentsApart() {
        String first = "45000020" + "12342000" + "40110000" + "0a4d0014" + "0a4d00ff" + UDP_HEADER + "01020304";
        String last = "45000018" + "12340002" + "40110000" + "0a4d0014" + "0a4d00ff" + "05060708";
        IpAddress from = IpAddress.of(Ipv4Address.parse("10.77.0.20"));
        IpAddress to = IpAddress.of(Ipv4Address.parse("10.77.0.255"));
        assertThat(content(ADDRESSES + IPV4 + first))
                .isEqualTo(new UdpFragment(from, to, 0x1234, 0, true, Octets.ofHex(UDP_HEADER + "01020304"), 0));
        assertThat(content(ADDRESSES + IPV4 + last))
                .isEqualTo(new UdpFragment(from, to, 0x1234, 16, false, Octets.ofHex("05060708"), 0));
    }

    @ParameterizedTest
    @CsvSource({
        "0806, not IP",
        "86dd, 'IP version: needs 1 octets, 0 left'",
        "0027424203, 'LLC header: needs 6 octets, 3 left'",
        "0027aaaa030000000806, not IP",
        "0800550000, 'IP version: 5 is not 4 or 6'",
        "0800440000, 'IP header length: 16 is less than 20'",
        "080045000013, 'IP total length: 19 is less than the header of 20'",
        "0800450000, 'IP total length: needs 2 octets, 1 left'",
        "08004500001f1234000040060000" + "0a4d00140a4d00ff, IP protocol 6",
        "08004700001f1234000040110000" + "0a4d00140a4d00ff00000000, 'IP options: needs 8 octets, 4 left'",
        "08004500001f1234000040110000" + "0a4d00140a4d00ff008a008a, 'UDP length: needs 2 octets, 0 left'",
        "08004500001f1234000040110000" + "0a4d00140a4d00ff008a008a0007, 'UDP length: 7 is not 8 to 11'",
        "08004500001f1234000040110000" + "0a4d00140a4d00ff008a008a000c, 'UDP length: 12 is not 8 to 11'"
    })
    void saysWhyAFrameHoldsNoUdpPacket(String behindAddresses, String reason) {
        assertThat(content(ADDRESSES + behindAddresses)).isEqualTo(new NotUdp(reason));
    }

    @Test
    void aFrameOfAnyLengthHasAContent() {
        String frame = ADDRESSES + "81000001" + IPV4 + IP_PACKET;
        for (int cut = 0; cut <= frame.length() / 2; cut++) {
            assertThat(content(cut(frame, cut))).isNotNull();
        }
    }

    private static String cut(String hex, int octets) {
        return hex.substring(0, hex.length() - 2 * octets);
    }

    private static FrameContent content(String hex) {
        Octets octets = Octets.ofHex(hex);
        return FrameContent.of(new CapturedFrame(1, Instant.EPOCH, LinkType.ETHERNET, octets.size(), octets));
    }
}
