package io.mailslot4j.pcaps;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.DatagramMessage;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.payload.PayloadKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever a mailslot carries, its decoder gives a payload or a {@link MalformedPacketException} that points into it, and the
 * payload is encoded to the octets that it was read from.
 */
class HostilePayloadsTest {
    private static final int MUTATIONS = 100_000;

    private static final Set<Octets> PAYLOADS = new HashSet<>();

    @BeforeAll
    static void readCaptures() throws IOException {
        for (Octets captured : CaptureFile.payloads(CaptureFile.DATAGRAM_SERVICE)) {
            try {
                if (DatagramMessage.decode(captured) instanceof NetBiosDatagram datagram) {
                    PAYLOADS.add(MailslotWrite.decode(datagram).data());
                }
            } catch (MalformedPacketException refused) {
                // Damaged in the capture already.
            }
        }
        assertThat(PAYLOADS).hasSizeGreaterThan(50);
    }

    @Test
    void everyPayloadCutAnywhere() {
        for (Octets payload : PAYLOADS) {
            for (int length = 0; length <= payload.size(); length++) {
                for (PayloadKind kind : PayloadKind.values()) {
                    decodes(kind, payload.slice(0, length));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void damagedPayloads(PayloadKind kind) {
        List<Octets> originals = new ArrayList<>(PAYLOADS);
        Mutations mutations = new Mutations(1005);
        int read = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            read += decodes(kind, mutations.next(originals, Integer.MAX_VALUE)) ? 1 : 0;
        }
        assertThat(read).as("damaged so little that they can still be read").isPositive();
    }

    private static boolean decodes(PayloadKind kind, Octets octets) {
        try {
            assertThat(kind.decode(octets).encode()).isEqualTo(octets);
            return true;
        } catch (MalformedPacketException e) {
            assertThat(e.offset()).isBetween(0, octets.size());
            return false;
        }
    }
}
