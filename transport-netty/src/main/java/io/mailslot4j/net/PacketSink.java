package io.mailslot4j.net;

import io.mailslot4j.protocol.Ipv4Address;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** Where UDP packets leave: our own port while we listen, or any free one while we do not. Thread-safe. */
public interface PacketSink {
    /**
     * Hands a packet to the system. What becomes of it nobody knows.
     *
     * @param packet what is between position and limit, which is nobody else's until this returns
     * @param from the address of ours that the packet names as its source
     */
    void send(ByteBuffer packet, Ipv4Address from, InetSocketAddress to) throws IOException;
}
