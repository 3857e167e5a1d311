package io.mailslot4j.benchmarks.load;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/**
 * The heap that a program has not used yet. Linux gives it page by page at the first touch, which costs as much as a message
 * and comes once in the life of a program: it would be measured of a program that has just begun, and of no other.
 */
final class FreshMemory {
    /** The collector finds its size in the first few. */
    private static final int COLLECTIONS = 10;

    private static final int OCTETS = 1 << 14;

    /** What is allocated, so that it is not optimized away. */
    private static volatile byte @Nullable [] garbage;

    private FreshMemory() {}

    /** Fills the heap until the collector has been through it some times. */
    static void use() {
        long end = collections() + COLLECTIONS;
        while (collections() < end) {
            garbage = new byte[OCTETS];
        }
        garbage = null;
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }
}
