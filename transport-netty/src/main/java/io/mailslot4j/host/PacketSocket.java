package io.mailslot4j.host;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** A UDP socket whose packets an event loop reads, and that any thread may send from. Thread-safe. */
public interface PacketSocket extends AutoCloseable {
    /**
     * Sends in the thread that wants to: to ask the event loop, and to wait for it, takes longer than sending. Waits while
     * the socket's buffer is full.
     *
     * @param packet what is between position and limit
     * @throws java.nio.channels.ClosedChannelException after {@link #close}
     */
    void send(ByteBuffer packet, InetSocketAddress to) throws IOException;

    /** Where it is bound. */
    InetSocketAddress localAddress();

    /** Octets of receive buffer that the system granted. */
    int receiveBuffer();

    /** Not to be called in the thread of the event loop. */
    @Override
    void close();
}
