package io.mailslot4j.cli.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailslot4j.cli.Ran;
import io.mailslot4j.cli.names.NamePackets;
import io.mailslot4j.cli.names.NamePeer;
import io.mailslot4j.cli.output.FailedException;
import io.mailslot4j.pcaps.CaptureReader;
import io.mailslot4j.pcaps.CapturedFrame;
import io.mailslot4j.pcaps.FrameContent;
import io.mailslot4j.pcaps.UdpPacket;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.DatagramMessage;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import io.mailslot4j.protocol.nameservice.NameServicePacketKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --capture}: what a command sent and saw is in the file. */
@Timeout(30)
class CaptureOptionTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"sent.pcap", "sent.PcapNg", "sent"})
    void whatPutSendsIsInTheFile(String name) throws IOException {
        Path file = folder.resolve(name);
        try (DatagramSocket receiver = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            Ran ran = put("b\na\n", receiver, file);
            assertThat(ran.err()).isEmpty();
            assertThat(ran.exitCode()).isZero();
            List<UdpPacket> seen = packetsIn(file);
            assertThat(seen).extracting(CaptureOptionTest::text).containsExactly("b", "a");
            DatagramPacket arrived = new DatagramPacket(new byte[1500], 1500);
            receiver.receive(arrived);
            UdpPacket first = seen.get(0);
            assertThat(first.payload().toArray()).isEqualTo(Arrays.copyOf(arrived.getData(), arrived.getLength()));
            assertThat(first.source().toString()).isEqualTo("127.0.0.1:" + arrived.getPort());
            assertThat(first.destination().toString()).isEqualTo("127.0.0.1:" + receiver.getLocalPort());
        }
        assertThat(Files.readAllBytes(file)[0] == 0x0A).as("pcapng").isEqualTo(name.equals("sent.PcapNg"));
    }

    private static Ran put(String lines, DatagramSocket receiver, Path file) {
        return Ran.withStdin(
                lines.getBytes(StandardCharsets.UTF_8),
                "put",
                "//HERE@127.0.0.1/mailslot/X",
                "--interface=127.0.0.1",
                "--remote-port=" + receiver.getLocalPort(),
                "--capture=" + file);
    }

    @Test
    void aReaderKeepsWhatItDropsToo() throws Exception {
        Path sent = folder.resolve("sent.pcap");
        Path seen = folder.resolve("seen.pcapng");
        String port;
        try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            port = Integer.toString(free.getLocalPort());
        }
        Thread sender = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                for (String slot : List.of("NOBODYREADS", "TEST")) {
                    Ran.mailslot(
                            "put",
                            "//HERE@127.0.0.1/mailslot/" + slot,
                            slot,
                            "--alone",
                            "--interface=127.0.0.1",
                            "--remote-port=" + port,
                            "--capture=" + sent);
                }
            }
        });
        sender.start();
        try {
            Ran ran = Ran.mailslot(
                    "get",
                    "TEST",
                    "--count=3",
                    "--alone",
                    "--computer-name=HERE",
                    "--interface=127.0.0.1",
                    "--listen-port=" + port,
                    "--capture=" + seen);
            assertThat(ran.err()).isEmpty();
        } finally {
            sender.interrupt();
            sender.join();
        }
        assertThat(packetsIn(seen)).extracting(CaptureOptionTest::text).contains("TEST", "NOBODYREADS");
        assertThat(packetsIn(seen))
                .extracting(packet -> packet.destination().toString())
                .containsOnly("0.0.0.0:" + port);
        assertThat(packetsIn(sent)).hasSize(1);
    }

    @Test
    void lookupKeepsQuestionAndAnswer() throws IOException {
        Path file = folder.resolve("lookup.pcapng");
        try (NamePeer peer = new NamePeer(query -> List.of(NamePackets.positive(query, false, "10.0.0.7")))) {
            Ran ran = Ran.mailslot(
                    "lookup",
                    "FRED",
                    "--node-type=P",
                    "--wins=127.0.0.1",
                    "--name-port=" + peer.port(),
                    "--interface=127.0.0.1",
                    "--no-dns",
                    "--capture=" + file);
            assertThat(ran.exitCode()).isZero();
            List<UdpPacket> seen = packetsIn(file);
            assertThat(seen)
                    .extracting(
                            packet -> NameServicePacket.decode(packet.payload()).kind())
                    .startsWith(
                            NameServicePacketKind.NAME_QUERY_REQUEST,
                            NameServicePacketKind.POSITIVE_NAME_QUERY_RESPONSE);
            assertThat(seen.get(0).source().address().toString()).isEqualTo("127.0.0.1");
            assertThat(seen.get(0).destination().toString()).isEqualTo("127.0.0.1:" + peer.port());
            assertThat(seen.get(1).source()).isEqualTo(seen.get(0).destination());
        }
    }

    @Test
    void whoCannotWriteTheFileSendsNothing() throws IOException {
        try (DatagramSocket receiver = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            Path file = folder.resolve("none/x.pcap");
            Ran ran = put("a\n", receiver, file);
            assertThat(ran.exitCode()).isEqualTo(1);
            assertThat(ran.err()).isEqualTo("mailslot put: cannot write the capture " + file + ": no such folder\n");
            assertThat(put("a\n", receiver, folder).err()).endsWith("Is a directory\n");
            // Had anything been sent before, it would arrive first.
            assertThat(put("b\n", receiver, folder.resolve("x.pcap")).exitCode())
                    .isZero();
            DatagramPacket first = new DatagramPacket(new byte[1500], 1500);
            receiver.receive(first);
            Octets octets = Octets.wrap(Arrays.copyOf(first.getData(), first.getLength()));
            assertThat(text(octets)).isEqualTo("b");
        }
    }

    @Test
    void aCaptureThatBreaksOffIsAFailure() throws IOException {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void write(byte[] octets) throws IOException {
                if (octets.length > 24) {
                    write(0);
                }
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        CaptureFile capture = new CaptureFile(
                "x.pcap",
                Optional.of(CaptureFile.writer(Path.of("x.pcap"), full)),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 138);
        capture.seen(any, any, Octets.EMPTY);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("mailslot: the capture x.pcap ends here: No space left on device");
        err.reset();
        capture.seen(any, any, Octets.EMPTY);
        assertThat(err.size()).isZero();
        assertThatThrownBy(capture::close)
                .isInstanceOf(FailedException.class)
                .hasMessage("the capture x.pcap is not complete: No space left on device");
    }

    private static String text(UdpPacket packet) {
        return text(packet.payload());
    }

    private static String text(Octets packet) {
        NetBiosDatagram datagram = (NetBiosDatagram) DatagramMessage.decode(packet);
        return MailslotWrite.decode(datagram.userData()).data().text(StandardCharsets.UTF_8);
    }

    private static List<UdpPacket> packetsIn(Path file) throws IOException {
        List<UdpPacket> packets = new ArrayList<>();
        try (CaptureReader reader = CaptureReader.open(Files.newInputStream(file))) {
            for (Optional<CapturedFrame> frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                packets.add((UdpPacket) FrameContent.of(frame.get()));
            }
        }
        return packets;
    }
}
