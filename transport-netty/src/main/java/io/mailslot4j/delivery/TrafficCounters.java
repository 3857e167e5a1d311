package io.mailslot4j.delivery;

import io.mailslot4j.DropReason;
import io.mailslot4j.NetworkCounters;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts what goes through a network. Thread-safe. */
public final class TrafficCounters {
    private final LongAdder received = new LongAdder();
    private final LongAdder delivered = new LongAdder();
    private final LongAdder sent = new LongAdder();
    private final LongAdder sendFailures = new LongAdder();
    private final Map<DropReason, LongAdder> dropped = new EnumMap<>(DropReason.class);

    /** All zero. */
    public TrafficCounters() {
        for (DropReason reason : DropReason.values()) {
            dropped.put(reason, new LongAdder());
        }
    }

    /** A packet came. */
    public void received() {
        received.increment();
    }

    /** A message was put into a queue. */
    public void delivered() {
        delivered.increment();
    }

    /** A packet was sent. */
    public void sent() {
        sent.increment();
    }

    /** The system refused to send a packet. */
    public void sendFailed() {
        sendFailures.increment();
    }

    /** A packet came to nothing. */
    public void dropped(DropReason reason) {
        dropped(reason, 1);
    }

    /** Packets came, and were lost on their way from the process that has the port. */
    public void notHandedOver(int packets) {
        received.add(packets);
        dropped(DropReason.NOT_HANDED_OVER, packets);
    }

    void dropped(DropReason reason, int packets) {
        LongAdder count = dropped.get(reason);
        if (count != null) {
            count.add(packets);
        }
    }

    /** The numbers now. */
    public NetworkCounters snapshot() {
        Map<DropReason, Long> drops = new EnumMap<>(DropReason.class);
        dropped.forEach((reason, count) -> {
            if (count.sum() > 0) {
                drops.put(reason, count.sum());
            }
        });
        return new NetworkCounters(received.sum(), delivered.sum(), Map.copyOf(drops), sent.sum(), sendFailures.sum());
    }
}
