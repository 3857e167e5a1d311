package io.mailslot4j;

/**
 * What becomes of a message that comes when its reader's queue is full. Every message lost is counted. There is no
 * policy that waits: nobody can make the network wait.
 */
public enum Overflow {
    /** The message that comes is lost. */
    DROP_NEWEST,
    /** The message that has waited longest is lost, or as many of these as a long one needs the room of. */
    DROP_OLDEST,
    /** As {@link #DROP_NEWEST}, and a writer on this machine is told by a {@link MailslotFullException}. */
    REJECT
}
