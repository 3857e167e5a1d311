package io.mailslot4j.interop.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.protocol.nameservice.NameServicePacket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Two programs that read packets, and know nothing of us: tshark and Samba. */
public final class Dissectors {
    private Dissectors() {}

    /** Checks that both read every packet as we do and without complaint. */
    public static List<SambaNdr.Reading> readAlike(List<Tshark.Dissection> packets) {
        assertThat(packets).isNotEmpty();
        try (SambaNdr samba = SambaNdr.start()) {
            return packets.stream().map(packet -> readAlike(packet, samba)).toList();
        }
    }

    private static SambaNdr.Reading readAlike(Tshark.Dissection packet, SambaNdr samba) {
        Map<DatagramField, String> ours = DatagramField.read(packet.packet());
        assertThat(packet.complaints())
                .as("complaints of tshark about %s", packet)
                .isEmpty();
        assertThat(ours).as("what tshark reads in %s", packet.packet()).containsAllEntriesOf(packet.fields());
        SambaNdr.Reading reading = samba.read(packet.packet());
        assertThat(reading.fields())
                .as("what Samba reads in %s", packet.packet())
                .isEqualTo(ours);
        return reading;
    }

    /** As {@link #readAlike}, and that Samba writes every packet back octet for octet. */
    public static void agreeOn(List<Tshark.Dissection> packets) {
        assertThat(readAlike(packets))
                .extracting(SambaNdr.Reading::writtenBack)
                .isEqualTo(packets.stream().map(Tshark.Dissection::packet).toList());
    }

    /**
     * Checks that both read every packet of the name service that comes from some hosts as we do and without complaint,
     * that Samba writes it back octet for octet, and that we write back every packet of the name service so, whoever
     * sent it.
     *
     * @return the packets of those hosts
     */
    public static List<Tshark.NamePacket> agreeOnNames(Path capture, LabHost... senders) {
        Set<String> addresses = addresses(senders);
        List<Tshark.NamePacket> all = Tshark.dissectNames(capture);
        List<Tshark.NamePacket> packets = all.stream()
                .filter(packet -> addresses.contains(packet.sender()))
                .toList();
        assertThat(packets).isNotEmpty();
        try (SambaNdr samba = SambaNdr.start()) {
            packets.forEach(packet -> agreeOn(packet, samba));
        }
        assertThat(all)
                .extracting(Tshark.NamePacket::packet)
                .allSatisfy(packet ->
                        assertThat(NameServicePacket.decode(packet).encode()).isEqualTo(packet));
        System.out.printf(
                "%d packets of ours of the name service: tshark and Samba read all of them as we do; we write back all"
                        + " %d%n",
                packets.size(), all.size());
        return packets;
    }

    private static void agreeOn(Tshark.NamePacket packet, SambaNdr samba) {
        Map<NamePacketField, String> ours = NamePacketField.read(packet.packet());
        assertThat(packet.complaints())
                .as("complaints of tshark about %s", packet)
                .isEmpty();
        assertThat(packet.fields())
                .as("what tshark reads in %s", packet.packet())
                .isEqualTo(ours);
        SambaNdr.NameReading reading = samba.readName(packet.packet());
        assertThat(reading.fields())
                .as("what Samba reads in %s", packet.packet())
                .isEqualTo(ours);
        assertThat(reading.writtenBack()).isEqualTo(packet.packet());
    }

    private static Set<String> addresses(LabHost... hosts) {
        return Arrays.stream(hosts).flatMap(host -> host.addresses().stream()).collect(Collectors.toSet());
    }

    /**
     * As {@link #agreeOn(List)}, of everything in a capture that comes from some hosts.
     *
     * @return the packets
     */
    public static List<Tshark.Dissection> agreeOn(Path capture, LabHost... senders) {
        Set<String> addresses = addresses(senders);
        List<Tshark.Dissection> packets = Tshark.dissect(capture).stream()
                .filter(packet -> addresses.contains(packet.sender()))
                .toList();
        agreeOn(packets);
        System.out.printf("%d datagrams of ours: tshark and Samba read all of them as we do%n", packets.size());
        return packets;
    }
}
