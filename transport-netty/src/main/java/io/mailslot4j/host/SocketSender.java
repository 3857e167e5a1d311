package io.mailslot4j.host;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/**
 * Sends from a socket of an event loop in the thread that wants to: to ask the event loop, and to wait for it, takes longer
 * than sending. Thread-safe.
 */
@FunctionalInterface
public interface SocketSender {
    /**
     * Sends without waiting.
     *
     * @param packet what is between position and limit
     * @return whether that was done; if not, the socket's buffer is full
     * @throws java.nio.channels.ClosedChannelException after {@link #close}
     */
    boolean send(ByteBuffer packet, InetSocketAddress to) throws IOException;

    /** To be called before the socket is closed: nobody is sending any more. */
    default void close() {}
}
