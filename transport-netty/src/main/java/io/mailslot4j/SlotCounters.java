package io.mailslot4j;

/**
 * What the queue of one reader has seen.
 *
 * @param received messages that came, from the network or locally
 * @param taken messages handed to the program
 * @param dropped messages lost because the queue was full
 * @param tooBig messages refused because they were longer than the reader allows
 */
public record SlotCounters(long received, long taken, long dropped, long tooBig) {}
