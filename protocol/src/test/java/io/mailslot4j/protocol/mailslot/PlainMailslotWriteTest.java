package io.mailslot4j.protocol.mailslot;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.DatagramMessage;
import io.mailslot4j.protocol.datagram.GoldenDatagrams;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlainMailslotWriteTest {
    private static final int NAMES_WITHOUT_SCOPE = 82;
    private static final List<Octets> WRITES = List.of(
            GoldenDatagrams.DEMO1,
            GoldenDatagrams.HOST_ANNOUNCEMENT,
            GoldenDatagrams.BACKUP_LIST_REQUEST,
            GoldenDatagrams.SAM_RESPONSE);

    private final PlainMailslotWrite plain = new PlainMailslotWrite(2048);

    @Test
    void readsWhatWasRecorded() {
        WRITES.forEach(packet -> assertThat(readsAsTheOthersDo(packet)).isTrue());
    }

    @Test
    void leavesOtherPacketsToOthers() {
        assertThat(readsAsTheOthersDo(GoldenDatagrams.QUERY)).isFalse();
        assertThat(readsAsTheOthersDo(GoldenDatagrams.ERROR)).isFalse();
        assertThat(readsAsTheOthersDo(Octets.EMPTY)).isFalse();
    }

    @Test
    void readsEveryChangedPacketAsTheOthersDoOrNotAtAll() {
        Random random = new Random(1);
        int read = 0;
        for (int i = 0; i < 60_000; i++) {
            byte[] packet = WRITES.get(i % WRITES.size()).toArray();
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                packet[random.nextInt(packet.length)] = (byte) random.nextInt();
            }
            Octets changed = Octets.wrap(packet);
            boolean cut = random.nextInt(4) == 0;
            read += readsAsTheOthersDo(cut ? changed.slice(0, random.nextInt(packet.length)) : changed) ? 1 : 0;
        }
        assertThat(read).isGreaterThan(3_000);
    }

    /** Whether it is read at all. */
    private boolean readsAsTheOthersDo(Octets packet) {
        // What was there before must not matter.
        Arrays.fill(plain.buffer(), (byte) 'A');
        packet.copyTo(plain.buffer(), 0);
        boolean read = plain.read(packet.size());
        Optional<NetBiosDatagram> datagram = wholeDatagram(packet);
        Optional<MailslotWrite> write = datagram.flatMap(PlainMailslotWriteTest::write);
        assertThat(read).as("%s", packet).isEqualTo(write.isPresent());
        if (write.isPresent() && datagram.isPresent()) {
            assertThat(plain.type()).isEqualTo(datagram.get().header().type());
            assertThat(plain.id()).isEqualTo(datagram.get().header().id());
            assertThat(plain.source()).isEqualTo(datagram.get().source());
            assertThat(plain.destination()).isEqualTo(datagram.get().destination());
            assertThat(plain.slot()).isEqualTo(write.get().slot()).hasSize(plain.slotSize());
            assertThat(plain.buffer()[plain.slotStart()]).isEqualTo((byte) '\\');
            assertThat(plain.data()).isEqualTo(write.get().data());
            assertThat(plain.dataSize()).isEqualTo(write.get().data().size());
        }
        return read;
    }

    private static Optional<NetBiosDatagram> wholeDatagram(Octets packet) {
        try {
            return Optional.of(DatagramMessage.decode(packet))
                    .filter(NetBiosDatagram.class::isInstance)
                    .map(NetBiosDatagram.class::cast)
                    .filter(datagram -> datagram.packetOffset() == 0
                            && !datagram.header().flags().more()
                            && datagram.userDataOffset() == NAMES_WITHOUT_SCOPE);
        } catch (MalformedPacketException e) {
            return Optional.empty();
        }
    }

    private static Optional<MailslotWrite> write(NetBiosDatagram datagram) {
        try {
            return Optional.of(MailslotWrite.decode(datagram));
        } catch (MalformedPacketException e) {
            return Optional.empty();
        }
    }
}
