package io.mailslot4j;

import java.util.Map;

/**
 * What a network has done so far. Taken while traffic goes on, so the numbers may differ by the messages of a moment.
 *
 * @param received datagrams taken from the socket
 * @param delivered messages put into a queue, from the network or locally
 * @param dropped datagrams that came to nothing, by reason; reasons without any are left out. With {@link
 *     Overflow#DROP_OLDEST} also messages that were delivered, and lost before they were taken
 * @param sent datagrams sent
 * @param sendFailures datagrams that the system refused to send
 */
public record NetworkCounters(
        long received, long delivered, Map<DropReason, Long> dropped, long sent, long sendFailures) {

    /** How often a reason occurred. */
    public long dropped(DropReason reason) {
        return dropped.getOrDefault(reason, 0L);
    }
}
