package io.mailslot4j.delivery;

/**
 * What became of a message that was offered to a queue.
 *
 * @param displaced how many that waited were lost to make room for it, the oldest first
 */
public record Offer(Outcome outcome, int displaced) {
    /** Where the message is now. */
    public enum Outcome {
        /** It waits in the queue. */
        ACCEPTED,
        /** It is lost, because the queue is full. */
        FULL,
        /** It is lost, because it is longer than the reader allows. */
        TOO_BIG,
        /** It is lost, because the reader has closed. */
        CLOSED
    }

    static final Offer ACCEPTED = new Offer(Outcome.ACCEPTED, 0);
    static final Offer FULL = new Offer(Outcome.FULL, 0);
    static final Offer TOO_BIG = new Offer(Outcome.TOO_BIG, 0);
    static final Offer CLOSED = new Offer(Outcome.CLOSED, 0);
}
