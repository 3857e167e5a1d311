package io.mailslot4j.benchmarks.load;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/**
 * The heap that a program has not used yet. Linux gives it page by page at the first touch, which costs as much as a message
 * and comes once in the life of a program: it would be measured of a program that has just begun, and of no other.
 */
final class FreshMemory {
    /** The collector finds its size in the first few. */
    private static final int COLLECTIONS = 10;

    private static final int OCTETS = 1 << 14;
    private static final int LAST = 16;

    private FreshMemory() {}

    /** Fills the heap until the collector has been through it some times. */
    static void use() {
        long end = collections() + COLLECTIONS;
        // Kept for a while, because what nobody can see would not be allocated at all.
        byte[][] last = new byte[LAST][];
        for (int i = 0; collections() < end; i = (i + 1) % LAST) {
            last[i] = new byte[OCTETS];
        }
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }
}
