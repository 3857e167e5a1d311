package io.mailslot4j.delivery;

/** What became of a message that was put to a reader on this machine. */
public enum LocalOutcome {
    /** It waits in the queue of the reader. */
    ACCEPTED,
    /** It was lost, because the queue is full, and counted by the reader. */
    DROPPED,
    /** It was lost, because the queue is full, and the reader wants the writer to be told. */
    REJECTED,
    /** It is longer than the reader allows. */
    TOO_BIG,
    /** The reader has closed. */
    CLOSED,
    /** It is not addressed to a name of the reader's network. */
    NOT_OURS,
    /** The reader's process has no memory for it. */
    NO_MEMORY
}
