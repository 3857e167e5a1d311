package io.mailslot4j.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.cli.Ran;
import io.mailslot4j.cli.captures.CaptureBytes;
import io.mailslot4j.cli.captures.CaptureFiles;
import io.mailslot4j.cli.output.Output;
import io.mailslot4j.cli.output.Streams;
import io.mailslot4j.protocol.Octets;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class ReplayCommandTest {
    private static final String BACKUP_LIST = "../pcaps/captures/backup-list.pcap";

    private DatagramSocket receiver;

    @BeforeEach
    void open() throws SocketException {
        receiver = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void everyDatagramOfACaptureArrivesOctetForOctet() throws IOException {
        Ran ran = replay(BACKUP_LIST, "--speed", "0");
        assertThat(ran.err()).isEqualTo("sent 3 datagrams\n");
        assertThat(ran.out()).isEmpty();
        assertThat(ran.exitCode()).isZero();
        assertThat(received(3)).isEqualTo(datagramsOf(BACKUP_LIST));
    }

    @Test
    void onlyWhatIsWantedIsSent() throws IOException {
        Ran ran = replay(BACKUP_LIST, "--kind", "get-backup-list-response", "--speed", "0");
        assertThat(ran.err()).isEqualTo("sent 2 datagrams\n");
        assertThat(received(2)).isEqualTo(datagramsOf(BACKUP_LIST).subList(1, 3));
    }

    @Test
    void pausesAreKeptOrShortened() throws IOException {
        assertThat(replay("../pcaps/captures/nmbd-boot.pcap", "--speed", "1000", "--slot", "BROWSE")
                        .exitCode())
                .isZero();
        assertThat(received(1)).hasSize(1);
    }

    @Test
    void packetsOfTheNameServiceStay() {
        assertThat(replay("../pcaps/captures/nbstat-tools.pcap", "--speed", "0").err())
                .isEqualTo("sent 0 datagrams\n");
    }

    @Test
    void whatWasCutIsLeftOutAndCounted(@TempDir Path folder) throws IOException {
        byte[] whole = CaptureBytes.of(CaptureBytes.frame(138, Octets.ofHex("11aabbccdd")));
        byte[] cut = Arrays.copyOf(whole, whole.length - 2);
        cut[24 + 11] = (byte) (cut[24 + 11] - 2);
        Path file = Files.write(folder.resolve("cut.pcap"), cut);
        assertThat(replay(file.toString()).err()).isEqualTo("sent 0 datagrams, left out 1 that were cut\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--to=nowhere | 'nowhere' is not an IPv4 address",
                "--to=10.0.0.1:x | 'x' is not a UDP port, 1 to 65535",
                "--to=10.0.0.1:0 | '0' is not a UDP port, 1 to 65535",
                "--to=10.0.0.1:65536 | '65536' is not a UDP port, 1 to 65535",
                "--speed=-1 | --speed: '-1' is not a number of 0 or more",
                "--speed=NaN | 'NaN' is not a number of 0 or more",
                "--speed=fast | 'fast' is not a number of 0 or more"
            })
    void usageErrorsAreToldBeforeAnythingIsSent(String option, String said) {
        Ran ran = Ran.mailslot("replay", BACKUP_LIST, option);
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err().lines()).singleElement().asString().contains(said);
    }

    @Test
    void whatCannotBeReadOrSentIsToldInALine() {
        Ran missing = replay("nowhere.pcap");
        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.err()).isEqualTo("mailslot replay: nowhere.pcap: no such file\nsent 0 datagrams\n");
    }

    @Test
    void theLongestPacketIsSentToo() {
        byte[] huge = CaptureBytes.of(CaptureBytes.frame(138, Octets.zeros(65_507)));
        assertThat(Ran.withStdin(huge, "replay", "-", "--to", "127.0.0.1:" + receiver.getLocalPort())
                        .exitCode())
                .isZero();
    }

    @Test
    void framesAreDueAsTheyWereCaptured() {
        Instant start = Instant.parse("2024-05-01T00:00:00Z");
        Pace twice = new Pace(2);
        assertThat(twice.due(start)).isZero();
        assertThat(twice.due(start.plusMillis(3))).isEqualTo(Duration.ofNanos(1_500_000));
        assertThat(twice.due(start.minusSeconds(5))).isZero();
        assertThat(twice.due(start.plusSeconds(7200))).isEqualTo(Duration.ofHours(1));
        Pace slow = new Pace(0.5);
        slow.due(start);
        assertThat(slow.due(start.plusSeconds(1))).isEqualTo(Duration.ofSeconds(2));
        Pace atOnce = new Pace(0);
        atOnce.due(start);
        assertThat(atOnce.due(start.plusSeconds(1))).isZero();
    }

    private Ran replay(String file, String... options) {
        List<String> args = new ArrayList<>(List.of("replay", file, "--to", "127.0.0.1:" + receiver.getLocalPort()));
        args.addAll(List.of(options));
        return Ran.mailslot(args.toArray(String[]::new));
    }

    private List<Octets> received(int count) throws IOException {
        List<Octets> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
            receiver.receive(packet);
            all.add(Octets.wrap(Arrays.copyOf(packet.getData(), packet.getLength())));
        }
        return all;
    }

    private static List<Octets> datagramsOf(String capture) {
        List<Octets> all = new ArrayList<>();
        Streams streams =
                new Streams(InputStream.nullInputStream(), new Output(OutputStream.nullOutputStream()), System.err);
        assertThat(new CaptureFiles("replay", streams).read(capture, frame -> all.add(frame.payload())))
                .isTrue();
        return all;
    }
}
