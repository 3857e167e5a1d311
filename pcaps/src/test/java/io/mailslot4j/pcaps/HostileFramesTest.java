package io.mailslot4j.pcaps;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.DatagramMessage;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whatever octets come, the decoders give a message or a {@link MalformedPacketException} that points into the packet, and
 * a message is encoded to the octets that it was read from.
 */
class HostileFramesTest {
    private static final int MUTATIONS = 200_000;
    private static final int ANYWHERE = Integer.MAX_VALUE;

    private static final List<Octets> DATAGRAMS = new ArrayList<>();
    private static final List<Octets> WRITES = new ArrayList<>();
    private static final List<Octets> NAME_PACKETS = new ArrayList<>();

    @BeforeAll
    static void readCaptures() throws IOException {
        NAME_PACKETS.addAll(CaptureFile.payloads(CaptureFile.NAME_SERVICE));
        for (Octets captured : CaptureFile.payloads(CaptureFile.DATAGRAM_SERVICE)) {
            DATAGRAMS.add(captured);
            try {
                if (DatagramMessage.decode(captured) instanceof NetBiosDatagram datagram) {
                    WRITES.add(datagram.userData());
                }
            } catch (MalformedPacketException refused) {
                // Damaged in the capture already: good enough as a datagram, but there is no write in it.
            }
        }
    }

    @Test
    void everyDatagramCutAnywhere() {
        for (Octets datagram : DATAGRAMS) {
            for (int length = 0; length <= datagram.size(); length++) {
                decodeDatagram(datagram.slice(0, length));
            }
        }
    }

    @Test
    void everyMailslotWriteCutAnywhere() {
        for (Octets write : WRITES) {
            for (int length = 0; length <= write.size(); length++) {
                decodeWrite(write.slice(0, length));
            }
        }
    }

    @Test
    void everyNamePacketCutAnywhere() {
        for (Octets packet : NAME_PACKETS) {
            for (int length = 0; length <= packet.size(); length++) {
                decodeNamePacket(packet.slice(0, length));
            }
        }
    }

    @Test
    void damagedDatagrams() {
        Mutations mutations = new Mutations(1001);
        int read = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            read += decodeDatagram(mutations.next(DATAGRAMS, ANYWHERE)) ? 1 : 0;
        }
        assertThat(read).as("damaged so little that they can still be read").isBetween(1, MUTATIONS - 1);
    }

    @Test
    void damagedMailslotWrites() {
        Mutations mutations = new Mutations(1002);
        int read = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            read += decodeWrite(mutations.next(WRITES, ANYWHERE)) ? 1 : 0;
        }
        assertThat(read).as("damaged so little that they can still be read").isBetween(1, MUTATIONS - 1);
    }

    @Test
    void damagedNamePackets() {
        Mutations mutations = new Mutations(1004);
        int read = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            read += decodeNamePacket(mutations.next(NAME_PACKETS, ANYWHERE)) ? 1 : 0;
        }
        assertThat(read).as("damaged so little that they can still be read").isBetween(1, MUTATIONS - 1);
    }

    private static boolean decodeNamePacket(Octets octets) {
        NameServicePacket packet;
        try {
            packet = NameServicePacket.decode(octets);
        } catch (MalformedPacketException e) {
            assertThat(e.offset()).isBetween(0, octets.size());
            return false;
        }
        assertThat(packet.encode()).isEqualTo(octets);
        assertThat(packet.kind()).isNotNull();
        assertThat(packet.subject()).isNotNull();
        return true;
    }

    private static boolean decodeDatagram(Octets packet) {
        DatagramMessage message;
        try {
            message = DatagramMessage.decode(packet);
        } catch (MalformedPacketException e) {
            assertThat(e.offset()).isBetween(0, packet.size());
            return false;
        }
        assertThat(message.encode()).isEqualTo(packet);
        if (message instanceof NetBiosDatagram datagram) {
            decodeWrite(datagram.userData(), datagram.userDataOffset(), () -> MailslotWrite.decode(datagram));
        }
        return true;
    }

    private static boolean decodeWrite(Octets smb) {
        return decodeWrite(smb, 0, () -> MailslotWrite.decode(smb));
    }

    private static boolean decodeWrite(Octets smb, int origin, Supplier<MailslotWrite> decoder) {
        MailslotWrite write;
        try {
            write = decoder.get();
        } catch (MalformedPacketException e) {
            assertThat(e.offset()).isBetween(origin, origin + smb.size());
            return false;
        }
        assertThat(write.encode()).isEqualTo(smb);
        assertThat(write.oddities()).doesNotContain("");
        return true;
    }
}
