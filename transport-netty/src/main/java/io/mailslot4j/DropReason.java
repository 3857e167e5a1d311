package io.mailslot4j;

/** Why a datagram that came did not become a message in a queue. */
public enum DropReason {
    /** Not a packet of the NetBIOS datagram service. */
    MALFORMED_DATAGRAM("malformed datagram"),
    /** A datagram error or query, which nobody here asked for. */
    NOT_A_MESSAGE("not a message"),
    /** A fragment that does not fit, or too many datagrams incomplete. */
    FRAGMENT_REFUSED("fragment refused"),
    /** Addressed to a name that is not ours. */
    NOT_OUR_NAME("not our name"),
    /** The user data is not a mailslot write. */
    NOT_A_MAILSLOT_WRITE("not a mailslot write"),
    /** Another copy of a message that came before. */
    DUPLICATE("duplicate"),
    /** Nobody here reads that slot. */
    NO_READER("no reader"),
    /** Longer than the reader of the slot allows. */
    TOO_BIG("too big"),
    /** The queue of the slot is full: there was no room for it, or it made room for a newer message. */
    QUEUE_FULL("queue full"),
    /** It came to the process that has the port for us, and we were too slow to take it from there. */
    NOT_HANDED_OVER("not handed over");

    private final String words;

    DropReason(String words) {
        this.words = words;
    }

    /** The reason in a few words, for people. */
    @Override
    public String toString() {
        return words;
    }
}
