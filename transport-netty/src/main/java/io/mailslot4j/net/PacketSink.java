package io.mailslot4j.net;

import io.mailslot4j.protocol.Octets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Where UDP packets leave: our own port while we listen, or any free one while we do not. Thread-safe. */
public interface PacketSink {
    /**
     * Hands a packet to the system. What becomes of it nobody knows.
     *
     * @param from the address of ours that the packet names as its source
     */
    void send(Octets packet, InetAddress from, InetSocketAddress to) throws IOException;
}
