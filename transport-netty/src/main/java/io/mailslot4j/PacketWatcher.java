package io.mailslot4j;

import io.mailslot4j.protocol.Octets;
import java.net.InetSocketAddress;

/**
 * Is shown the UDP packets that are sent and received, as they are on the wire, those that are malformed or not for us too:
 * for captures. Called by the threads that carry the packets, several at a time, so it must be quick and thread-safe.
 */
@FunctionalInterface
public interface PacketWatcher {
    /**
     * A packet came, or has been sent.
     *
     * @param from the sender
     * @param to the receiver; the address 0.0.0.0 if it is one of ours and nothing tells which, as with all datagrams
     * @param packet the payload of UDP
     */
    void seen(InetSocketAddress from, InetSocketAddress to, Octets packet);
}
