package io.mailslot4j.cli.captures;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.pcaps.IpAddress;
import io.mailslot4j.pcaps.UdpEndpoint;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.DatagramFlags;
import io.mailslot4j.protocol.datagram.DatagramHeader;
import io.mailslot4j.protocol.datagram.DatagramType;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaptureStatsTest {
    private static final Instant START = Instant.parse("2024-05-01T10:00:00Z");
    private static final Ipv4Address ADDRESS = Ipv4Address.parse("10.0.0.9");
    private static final UdpEndpoint ENDPOINT = new UdpEndpoint(IpAddress.of(ADDRESS), 138);

    private final CaptureStats stats = new CaptureStats();

    private static DecodedFrame frame(Duration after, String from, String slot, String hex) {
        MailslotWrite write = MailslotWrite.of("\\MAILSLOT\\" + slot, Octets.ofHex(hex));
        NetBiosDatagram datagram = NetBiosDatagram.of(
                new DatagramHeader(DatagramType.DIRECT_GROUP, DatagramFlags.whole(NodeType.B), 1, ADDRESS, 138),
                NetBiosName.of(from, NameSuffix.WORKSTATION),
                NetBiosName.of("GRP", NameSuffix.WORKSTATION),
                write.encode());
        DatagramBody body =
                new DatagramBody(Optional.of(datagram), Optional.of(datagram), Optional.of(write), Optional.empty());
        return new DecodedFrame(1, START.plus(after), ENDPOINT, ENDPOINT, datagram.encode(), 0, body, List.of());
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    private List<String> rows() {
        return stats.text().lines().filter(line -> line.contains("<00> → ")).toList();
    }

    @Test
    void theSameMessageFromTheSameSenderWithinTwoSecondsIsACopy() {
        stats.add(frame(seconds(0), "PC", "LOG", "01"));
        stats.add(frame(seconds(2).minusNanos(1), "PC", "log", "01"));
        assertThat(stats.text()).startsWith("2 frames").contains("1 copies within 2 s");
    }

    @Test
    void afterTwoSecondsItIsANewOne() {
        stats.add(frame(seconds(0), "PC", "LOG", "01"));
        stats.add(frame(seconds(2), "PC", "LOG", "01"));
        assertThat(stats.text()).contains("0 copies within 2 s");
    }

    @Test
    void anotherSenderSlotOrPayloadIsNoCopy() {
        stats.add(frame(seconds(0), "PC", "LOG", "01"));
        stats.add(frame(seconds(0), "PC2", "LOG", "01"));
        stats.add(frame(seconds(0), "PC", "LOG2", "01"));
        stats.add(frame(seconds(0), "PC", "LOG", "02"));
        assertThat(stats.text()).contains("0 copies within 2 s");
    }

    @Test
    void theBusiestComeFirst() {
        stats.add(frame(seconds(0), "PC", "ONCE", "01"));
        stats.add(frame(seconds(0), "PC", "TWICE", "0102"));
        stats.add(frame(seconds(0), "PC", "TWICE", "01020304"));
        assertThat(rows())
                .satisfiesExactly(
                        line -> assertThat(line).contains("TWICE", "2/3/4"),
                        line -> assertThat(line).contains("ONCE", "1/1/1"));
    }

    /** A capture may have any number of names, and memory has not. */
    @Test
    void beyondTenThousandConversationsOthersAreOnlyCounted() {
        for (int i = 0; i < 10_003; i++) {
            stats.add(frame(seconds(0), "PC" + i, "LOG", "01"));
        }
        stats.add(frame(seconds(9), "PC0", "LOG", "01"));
        assertThat(stats.frames()).isEqualTo(10_004);
        assertThat(rows()).hasSize(10_000);
        assertThat(stats.text()).endsWith("3 more messages between others\n");
    }
}
