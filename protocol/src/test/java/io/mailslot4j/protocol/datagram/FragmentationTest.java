package io.mailslot4j.protocol.datagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.DatagramReassembler.Refused;
import io.mailslot4j.protocol.datagram.DatagramReassembler.Result;
import io.mailslot4j.protocol.datagram.DatagramReassembler.Waiting;
import io.mailslot4j.protocol.datagram.DatagramReassembler.Whole;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FragmentationTest {
    private static final Ipv4Address SENDER = Ipv4Address.parse("10.0.0.7");
    private static final NetBiosName SOURCE = NetBiosName.of("SENDER", NameSuffix.WORKSTATION);
    private static final NetBiosName DESTINATION = NetBiosName.of("GROUP", NameSuffix.WORKSTATION);
    private static final int NAMES = 68;

    private final DatagramReassembler reassembler = new DatagramReassembler();

    @Test
    void aDatagramThatFitsIsNotCut() {
        NetBiosDatagram datagram = datagram(1, 100);
        assertThat(DatagramFragmenter.fragment(datagram, 576)).containsExactly(datagram);
    }

    @Test
    void fragmentsHaveOffsetsInTheDataSectionAndOnlyTheFirstHasNames() {
        NetBiosDatagram datagram = datagram(1, 500);
        List<DatagramMessage> fragments = DatagramFragmenter.fragment(datagram, 142 + 100);
        assertThat(fragments).hasSize(3);
        assertThat(fragments).allSatisfy(f -> assertThat(f.encode().size()).isLessThanOrEqualTo(242 - 28));

        NetBiosDatagram first = (NetBiosDatagram) fragments.get(0);
        assertThat(first.header().flags()).isEqualTo(DatagramFlags.of(NodeType.B, true, true));
        assertThat(first.length()).isEqualTo(NAMES + 500);
        assertThat(first.userData().size()).isEqualTo(132);

        DatagramFragment second = (DatagramFragment) fragments.get(1);
        assertThat(second.header().flags()).isEqualTo(DatagramFlags.of(NodeType.B, false, true));
        assertThat(second.packetOffset()).isEqualTo(NAMES + 132);

        DatagramFragment last = (DatagramFragment) fragments.get(2);
        assertThat(last.header().flags()).isEqualTo(DatagramFlags.of(NodeType.B, false, false));
        assertThat(last.packetOffset() + last.data().size()).isEqualTo(NAMES + 500);
    }

    @Test
    void refusesPacketsThatCannotHoldTheNames() {
        assertThatThrownBy(() -> DatagramFragmenter.fragment(datagram(1, 100), 110))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("allow at least 111");
        assertThat(DatagramFragmenter.fragment(datagram(1, 100), 111)).isNotEmpty();
    }

    @Test
    void whatWasCutComesBackInAnyOrder() {
        Random random = new Random(1);
        for (int size = 1; size <= 512; size += 7) {
            NetBiosDatagram datagram = datagram(size, size);
            List<DatagramMessage> packets = new ArrayList<>();
            for (DatagramMessage fragment : DatagramFragmenter.fragment(datagram, 120 + random.nextInt(200))) {
                packets.add(DatagramMessage.decode(fragment.encode()));
            }
            Collections.shuffle(packets, random);
            Result last = new Waiting();
            for (DatagramMessage packet : packets) {
                assertThat(last).isInstanceOf(Waiting.class);
                last = reassembler.accept(packet, SENDER, 0);
            }
            assertThat(last).isEqualTo(new Whole(datagram));
        }
        assertThat(reassembler.pending()).isZero();
    }

    @Test
    void understandsSendersThatRepeatTheNamesAndCountOnlyTheUserData() {
        NetBiosDatagram whole = datagram(9, 60);
        DatagramMessage first = named(whole, 0, 20, true, true);
        DatagramMessage middle = named(whole, 20, 20, false, true);
        DatagramMessage last = named(whole, 40, 20, false, false);
        assertThat(DatagramMessage.decode(middle.encode())).isEqualTo(middle);
        assertThat(reassembler.accept(last, SENDER, 0)).isInstanceOf(Waiting.class);
        assertThat(reassembler.accept(first, SENDER, 0)).isInstanceOf(Waiting.class);
        assertThat(reassembler.accept(middle, SENDER, 0)).isEqualTo(new Whole(whole));
    }

    @Test
    void fragmentsOfOtherSendersAndIdsAreKeptApart() {
        List<DatagramMessage> one = DatagramFragmenter.fragment(datagram(1, 200), 200);
        List<DatagramMessage> two = DatagramFragmenter.fragment(datagram(2, 200), 200);
        reassembler.accept(one.get(0), SENDER, 0);
        assertThat(reassembler.accept(one.get(1), Ipv4Address.parse("10.0.0.8"), 0))
                .isInstanceOf(Waiting.class);
        assertThat(reassembler.accept(two.get(1), SENDER, 0)).isInstanceOf(Waiting.class);
        assertThat(reassembler.pending()).isEqualTo(3);
    }

    @Test
    void forgetsFragmentsAfterTwoSeconds() {
        List<DatagramMessage> fragments = DatagramFragmenter.fragment(datagram(1, 120), 200);
        assertThat(fragments).hasSize(2);
        long start = Long.MAX_VALUE - 10;
        reassembler.accept(fragments.get(0), SENDER, start);
        long later = start + Duration.ofSeconds(2).toNanos() + 1;
        assertThat(reassembler.accept(fragments.get(1), SENDER, later)).isInstanceOf(Waiting.class);
        assertThat(reassembler.pending()).isEqualTo(1);
        assertThat(reassembler.takeExpired()).isEqualTo(1);
        assertThat(reassembler.takeExpired()).isZero();
    }

    @Test
    void aFragmentThatComesTwiceIsTakenOnce() {
        NetBiosDatagram datagram = datagram(1, 120);
        List<DatagramMessage> fragments = DatagramFragmenter.fragment(datagram, 200);
        reassembler.accept(fragments.get(0), SENDER, 0);
        assertThat(reassembler.accept(fragments.get(0), SENDER, 0)).isInstanceOf(Waiting.class);
        assertThat(reassembler.accept(fragments.get(1), SENDER, 0)).isEqualTo(new Whole(datagram));
    }

    @Test
    void refusesOverlap() {
        List<DatagramMessage> fragments = DatagramFragmenter.fragment(datagram(1, 300), 200);
        DatagramFragment second = (DatagramFragment) fragments.get(1);
        DatagramFragment shifted =
                new DatagramFragment(second.header(), second.length(), second.packetOffset() + 1, second.data());
        reassembler.accept(second, SENDER, 0);
        assertThat(reassembler.accept(shifted, SENDER, 0)).isEqualTo(new Refused("fragments overlap"));
        assertThat(reassembler.pending()).isZero();
    }

    @Test
    void refusesOverlapWithWhatStandsBehindToo() {
        NetBiosDatagram whole = datagram(1, 60);
        reassembler.accept(named(whole, 20, 20, false, true), SENDER, 0);
        assertThat(reassembler.accept(named(whole, 0, 21, true, true), SENDER, 0))
                .isEqualTo(new Refused("fragments overlap"));
        assertThat(reassembler.pending()).isZero();
    }

    @Test
    void refusesASecondEnd() {
        NetBiosDatagram whole = datagram(1, 60);
        reassembler.accept(named(whole, 20, 20, false, false), SENDER, 0);
        assertThat(reassembler.accept(named(whole, 40, 20, false, false), SENDER, 0))
                .isEqualTo(new Refused("fragments overlap"));
        assertThat(reassembler.pending()).isZero();
    }

    /** The first fragment has names, the second has none, and both say that the same octets are theirs. */
    @Test
    void aFragmentDoesNotReplaceWhatAnotherBrought() {
        NetBiosDatagram whole = datagram(1, 40);
        DatagramMessage first = named(whole, 0, 40, true, true);
        DatagramHeader header = whole.header().with(DatagramFlags.of(NodeType.B, false, false));
        DatagramFragment forged = new DatagramFragment(header, NAMES + 40, NAMES, Octets.zeros(40));
        reassembler.accept(first, SENDER, 0);
        assertThat(reassembler.accept(forged, SENDER, 0)).isEqualTo(new Refused("fragments overlap"));
        reassembler.accept(forged, SENDER, 0);
        assertThat(reassembler.accept(first, SENDER, 0)).isEqualTo(new Refused("fragments overlap"));
        assertThat(reassembler.pending()).isZero();
    }

    @Test
    void refusesOverlapOfTheTwoFormsInPart() {
        NetBiosDatagram whole = datagram(1, 40);
        DatagramHeader header = whole.header().with(DatagramFlags.of(NodeType.B, false, false));
        reassembler.accept(named(whole, 0, 30, true, true), SENDER, 0);
        DatagramFragment last = new DatagramFragment(
                header, NAMES + 40, NAMES + 20, whole.userData().from(20));
        assertThat(reassembler.accept(last, SENDER, 0)).isEqualTo(new Refused("fragments overlap"));
    }

    @Test
    void refusesWhatStandsBehindTheLast() {
        NetBiosDatagram whole = datagram(1, 40);
        DatagramHeader more = whole.header().with(DatagramFlags.of(NodeType.B, false, true));
        reassembler.accept(named(whole, 0, 10, true, true), SENDER, 0);
        reassembler.accept(named(whole, 20, 20, false, false), SENDER, 0);
        DatagramFragment behind = new DatagramFragment(more, NAMES + 40, NAMES + 40, Octets.zeros(10));
        assertThat(reassembler.accept(behind, SENDER, 0)).isEqualTo(new Refused("fragments overlap"));
        assertThat(reassembler.pending()).isZero();
    }

    @Test
    void piecesMayBeOfOneOctet() {
        NetBiosDatagram whole = datagram(1, 512);
        List<DatagramMessage> pieces = DatagramFragmenter.fragment(whole, 28 + 14 + NAMES + 1);
        List<DatagramMessage> single = new ArrayList<>(List.of(pieces.get(0)));
        for (int at = 1; at < 512; at++) {
            DatagramHeader header = whole.header().with(DatagramFlags.of(NodeType.B, false, at < 511));
            single.add(new DatagramFragment(
                    header, NAMES + 512, NAMES + at, whole.userData().slice(at, 1)));
        }
        Collections.shuffle(single, new Random(1));
        for (DatagramMessage piece : single.subList(1, single.size())) {
            assertThat(reassembler.accept(piece, SENDER, 0)).isInstanceOf(Waiting.class);
        }
        assertThat(reassembler.accept(single.get(0), SENDER, 0)).isEqualTo(new Whole(whole));
    }

    @Test
    void refusesMoreThanADatagramCanHave() {
        DatagramHeader header = datagram(1, 0).header().with(DatagramFlags.of(NodeType.B, false, true));
        DatagramFragment beyond = new DatagramFragment(header, 1022, 1000, Octets.zeros(23));
        assertThat(reassembler.accept(beyond, SENDER, 0)).isEqualTo(new Refused("longer than 1022 octets"));
        DatagramFragment empty = new DatagramFragment(header, 1022, 100, Octets.EMPTY);
        assertThat(reassembler.accept(empty, SENDER, 0)).isEqualTo(new Refused("a fragment without data"));
        assertThat(reassembler.pending()).isZero();
    }

    @Test
    void keepsASmallTable() {
        for (int id = 0; id < 1000; id++) {
            reassembler.accept(
                    DatagramFragmenter.fragment(datagram(id, 200), 200).get(0), SENDER, 0);
        }
        assertThat(reassembler.pending()).isEqualTo(DatagramReassembler.DEFAULT_TABLE_SIZE);
        assertThat(reassembler.accept(datagram(5000, 10), SENDER, 0)).isInstanceOf(Whole.class);
    }

    private static DatagramMessage named(NetBiosDatagram whole, int from, int size, boolean first, boolean more) {
        return new NetBiosDatagram(
                whole.header().with(DatagramFlags.of(NodeType.B, first, more)),
                NAMES + size,
                from,
                whole.source(),
                whole.destination(),
                whole.userData().slice(from, size));
    }

    private static NetBiosDatagram datagram(int id, int size) {
        byte[] data = new byte[size];
        new Random(id).nextBytes(data);
        DatagramHeader header =
                new DatagramHeader(DatagramType.DIRECT_GROUP, DatagramFlags.whole(NodeType.B), id, SENDER, 138);
        return NetBiosDatagram.of(header, SOURCE, DESTINATION, Octets.wrap(data));
    }
}
