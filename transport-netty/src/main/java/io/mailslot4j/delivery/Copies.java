package io.mailslot4j.delivery;

/** How many further copies of one message have come. Counted by one thread, seen by all. */
public final class Copies {
    private volatile int count;

    Copies() {}

    /** Copies so far, the message itself not included. */
    public int count() {
        return count;
    }

    void another() {
        int now = count;
        if (now < Integer.MAX_VALUE) {
            count = now + 1;
        }
    }
}
