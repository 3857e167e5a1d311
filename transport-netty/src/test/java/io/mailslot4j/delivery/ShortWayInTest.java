package io.mailslot4j.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.DropReason;
import io.mailslot4j.Message;
import io.mailslot4j.Overflow;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.DatagramFlags;
import io.mailslot4j.protocol.datagram.DatagramFragmenter;
import io.mailslot4j.protocol.datagram.DatagramHeader;
import io.mailslot4j.protocol.datagram.DatagramMessage;
import io.mailslot4j.protocol.datagram.DatagramType;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.mailslot.MailslotName;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.mailslot.PlainMailslotWrite;
import io.mailslot4j.protocol.name.NameScope;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The usual datagram goes a shorter way, and nobody sees a difference. */
class ShortWayInTest {
    private static final InetSocketAddress FROM = new InetSocketAddress("10.0.0.9", 138);

    /** An intake with one reader. */
    private final class Side {
        final Router router = new Router();
        final TrafficCounters counters = new TrafficCounters();
        final SlotQueue reader = new SlotQueue(4, Overflow.DROP_NEWEST, 8);
        final Intake intake = new Intake(
                new OwnNames(List.of(NetBiosName.of("PC", NameSuffix.WORKSTATION)), NameScope.EMPTY, false),
                new DuplicateWindow(Duration.ofSeconds(2), 100),
                router,
                counters,
                InstantSource.fixed(Instant.EPOCH),
                () -> nanos);

        Side() {
            router.register(MailslotName.parse("LISTENER"), reader);
        }

        List<Message<Octets>> takeAll() {
            intake.endOfBatch();
            List<Message<Octets>> all = new ArrayList<>();
            for (Message<Octets> next = reader.poll(); next != null; next = reader.poll()) {
                all.add(next);
            }
            return all;
        }
    }

    private long nanos;
    private final Side longWay = new Side();
    private final Side shortWay = new Side();
    private final PlainMailslotWrite plain = new PlainMailslotWrite(2048);

    @Test
    void deliversAndDropsAsTheLongWay() {
        both(DatagramType.DIRECT_UNIQUE, "PC", "LISTENER", 5);
        both(DatagramType.DIRECT_UNIQUE, "pc", "Listener", 5);
        both(DatagramType.BROADCAST, "*", "LISTENER", 1);
        both(DatagramType.BROADCAST, "*", "LISTENER", 1);
        both(DatagramType.DIRECT_UNIQUE, "OTHER", "LISTENER", 1);
        both(DatagramType.DIRECT_UNIQUE, "PC", "NOBODY", 1);
        both(DatagramType.DIRECT_GROUP, "PC", "NOBODY", 1);
        both(DatagramType.DIRECT_UNIQUE, "PC", "LISTENER", 9);
        both(DatagramType.DIRECT_UNIQUE, "PC", "LISTENER", 2);
        both(DatagramType.DIRECT_UNIQUE, "PC", "LISTENER", 3);
        assertThat(shortWay.counters.snapshot()).isEqualTo(longWay.counters.snapshot());
        assertThat(shortWay.counters.snapshot().dropped()).hasSize(5);
        assertThat(shortWay.reader.counters()).isEqualTo(longWay.reader.counters());
        assertThat(shortWay.takeAll()).hasSize(4).isEqualTo(longWay.takeAll());
    }

    /** Waking a reader for each message costs more than the message. */
    @Test
    void aBatchWakesItsReaderOnce() {
        AtomicInteger woken = new AtomicInteger();
        shortWay.reader.watch(woken::incrementAndGet);
        for (int i = 0; i < 4; i++) {
            both(DatagramType.DIRECT_UNIQUE, "PC", "LISTENER", 1);
        }
        assertThat(woken).hasValue(0);
        assertThat(shortWay.takeAll()).hasSize(4);
        assertThat(woken).hasValue(1);
        both(DatagramType.DIRECT_UNIQUE, "PC", "LISTENER", 1);
        shortWay.intake.endOfBatch();
        assertThat(woken).hasValue(2);
    }

    /** Where only usual datagrams come, nothing else would remember that the rest of a fragment is due. */
    @Test
    void theRestOfADatagramThatDoesNotComeIsCountedAsOnTheLongWay() {
        NetBiosDatagram large = datagram(DatagramType.DIRECT_UNIQUE, "PC", "LISTENER", 8);
        DatagramMessage fragment = DatagramFragmenter.fragment(large, 160).get(0);
        shortWay.intake.accept(fragment, FROM);
        longWay.intake.accept(fragment, FROM);
        both(DatagramType.DIRECT_UNIQUE, "PC", "LISTENER", 1);
        assertThat(shortWay.counters.snapshot().dropped()).isEmpty();
        nanos = Duration.ofHours(1).toNanos();
        both(DatagramType.DIRECT_UNIQUE, "PC", "LISTENER", 2);
        assertThat(shortWay.counters.snapshot()).isEqualTo(longWay.counters.snapshot());
        assertThat(shortWay.counters.snapshot().dropped()).isEqualTo(Map.of(DropReason.FRAGMENT_REFUSED, 1L));
    }

    private void both(DatagramType type, String destination, String slot, int size) {
        Octets packet = datagram(type, destination, slot, size).encode();
        packet.copyTo(plain.buffer(), 0);
        assertThat(plain.read(packet.size())).isTrue();
        shortWay.intake.accept(plain, FROM, Optional.of("eth0"));
        longWay.intake.accept(DatagramMessage.decode(packet), FROM, Optional.of("eth0"));
    }

    private static NetBiosDatagram datagram(DatagramType type, String destination, String slot, int size) {
        return NetBiosDatagram.of(
                new DatagramHeader(type, DatagramFlags.whole(NodeType.B), 1, Ipv4Address.parse("10.0.0.9"), 138),
                NetBiosName.of("SENDER", NameSuffix.WORKSTATION),
                NetBiosName.of(destination, NameSuffix.WORKSTATION),
                MailslotWrite.of("\\MAILSLOT\\" + slot, Octets.zeros(size)).encode());
    }
}
