package io.mailslot4j.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.Message;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.name.NetBiosName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private final Backlog backlog = new Backlog(3, 100, 0);

    private static Message<Octets> message(int octets) {
        return new Message<>(
                Octets.wrap(new byte[octets]),
                "\\MAILSLOT\\X",
                Message.Delivery.LOCAL,
                NetBiosName.BROADCAST,
                NetBiosName.BROADCAST,
                Optional.empty(),
                Instant.EPOCH);
    }

    @Test
    void soManyMessagesFit() {
        for (int i = 0; i < 3; i++) {
            assertThat(backlog.hasRoomFor(0)).isTrue();
            backlog.add(message(0), Copies.NONE);
        }
        assertThat(backlog.hasRoomFor(0)).isFalse();
    }

    @Test
    void soManyOctetsFit() {
        backlog.add(message(60), Copies.NONE);
        assertThat(backlog.hasRoomFor(40)).isTrue();
        assertThat(backlog.hasRoomFor(41)).isFalse();
    }

    @Test
    void shortMessagesTakeRoomTooAndGiveItBack() {
        Backlog ofMemory = new Backlog(Integer.MAX_VALUE, 100, 30);
        for (int i = 0; i < 3; i++) {
            assertThat(ofMemory.hasRoomFor(1)).isTrue();
            ofMemory.add(message(1), Copies.NONE);
        }
        assertThat(ofMemory.hasRoomFor(0)).isFalse();
        ofMemory.poll();
        assertThat(ofMemory.hasRoomFor(8)).isTrue();
        assertThat(ofMemory.hasRoomFor(9)).isFalse();
        assertThat(ofMemory.remove(ofMemory.snapshot().get(1))).isTrue();
        assertThat(ofMemory.hasRoomFor(39)).isTrue();
        assertThat(ofMemory.hasRoomFor(40)).isFalse();
    }

    @Test
    void oneMessageFitsWhateverItsLength() {
        assertThat(backlog.hasRoomFor(101)).isTrue();
        backlog.add(message(101), Copies.NONE);
        assertThat(backlog.hasRoomFor(0)).isFalse();
    }

    @Test
    void whatIsTakenInWhicheverWayGivesItsRoomBack() {
        Message<Octets> long1 = message(50);
        Message<Octets> long2 = message(50);
        Copies ofLong2 = new Copies();
        ofLong2.another();
        backlog.add(long1, Copies.NONE);
        backlog.add(long2, ofLong2);
        WaitingMessage second = backlog.snapshot().get(1);
        assertThat(second.message().duplicates()).isEqualTo(1);
        assertThat(backlog.remove(second)).isTrue();
        assertThat(backlog.remove(second)).isFalse();
        assertThat(backlog.hasRoomFor(50)).isTrue();
        assertThat(backlog.poll()).isSameAs(long1);
        backlog.add(message(1), Copies.NONE);
        backlog.clear();
        backlog.add(message(1), Copies.NONE);
        assertThat(backlog.hasRoomFor(99)).isTrue();
    }

    @Test
    void severalAreTakenOutAtOnceAndGiveTheirRoomBack() {
        for (int octets : new int[] {50, 20, 30}) {
            backlog.add(message(octets), Copies.NONE);
        }
        List<WaitingMessage> all = backlog.snapshot();
        backlog.poll();
        assertThat(backlog.removeAll(List.of(all.get(0), all.get(2)))).isEqualTo(1);
        assertThat(backlog.snapshot()).extracting(WaitingMessage::size).containsExactly(20);
        assertThat(backlog.hasRoomFor(80)).isTrue();
        assertThat(backlog.hasRoomFor(81)).isFalse();
        assertThat(backlog.removeAll(all)).isEqualTo(1);
        assertThat(backlog.isEmpty()).isTrue();
    }
}
