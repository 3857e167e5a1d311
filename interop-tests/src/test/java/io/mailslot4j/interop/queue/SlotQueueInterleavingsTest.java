package io.mailslot4j.interop.queue;

import io.mailslot4j.Message;
import io.mailslot4j.Overflow;
import io.mailslot4j.delivery.Offer;
import io.mailslot4j.delivery.SlotQueue;
import io.mailslot4j.delivery.WaitingMessage;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.name.NetBiosName;
import java.time.Instant;
import java.util.Optional;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whatever threads do to one queue at a time, it is as if they had done it one after the other. Lincheck makes up what they
 * do. More of it: {@code -Dmailslot4j.lincheck=50}.
 */
public class SlotQueueInterleavingsTest {
    private static final int ITERATIONS = Integer.getInteger("mailslot4j.lincheck", 3);

    private final SlotQueue queue = new SlotQueue(2, Overflow.DROP_OLDEST, SlotQueue.ANY_SIZE, true);

    @Operation
    public Offer put(byte octet) {
        Offer outcome = queue.offer(new Message<>(
                Octets.wrap(new byte[] {octet}),
                "\\MAILSLOT\\X",
                Message.Delivery.LOCAL,
                NetBiosName.BROADCAST,
                NetBiosName.BROADCAST,
                Optional.empty(),
                Instant.EPOCH));
        queue.wake();
        return outcome;
    }

    @Operation
    public @Nullable String poll() {
        return text(queue.poll());
    }

    @Operation
    public @Nullable String takeInTime() throws InterruptedException {
        return text(queue.take(0));
    }

    @Operation
    public @Nullable String peek() {
        WaitingMessage oldest = queue.peek();
        return oldest == null ? null : text(oldest.message());
    }

    @Operation
    public int size() {
        return queue.size();
    }

    @Operation
    public String counters() {
        return queue.counters().toString();
    }

    @Operation
    public void close() {
        queue.close();
    }

    private static @Nullable String text(@Nullable Message<Octets> message) {
        return message == null ? null : message.payload().toHex();
    }

    @Test
    void everyInterleavingIsLinearizable() {
        new ModelCheckingOptions()
                .iterations(ITERATIONS)
                .invocationsPerIteration(500)
                .threads(2)
                .actorsPerThread(3)
                .check(SlotQueueInterleavingsTest.class);
    }

    @Test
    void realThreadsAreLinearizableToo() {
        new StressOptions()
                .iterations(ITERATIONS)
                .invocationsPerIteration(1000)
                .threads(3)
                .actorsPerThread(3)
                .check(SlotQueueInterleavingsTest.class);
    }
}
