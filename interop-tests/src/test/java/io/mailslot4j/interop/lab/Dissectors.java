package io.mailslot4j.interop.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import java.nio.file.Path;
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
     * Checks that both read every question to the name service that comes from one host as we do and without complaint,
     * that Samba writes it back octet for octet, and that we write back every packet of the name service so, whoever
     * sent it.
     *
     * @return the questions
     */
    public static List<Tshark.Question> agreeOnQuestions(Path capture, LabHost sender) {
        List<Tshark.Question> questions = Tshark.dissectQuestions(capture).stream()
                .filter(question -> sender.addresses().contains(question.sender()))
                .toList();
        assertThat(questions).isNotEmpty();
        try (SambaNdr samba = SambaNdr.start()) {
            questions.forEach(question -> agreeOn(question, samba));
        }
        List<Octets> all = Tshark.nameServicePackets(capture);
        assertThat(all)
                .allSatisfy(packet ->
                        assertThat(NameServicePacket.decode(packet).encode()).isEqualTo(packet));
        System.out.printf(
                "%d questions of ours: tshark and Samba read all of them as we do; %d packets of the name service:"
                        + " we write all of them back%n",
                questions.size(), all.size());
        return questions;
    }

    private static void agreeOn(Tshark.Question question, SambaNdr samba) {
        Map<QuestionField, String> ours = QuestionField.read(question.packet());
        assertThat(question.complaints())
                .as("complaints of tshark about %s", question)
                .isEmpty();
        assertThat(question.fields())
                .as("what tshark reads in %s", question.packet())
                .isEqualTo(ours);
        SambaNdr.QuestionReading reading = samba.readQuestion(question.packet());
        assertThat(reading.fields())
                .as("what Samba reads in %s", question.packet())
                .isEqualTo(ours);
        assertThat(reading.writtenBack()).isEqualTo(question.packet());
    }

    /**
     * As {@link #agreeOn(List)}, of everything in a capture that comes from some hosts.
     *
     * @return the packets
     */
    public static List<Tshark.Dissection> agreeOn(Path capture, LabHost... senders) {
        Set<String> addresses = Set.of(senders).stream()
                .flatMap(host -> host.addresses().stream())
                .collect(Collectors.toSet());
        List<Tshark.Dissection> packets = Tshark.dissect(capture).stream()
                .filter(packet -> addresses.contains(packet.sender()))
                .toList();
        agreeOn(packets);
        System.out.printf("%d datagrams of ours: tshark and Samba read all of them as we do%n", packets.size());
        return packets;
    }
}
