package io.mailslot4j.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.cli.Ran;
import io.mailslot4j.cli.captures.CaptureBytes;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.browser.AnnouncedSystem;
import io.mailslot4j.protocol.browser.HostAnnouncement;
import io.mailslot4j.protocol.browser.OsVersion;
import io.mailslot4j.protocol.browser.ServerRole;
import io.mailslot4j.protocol.browser.ServerType;
import io.mailslot4j.protocol.datagram.DatagramFlags;
import io.mailslot4j.protocol.datagram.DatagramHeader;
import io.mailslot4j.protocol.datagram.DatagramType;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
    @TempDir
    private Path folder;

    @Test
    void thePageTellsWhatWasFound() throws IOException {
        Path page = folder.resolve("report.html");
        Ran ran = Ran.mailslot("report", "../pcaps/captures/lab-samba-nmbd-a.pcap", "-o", page.toString());
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exitCode()).isZero();
        assertThat(Files.readString(page))
                .startsWith("<!DOCTYPE html>")
                .contains("<td>SMBPDC</td><td>10.77.8.1</td>", "<td>LABDOM</td><td>SMBPDC</td>")
                .contains("6.1 (Windows 7 or Server 2008 R2)", "<svg", "BROWSE", "LANMAN")
                .endsWith("</body></html>\n");
    }

    @Test
    void aPageIsNotReplacedWhenNothingCouldBeRead() throws IOException {
        Path page = Files.writeString(folder.resolve("report.html"), "of yesterday");
        Ran ran = Ran.mailslot("report", folder.resolve("typo.pcap").toString(), "-o", page.toString());
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("typo.pcap: no such file");
        assertThat(page).hasContent("of yesterday");
    }

    @Test
    void aHyphenIsStandardOutput() {
        Ran ran = Ran.mailslot("report", "../pcaps/captures/nmbd-boot.pcap", "-o", "-");
        assertThat(ran.out()).startsWith("<!DOCTYPE html>").endsWith("</body></html>\n");
    }

    @Test
    void thePageStandsAlone() {
        String page = Ran.mailslot("report", "../pcaps/captures/nmbd-boot.pcap").out();
        assertThat(page).doesNotContain("<script", "http:", "https:", "src=", "href=", "url(");
    }

    @Test
    void malformedFramesAreListed() {
        assertThat(Ran.mailslot("report", "../pcaps/captures/synthetic-types-a.pcap")
                        .out())
                .contains("<td>9</td>", "message type at offset 0: 0x17");
    }

    @Test
    void whatComesFromTheNetworkIsNoMarkup() {
        HostAnnouncement announcement = HostAnnouncement.of(
                0,
                "<B>&'\"",
                AnnouncedSystem.of(new OsVersion(6, 1), ServerType.of(ServerRole.NT)),
                "<script>alert(1)</script>\u001b");
        NetBiosDatagram datagram = NetBiosDatagram.of(
                new DatagramHeader(DatagramType.DIRECT_GROUP, DatagramFlags.whole(NodeType.B), 1, Ipv4Address.ANY, 138),
                NetBiosName.of("<I>", NameSuffix.WORKSTATION),
                NetBiosName.of("<U>", NameSuffix.WORKSTATION),
                MailslotWrite.of("\\MAILSLOT\\BROWSE", announcement.encode()).encode());
        byte[] capture = CaptureBytes.of(CaptureBytes.frame(138, datagram.encode()));
        assertThat(Ran.withStdin(capture, "report", "-").out())
                .doesNotContain("<script", "<I>", "<B>", "<U>", "\u001b")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;\\x1b", "&lt;B&gt;&amp;&#39;&quot;", "&lt;I&gt;");
    }

    @Test
    void aCaptureWithNothingForUsIsAPageToo() {
        String page = Ran.withStdin(CaptureBytes.of(CaptureBytes.frame(53, Octets.ofHex("00"))), "report", "-")
                .out();
        assertThat(page).contains("0 frames").contains("None.").doesNotContain("<h2>Timeline");
    }

    @Test
    void aFileThatCannotBeReadIsAFailure() {
        Ran ran = Ran.mailslot("report", folder.resolve("none").toString());
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("mailslot report: ").contains("no such file");
    }

    @Test
    void aPageThatCannotBeWrittenIsAFailure() {
        Path nowhere = folder.resolve("none/page.html");
        Ran ran = Ran.mailslot("report", "../pcaps/captures/getdc.pcap", "-o", nowhere.toString());
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).isEqualTo("mailslot report: cannot write " + nowhere + ": no such folder\n");
    }

    @Test
    void timelinesGrowWiderInsteadOfLonger() {
        Timeline timeline = new Timeline();
        Instant start = Instant.parse("2024-05-01T00:00:00Z");
        for (int i = 0; i < 1000; i++) {
            timeline.add(start.plusSeconds(i));
        }
        assertThat(timeline.span()).isEqualTo(Duration.ofSeconds(8));
        assertThat(timeline.size()).isEqualTo(125);
        assertThat(timeline.start()).isEqualTo(start);
        assertThat(timeline.end()).isEqualTo(start.plusSeconds(1000));
        assertThat(timeline.count(0)).isEqualTo(8);
        assertThat(timeline.most()).isEqualTo(8);
        timeline.add(start.plus(Duration.ofDays(10_000)));
        timeline.add(start.minus(Duration.ofDays(10_000)));
        assertThat(timeline.size()).isLessThanOrEqualTo(240);
    }
}
