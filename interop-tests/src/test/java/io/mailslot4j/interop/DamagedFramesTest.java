package io.mailslot4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.interop.lab.DatagramField;
import io.mailslot4j.interop.lab.NamePacketField;
import io.mailslot4j.interop.lab.NeedsPeers;
import io.mailslot4j.interop.lab.Peer;
import io.mailslot4j.interop.lab.Tshark;
import io.mailslot4j.pcaps.CaptureReader;
import io.mailslot4j.pcaps.CaptureWriter;
import io.mailslot4j.pcaps.CapturedFrame;
import io.mailslot4j.pcaps.FrameContent;
import io.mailslot4j.pcaps.LinkType;
import io.mailslot4j.pcaps.UdpEndpoint;
import io.mailslot4j.pcaps.UdpPacket;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.DatagramMessage;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import io.mailslot4j.protocol.payload.PayloadKind;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Frames of our captures, damaged: whatever they are now, we read them or refuse them, in time, and write back what we read. What
 * both we and tshark read says the same to both where it must. How many frames there are is the system property
 * {@code mailslot4j.damaged}.
 */
@NeedsPeers(Peer.TSHARK)
class DamagedFramesTest {
    private static final int FRAMES = Integer.getInteger("mailslot4j.damaged", 4_000);
    private static final int FRAMES_OF_A_FILE = 5_000;
    private static final int DATAGRAM_PORT = 138;
    private static final int NAME_PORT = 137;
    /** Where these stand does not depend on what is damaged. Others may: text is shown otherwise, lengths judged otherwise. */
    private static final Set<DatagramField> FIRM = EnumSet.of(
            DatagramField.TYPE,
            DatagramField.FLAGS,
            DatagramField.ID,
            DatagramField.SOURCE_ADDRESS,
            DatagramField.SOURCE_PORT,
            DatagramField.COMMAND,
            DatagramField.SMB_FLAGS,
            DatagramField.SMB_FLAGS2,
            DatagramField.TID,
            DatagramField.UID,
            DatagramField.MID);

    private static final Set<NamePacketField> FIRM_OF_NAMES = EnumSet.of(
            NamePacketField.ID,
            NamePacketField.QUESTIONS,
            NamePacketField.ANSWERS,
            NamePacketField.AUTHORITIES,
            NamePacketField.ADDITIONAL,
            NamePacketField.TYPE,
            NamePacketField.CLASS,
            NamePacketField.TTL);

    @TempDir
    private Path folder;

    private final Map<String, Integer> counts = new TreeMap<>();

    @Test
    void datagrams() throws IOException {
        compare(DATAGRAM_PORT);
    }

    @Test
    void namePackets() throws IOException {
        compare(NAME_PORT);
    }

    private void compare(int port) throws IOException {
        Damage damage = new Damage(packetsOn(port), port);
        int left = FRAMES / 2;
        while (left > 0) {
            List<Octets> packets = Stream.generate(damage::next)
                    .limit(Math.min(left, FRAMES_OF_A_FILE))
                    .toList();
            left -= packets.size();
            Path capture = write(packets, port);
            List<Octets> theirs = port == DATAGRAM_PORT ? compareDatagrams(capture) : compareNamePackets(capture);
            assertThat(theirs).isEqualTo(packets);
        }
        System.out.println(FRAMES / 2 + " damaged packets on UDP " + port + ": " + counts);
        assertThat(counts).containsKeys("both read it", "neither reads it");
    }

    private List<Octets> compareDatagrams(Path capture) {
        return Tshark.dissect(capture).stream()
                .map(theirs -> {
                    Optional<Map<DatagramField, String>> ours = readDatagram(theirs.packet());
                    boolean whole = !theirs.fields().get(DatagramField.COMMAND).isEmpty();
                    count(
                            theirs.packet(),
                            ours.isPresent(),
                            whole && !theirs.complaints().contains("Malformed"),
                            ours.map(o -> differences(o, theirs.fields())).orElse(Set.of()),
                            FIRM);
                    return theirs.packet();
                })
                .toList();
    }

    private List<Octets> compareNamePackets(Path capture) {
        return Tshark.dissectNames(capture).stream()
                .map(theirs -> {
                    Optional<Map<NamePacketField, String>> ours = readNamePacket(theirs.packet());
                    count(
                            theirs.packet(),
                            ours.isPresent(),
                            !theirs.complaints().contains("Malformed"),
                            ours.map(o -> differences(o, theirs.fields())).orElse(Set.of()),
                            FIRM_OF_NAMES);
                    return theirs.packet();
                })
                .toList();
    }

    private <F extends Enum<F>> void count(
            Octets packet, boolean ours, boolean theirs, Set<F> differences, Set<F> firm) {
        String what = ours && theirs
                ? "both read it"
                : ours ? "only we read it" : theirs ? "only tshark reads it" : "neither reads it";
        counts.merge(what, 1, Integer::sum);
        if (ours && theirs) {
            assertThat(differences).as("where %s is read otherwise", packet).doesNotContainAnyElementsOf(firm);
            counts.merge(differences.isEmpty() ? "all fields alike" : "fields differ", 1, Integer::sum);
        }
    }

    /** The fields that tshark shows and reads otherwise. */
    private static <F extends Enum<F>> Set<F> differences(Map<F, String> ours, Map<F, String> theirs) {
        return theirs.keySet().stream()
                .filter(field -> !theirs.get(field).equals(ours.get(field)))
                .collect(Collectors.toSet());
    }

    private static Optional<Map<DatagramField, String>> readDatagram(Octets packet) {
        try {
            DatagramMessage message = DatagramMessage.decode(packet);
            assertThat(message.encode()).isEqualTo(packet);
            if (!(message instanceof NetBiosDatagram datagram)) {
                return Optional.empty();
            }
            MailslotWrite write = MailslotWrite.decode(datagram);
            assertThat(write.encode()).isEqualTo(datagram.userData());
            readPayload(write);
            return Optional.of(DatagramField.read(packet));
        } catch (MalformedPacketException refused) {
            assertThat(refused.offset()).isBetween(0, packet.size());
            return Optional.empty();
        }
    }

    private static void readPayload(MailslotWrite write) {
        try {
            assertThat(PayloadKind.decode(write).encode()).isEqualTo(write.data());
        } catch (MalformedPacketException refused) {
            assertThat(refused.offset()).isBetween(0, write.data().size());
        }
    }

    private static Optional<Map<NamePacketField, String>> readNamePacket(Octets packet) {
        try {
            assertThat(NameServicePacket.decode(packet).encode()).isEqualTo(packet);
            return Optional.of(NamePacketField.read(packet));
        } catch (MalformedPacketException refused) {
            assertThat(refused.offset()).isBetween(0, packet.size());
            return Optional.empty();
        }
    }

    private Path write(List<Octets> packets, int port) throws IOException {
        Path capture = folder.resolve("damaged.pcap");
        UdpEndpoint from = UdpEndpoint.of(Ipv4Address.parse("10.77.0.10"), port);
        UdpEndpoint to = UdpEndpoint.of(Ipv4Address.parse("10.77.0.20"), port);
        try (CaptureWriter writer =
                CaptureWriter.pcap(new BufferedOutputStream(Files.newOutputStream(capture)), LinkType.RAW)) {
            long number = 0;
            for (Octets packet : packets) {
                number++;
                Instant time = Instant.EPOCH.plusSeconds(number * 10);
                writer.write(CapturedFrame.of(number, time, new UdpPacket(from, to, packet, 0)));
            }
        }
        return capture;
    }

    private static List<Octets> packetsOn(int port) throws IOException {
        List<Octets> packets = new ArrayList<>();
        try (Stream<Path> captures = Files.list(Path.of("../pcaps/captures"))) {
            for (Path capture : captures.filter(path -> path.toString().endsWith(".pcap"))
                    .sorted()
                    .toList()) {
                try (CaptureReader reader = CaptureReader.open(Files.newInputStream(capture))) {
                    for (Optional<CapturedFrame> frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                        if (FrameContent.of(frame.get()) instanceof UdpPacket udp
                                && udp.destination().port() == port) {
                            packets.add(udp.payload());
                        }
                    }
                }
            }
        }
        return packets;
    }
}
