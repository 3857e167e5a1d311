package io.mailslot4j.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.Overflow;
import io.mailslot4j.delivery.DuplicateWindow;
import io.mailslot4j.delivery.Intake;
import io.mailslot4j.delivery.OwnNames;
import io.mailslot4j.delivery.Router;
import io.mailslot4j.delivery.SlotQueue;
import io.mailslot4j.delivery.TrafficCounters;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.DatagramFlags;
import io.mailslot4j.protocol.datagram.DatagramHeader;
import io.mailslot4j.protocol.datagram.DatagramType;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.mailslot.MailslotName;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What comes from the wire leaves nothing behind: messages, copies of them, messages for others and for slots that nobody
 * reads, fragments whose rest never comes, and noise, from ever new senders. Small here; {@code
 * -Dmailslot4j.stress=10000000} makes it as many packets.
 */
@Timeout(3600)
class PacketIntakeMemoryTest {
    private static final int PACKETS = Integer.getInteger("mailslot4j.stress", 20_000);
    private static final int PARTS = 10;
    private static final int FIRST_OF_SEVERAL = 0x03;
    private static final InetSocketAddress FROM = new InetSocketAddress("10.0.0.9", 138);
    private static final int FLAT = 4 << 20;
    private static final Duration BETWEEN_PACKETS = Duration.ofNanos(20_000);

    private final Random random = new Random(1);
    private final Router router = new Router();
    private final TrafficCounters counters = new TrafficCounters();
    private long now;
    private final PacketIntake intake = new PacketIntake(
            new Intake(
                    new OwnNames(List.of(name("PC"), name("GRP")), name("PC").scope(), false),
                    new DuplicateWindow(Duration.ofSeconds(2), DuplicateWindow.DEFAULT_CAPACITY),
                    router,
                    counters,
                    InstantSource.system(),
                    () -> now),
            counters);

    private static NetBiosName name(String text) {
        return NetBiosName.of(text, NameSuffix.WORKSTATION);
    }

    private Octets packet() {
        DatagramFlags flags =
                random.nextInt(8) == 0 ? new DatagramFlags(FIRST_OF_SEVERAL) : DatagramFlags.whole(NodeType.B);
        DatagramHeader header = new DatagramHeader(
                DatagramType.DIRECT_GROUP, flags, random.nextInt(1 << 16), Ipv4Address.parse("10.0.0.9"), 138);
        String slot = random.nextInt(8) == 0 ? "\\MAILSLOT\\" + random.nextInt(1 << 20) : "\\MAILSLOT\\LISTENER";
        return NetBiosDatagram.of(
                        header,
                        name("S" + random.nextInt(1 << 24)),
                        name(random.nextInt(8) == 0 ? "OTHER" : "GRP"),
                        MailslotWrite.of(slot, Octets.wrap(new byte[random.nextInt(400)]))
                                .encode())
                .encode();
    }

    private void receive(Octets packet) {
        now += BETWEEN_PACKETS.toNanos();
        intake.received(ByteBuffer.wrap(packet.toArray()), FROM, Optional.empty());
        intake.endOfBatch();
    }

    @Test
    void whatPassesThroughLeavesNothingBehind() {
        SlotQueue reader = new SlotQueue(1000, Overflow.DROP_OLDEST, SlotQueue.ANY_SIZE);
        router.register(MailslotName.parse("LISTENER"), reader);
        List<Long> used = new ArrayList<>();
        for (int i = 1; i <= PACKETS; i++) {
            Octets packet = packet();
            receive(packet);
            if (random.nextInt(8) == 0) {
                receive(packet);
            }
            if (random.nextInt(8) == 0) {
                receive(packet.slice(0, random.nextInt(packet.size())));
            }
            if (i % (PACKETS / PARTS) == 0) {
                used.add(usedMemory());
            }
        }
        System.out.println("used after each tenth of " + PACKETS + " packets, KiB: "
                + used.stream().map(octets -> octets >> 10).toList());
        assertThat(reader.size()).isEqualTo(1000);
        assertThat(counters.snapshot().dropped()).hasSizeGreaterThanOrEqualTo(5);
        // Whatever fills up to its bound does so in the first part of a long run.
        assertThat(used.get(PARTS - 1) - used.get(PARTS / 5)).isLessThan(FLAT);
    }

    private static long usedMemory() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
