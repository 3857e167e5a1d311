package io.mailslot4j.benchmarks.micro;

import io.mailslot4j.Message;
import io.mailslot4j.Overflow;
import io.mailslot4j.delivery.SlotQueue;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.name.NetBiosName;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Putting a read batch into a queue and taking it out again, without a thread that waits. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class QueueHandOff {
    private static final int BATCH = 32;

    private final SlotQueue queue = new SlotQueue(1024, Overflow.DROP_NEWEST, SlotQueue.ANY_SIZE);
    private final BlockingQueue<Message<Octets>> arrayBlockingQueue = new ArrayBlockingQueue<>(1024);
    private final Message<Octets> message = new Message<>(
            Octets.EMPTY,
            "\\MAILSLOT\\LISTENER",
            Message.Delivery.UNIQUE,
            NetBiosName.BROADCAST,
            NetBiosName.BROADCAST,
            Optional.empty(),
            Instant.EPOCH);

    /** The product's queue. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public @Nullable Message<Octets> slotQueue() {
        for (int i = 0; i < BATCH; i++) {
            queue.offer(message);
        }
        queue.wake();
        Message<Octets> last = null;
        for (int i = 0; i < BATCH; i++) {
            last = queue.poll();
        }
        return last;
    }

    /** The JDK's. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public @Nullable Message<Octets> arrayBlockingQueue() {
        for (int i = 0; i < BATCH; i++) {
            arrayBlockingQueue.add(message);
        }
        Message<Octets> last = null;
        for (int i = 0; i < BATCH; i++) {
            last = arrayBlockingQueue.poll();
        }
        return last;
    }
}
