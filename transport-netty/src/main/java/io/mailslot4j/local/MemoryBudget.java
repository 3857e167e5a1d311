package io.mailslot4j.local;

import java.util.ArrayDeque;

/**
 * How many octets of long messages may be on their way into this process at once. Who finds no room waits its turn.
 * Belongs to one thread.
 */
final class MemoryBudget {
    private record Waiting(Object who, int octets, Runnable granted) {}

    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private final long total;
    private long free;

    MemoryBudget(long octets) {
        this.total = octets;
        this.free = octets;
    }

    /** Whether there would be room if nobody else had any. */
    boolean canEverGrant(int octets) {
        return octets <= total;
    }

    /** Runs {@code granted} as soon as there is room, and those before had theirs. */
    void take(Object who, int octets, Runnable granted) {
        waiting.add(new Waiting(who, octets, granted));
        grant();
    }

    /** Gives back what was taken. */
    void giveBack(int octets) {
        free += octets;
        grant();
    }

    /** Forgets who waits no longer. */
    void forget(Object who) {
        waiting.removeIf(w -> w.who().equals(who));
        grant();
    }

    private void grant() {
        for (Waiting first = waiting.peek(); first != null && first.octets() <= free; first = waiting.peek()) {
            waiting.remove();
            free -= first.octets();
            first.granted().run();
        }
    }
}
