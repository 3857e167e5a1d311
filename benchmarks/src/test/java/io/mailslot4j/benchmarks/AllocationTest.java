package io.mailslot4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.mailslot4j.Overflow;
import io.mailslot4j.benchmarks.micro.DatagramCodec;
import io.mailslot4j.delivery.DuplicateWindow;
import io.mailslot4j.delivery.Intake;
import io.mailslot4j.delivery.OwnNames;
import io.mailslot4j.delivery.Router;
import io.mailslot4j.delivery.SlotQueue;
import io.mailslot4j.delivery.TrafficCounters;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.mailslot.MailslotName;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.mailslot.PlainMailslotEncoder;
import io.mailslot4j.protocol.mailslot.PlainMailslotWrite;
import io.mailslot4j.protocol.name.NameScope;
import io.mailslot4j.protocol.name.NetBiosName;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What noise cannot turn: octets of heap. */
class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final InetSocketAddress FROM = new InetSocketAddress(InetAddress.getLoopbackAddress(), 138);
    private static final int BATCH = 100;
    private static final int ROUNDS = 10_000;

    /** Its Octets, what is known of it, and its place in the queue. */
    private static final int AROUND_A_PAYLOAD = 136;

    /**
     * Two names, the header, the write, and no copy of the payload: 570 to 610, as the compiler spares an object or not.
     */
    private static final int ALL_FIELDS = 700;

    /** The write, and the datagram around it: 300 octets each time, and their Octets; 650. */
    private static final int WRITTEN = 750;

    private final SlotQueue queue = new SlotQueue(BATCH, Overflow.DROP_NEWEST, SlotQueue.ANY_SIZE);
    private final PlainMailslotWrite plain = new PlainMailslotWrite(2048);
    private final Intake intake;

    AllocationTest() {
        Router router = new Router();
        router.register(MailslotName.parse(Samples.SLOT), queue);
        Collection<NetBiosName> names = List.of(Samples.unique(0).destination());
        intake = new Intake(
                new OwnNames(names, NameScope.EMPTY, false),
                new DuplicateWindow(Duration.ofSeconds(2), 100),
                router,
                new TrafficCounters(),
                InstantSource.system(),
                System::nanoTime);
    }

    @Test
    void readingADatagramMakesNothing() {
        load(Samples.USUAL);
        long made = allocatedBy(() -> {
            for (int i = 0; i < BATCH; i++) {
                if (!plain.read(300) || plain.source().equals(plain.destination())) {
                    throw new AssertionError("not what was loaded");
                }
            }
        });
        assertThat(made).isLessThan(BATCH);
    }

    @Test
    void writingADatagramMakesNothing() {
        PlainMailslotEncoder encoder = new PlainMailslotEncoder(2048);
        NetBiosDatagram sample = Samples.unique(Samples.USUAL);
        Octets payload = MailslotWrite.decode(sample).data();
        MailslotName slot = MailslotName.parse(Samples.SLOT);
        long made = allocatedBy(() -> {
            for (int i = 0; i < BATCH; i++) {
                if (!encoder.write(sample.header(), sample.source(), sample.destination(), slot, payload)) {
                    throw new AssertionError("not written");
                }
            }
        });
        assertThat(made).isLessThan(BATCH);
        byte[] written = new byte[encoder.buffer().remaining()];
        encoder.buffer().get(written);
        assertThat(Octets.wrap(written)).isEqualTo(sample.encode());
    }

    @Test
    void aMessageOnItsWayToItsReaderTakesLittleMoreThanItsPayload() {
        for (int payload : new int[] {Samples.USUAL, Samples.LONGEST}) {
            load(payload);
            long made = allocatedBy(() -> {
                for (int i = 0; i < BATCH; i++) {
                    plain.read(170 + payload);
                    intake.accept(plain, FROM, Optional.empty());
                }
                intake.endOfBatch();
                for (int i = 0; i < BATCH; i++) {
                    queue.poll();
                }
            });
            assertThat(made / BATCH).isBetween((long) payload, (long) payload + AROUND_A_PAYLOAD);
        }
    }

    @Test
    void allFieldsOfADatagramAreLittle() {
        DatagramCodec codec = codec();
        assertThat(allocatedBy(() -> repeat(codec::decode)) / BATCH).isLessThanOrEqualTo(ALL_FIELDS);
    }

    @Test
    void whatIsWrittenIsAboutTwiceTheDatagram() {
        DatagramCodec codec = codec();
        assertThat(allocatedBy(() -> repeat(codec::encode)) / BATCH).isLessThanOrEqualTo(WRITTEN);
    }

    private static DatagramCodec codec() {
        DatagramCodec codec = new DatagramCodec();
        codec.payload = Samples.USUAL;
        codec.prepare();
        return codec;
    }

    private static void repeat(Supplier<?> step) {
        for (int i = 0; i < BATCH; i++) {
            if (step.get() == null) {
                throw new AssertionError("nothing");
            }
        }
    }

    private void load(int payload) {
        Octets packet = Samples.unique(payload).encode();
        packet.copyTo(plain.buffer(), 0);
    }

    /** The least of many times: before it is compiled, code makes more. */
    private static long allocatedBy(Runnable work) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            work.run();
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
