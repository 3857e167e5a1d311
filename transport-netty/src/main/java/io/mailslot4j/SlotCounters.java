package io.mailslot4j;

/**
 * What the queue of one reader has seen. What was received and is in no other number waits.
 *
 * @param received messages that came, from the network or locally
 * @param taken messages handed to the program
 * @param dropped messages lost because the queue was full
 * @param tooBig messages refused because they were longer than the reader allows
 * @param duplicates further copies of messages, which are not in {@code received}
 * @param discarded messages that nobody had read when the reader was closed
 */
public record SlotCounters(long received, long taken, long dropped, long tooBig, long duplicates, long discarded) {}
