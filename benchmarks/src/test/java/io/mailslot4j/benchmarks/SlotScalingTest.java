package io.mailslot4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.mailslot4j.benchmarks.micro.SlotLookup;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Finding the reader of a message among 100,000 and among two costs about the same, both measured here in turn. What is
 * allowed is far from what is measured (caches), and as far from what a list or colliding names would take.
 */
class SlotScalingTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int MANY = 100_000;
    private static final int LOOKUPS = 10_000;
    private static final int ROUNDS = 200;
    /** SLOT99999 beside SLOT1. */
    private static final long OF_A_LONGER_NAME = 8;

    private static final double AT_MOST = 4;

    private int found;

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "random"})
    void manySlotsCostNoMoreThanFew(String names) {
        SlotLookup few = lookup(2, names);
        SlotLookup many = lookup(MANY, names);
        long leastOfFew = Long.MAX_VALUE;
        long leastOfMany = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            leastOfFew = Math.min(leastOfFew, nanos(few));
            leastOfMany = Math.min(leastOfMany, nanos(many));
        }
        assertThat(found).isEqualTo(2 * ROUNDS * LOOKUPS);
        assertThat((double) leastOfMany / leastOfFew).isLessThan(AT_MOST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "random"})
    void manySlotsMakeNoMoreGarbage(String names) {
        SlotLookup few = lookup(2, names);
        SlotLookup many = lookup(MANY, names);
        long ofFew = Long.MAX_VALUE;
        long ofMany = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            ofFew = Math.min(ofFew, allocated(few));
            ofMany = Math.min(ofMany, allocated(many));
        }
        assertThat((ofMany - ofFew) / LOOKUPS).isLessThanOrEqualTo(OF_A_LONGER_NAME);
    }

    private static SlotLookup lookup(int slots, String names) {
        SlotLookup lookup = new SlotLookup();
        lookup.slots = slots;
        lookup.names = names;
        lookup.open();
        return lookup;
    }

    private long nanos(SlotLookup lookup) {
        long start = THREADS.getCurrentThreadCpuTime();
        find(lookup);
        return THREADS.getCurrentThreadCpuTime() - start;
    }

    private long allocated(SlotLookup lookup) {
        long start = THREADS.getCurrentThreadAllocatedBytes();
        find(lookup);
        return THREADS.getCurrentThreadAllocatedBytes() - start;
    }

    private void find(SlotLookup lookup) {
        for (int i = 0; i < LOOKUPS; i++) {
            found += lookup.find().isPresent() ? 1 : 0;
        }
    }
}
