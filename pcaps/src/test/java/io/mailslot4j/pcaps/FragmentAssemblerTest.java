package io.mailslot4j.pcaps;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FragmentAssemblerTest {
    private static final IpAddress FROM = IpAddress.of(Ipv4Address.parse("10.77.0.20"));
    private static final IpAddress TO = IpAddress.of(Ipv4Address.parse("10.77.0.255"));
    private static final Instant NOON = Instant.parse("2024-05-01T12:00:00Z");
    /** From port 138 to port 138, 32 octets. */
    private static final Octets UDP =
            Octets.ofHex("008a008a" + "00200000" + "000102030405060708090a0b0c0d0e0f1011121314151617");

    private static final UdpPacket WHOLE =
            new UdpPacket(new UdpEndpoint(FROM, 138), new UdpEndpoint(TO, 138), UDP.from(8), 0);

    private final FragmentAssembler assembler = new FragmentAssembler();
    private final List<UdpFragment> pieces = new ArrayList<>();

    @BeforeEach
    void cut() {
        for (int at = 0; at < UDP.size(); at += 8) {
            pieces.add(piece(1, at, at + 8 < UDP.size(), UDP.slice(at, 8)));
        }
    }

    private static UdpFragment piece(int id, int offset, boolean more, Octets data) {
        return new UdpFragment(FROM, TO, id, offset, more, data, 0);
    }

    @Test
    void anyOrderWillDo() {
        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(pieces, new Random(seed));
            assertThat(accept(pieces.get(0))).isSameAs(pieces.get(0));
            assertThat(accept(pieces.get(1))).isSameAs(pieces.get(1));
            assertThat(accept(pieces.get(2))).isSameAs(pieces.get(2));
            assertThat(accept(pieces.get(3))).isEqualTo(WHOLE);
        }
        assertThat(assembler.unused()).isZero();
    }

    @Test
    void timeMayBeAnything() {
        for (Instant time : List.of(Instant.MAX, Instant.MIN, Instant.MAX)) {
            assertThat(assembler.accept(time, pieces.get(0))).isSameAs(pieces.get(0));
            assertThat(assembler.accept(time, pieces.get(1))).isSameAs(pieces.get(1));
        }
    }

    @Test
    void whatComesTwiceDoesNoHarm() {
        accept(pieces.get(0));
        accept(pieces.get(0));
        accept(pieces.get(3));
        accept(pieces.get(3));
        accept(piece(1, 8, true, UDP.slice(8, 16)));
        assertThat(accept(piece(2, 8, true, UDP.slice(8, 16)))).isInstanceOf(UdpFragment.class);
        assertThat(assembler.unused()).isEqualTo(1);
    }

    @Test
    void otherOctetsInTheSamePlaceSpoilThePacket() {
        accept(pieces.get(0));
        accept(piece(1, 0, true, Octets.zeros(8)));
        accept(pieces.get(1));
        accept(pieces.get(2));
        assertThat(accept(pieces.get(3))).isSameAs(pieces.get(3));
    }

    @Test
    void octetsBehindTheEndSpoilThePacket() {
        accept(pieces.get(3));
        accept(piece(1, 32, true, Octets.zeros(8)));
        accept(pieces.get(0));
        accept(pieces.get(1));
        assertThat(accept(pieces.get(2))).isSameAs(pieces.get(2));
    }

    @Test
    void anEndBeforeOtherOctetsSpoilsThePacket() {
        accept(pieces.get(2));
        accept(piece(1, 8, false, UDP.slice(8, 8)));
        assertThat(accept(pieces.get(0))).isSameAs(pieces.get(0));
    }

    @Test
    void packetsThatNoIpPacketCanHoldAreSpoilt() {
        UdpFragment beyond = piece(1, 65_528, false, Octets.zeros(8));
        assertThat(accept(beyond)).isSameAs(beyond);
    }

    @Test
    void piecesThatWereCutMakeNoPacket() {
        UdpFragment cut = new UdpFragment(FROM, TO, 9, 0, false, UDP, 1);
        assertThat(accept(cut)).isSameAs(cut);
        assertThat(assembler.unused()).isEqualTo(1);
    }

    @Test
    void packetsAreToldApartByAddressesAndIdentification() {
        for (int i = 0; i < 3; i++) {
            accept(pieces.get(i));
        }
        assertThat(accept(piece(2, 24, false, UDP.slice(24, 8)))).isInstanceOf(UdpFragment.class);
        assertThat(accept(new UdpFragment(TO, FROM, 1, 24, false, UDP.slice(24, 8), 0)))
                .isInstanceOf(UdpFragment.class);
        assertThat(accept(pieces.get(3))).isEqualTo(WHOLE);
    }

    @Test
    void whatIsNotWholeAfterAMinuteIsForgotten() {
        accept(pieces.get(0));
        accept(pieces.get(1));
        accept(pieces.get(2));
        assertThat(assembler.accept(NOON.plusMillis(60_001), pieces.get(3))).isSameAs(pieces.get(3));
        assertThat(assembler.unused()).isEqualTo(4);
    }

    @Test
    void theOldestGivesWayWhenThereAreTooMany() {
        accept(pieces.get(0));
        for (int id = 1000; id < 1000 + FragmentAssembler.MAX_PACKETS; id++) {
            accept(piece(id, 0, true, UDP.slice(0, 8)));
        }
        accept(pieces.get(1));
        accept(pieces.get(2));
        assertThat(accept(pieces.get(3))).isSameAs(pieces.get(3));
    }

    @Test
    void whatIsNoUdpPacketWhenWholeIsSaidSo() {
        assertThat(accept(piece(1, 0, false, UDP.slice(0, 7)))).isInstanceOf(NotUdp.class);
    }

    @Test
    void everythingElseIsLeftAlone() {
        assertThat(accept(WHOLE)).isSameAs(WHOLE);
    }

    private FrameContent accept(FrameContent content) {
        return assembler.accept(NOON, content);
    }
}
