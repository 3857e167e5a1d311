package io.mailslot4j.pcaps;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.protocol.Octets;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 8200. */
class Ipv6PacketTest {
    private static final String FROM = "20010db8000000000000000000000001";
    private static final String TO = "ff020000000000000000000000000001";
    private static final String DATAGRAM = "008a008a" + "000b0000" + "aabbcc";

    @Test
    void findsAUdpPacket() {
        UdpPacket udp = (UdpPacket) content(17, DATAGRAM);
        assertThat(udp.payload()).isEqualTo(Octets.ofHex("aabbcc"));
        assertThat(udp.source()).hasToString("[2001:db8::1]:138");
        assertThat(udp.destination()).hasToString("[ff02::1]:138");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1100" + "010400000000", // hop-by-hop options
        "43, 1101" + "000000000000" + "0000000000000000", // routing
        "60, 1100" + "010400000000", // destination options
        "51, 1104" + "0000000000000000000000000000000000000000" + "0000", // authentication
        "0, 3c00" + "010400000000" + "1100" + "010400000000", // two of them
        "44, 1100" + "0000" + "00000007" // a fragment header around a whole packet
    })
    void looksBehindExtensionHeaders(int first, String headers) {
        assertThat(((UdpPacket) content(first, headers + DATAGRAM)).payload()).isEqualTo(Octets.ofHex("aabbcc"));
    }

    @Test
    void tellsFragments() {
        assertThat(content(44, "1100" + "0009" + "fffffff7" + "0102030405060708"))
                .isEqualTo(new UdpFragment(
                        new IpAddress(Octets.ofHex(FROM)),
                        new IpAddress(Octets.ofHex(TO)),
                        0xFFFFFFF7L,
                        8,
                        true,
                        Octets.ofHex("0102030405060708"),
                        0));
    }

    @Test
    void tellsHowMuchIsMissing() {
        String whole = packet(17, DATAGRAM);
        UdpPacket udp = (UdpPacket) content(whole.substring(0, whole.length() - 4));
        assertThat(udp.missing()).isEqualTo(2);
    }

    @Test
    void otherProtocolsAreNotUdp() {
        assertThat(content(58, "80000000")).isEqualTo(new NotUdp("IP protocol 58"));
        assertThat(content(0, "11ff" + "00".repeat(6)))
                .isEqualTo(new NotUdp("IPv6 extension header: needs 2046 octets, 6 left"));
    }

    @ParameterizedTest
    @CsvSource({
        "00000000000000000000000000000000, ::",
        "00000000000000000000000000000001, ::1",
        "fe800000000000000000000000000000, fe80::",
        "20010db80000000100010001000000ff, 2001:db8:0:1:1:1:0:ff",
        "20010db8000000000001000000000001, 2001:db8::1:0:0:1",
        "20010000000000010000000000000001, 2001:0:0:1::1"
    })
    void addressesAreWrittenAsRfc5952Says(String hex, String text) {
        assertThat(new IpAddress(Octets.ofHex(hex))).hasToString(text);
    }

    private static FrameContent content(int next, String payload) {
        return content(packet(next, payload));
    }

    private static String packet(int next, String payload) {
        return String.format(Locale.ROOT, "60000000%04x%02x40", payload.length() / 2, next) + FROM + TO + payload;
    }

    private static FrameContent content(String hex) {
        Octets octets = Octets.ofHex(hex);
        return FrameContent.of(new CapturedFrame(1, Instant.EPOCH, LinkType.IPV6, octets.size(), octets));
    }
}
