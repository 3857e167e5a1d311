package io.mailslot4j.host;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** Hears what comes to a socket, in the thread of the socket's event loop. */
public interface SocketListener {
    /**
     * A packet came.
     *
     * @param packet what is between position and limit, and only until this returns
     */
    void received(ByteBuffer packet, InetSocketAddress from);

    /** Nothing more is there for now, or many packets came in a row. */
    void endOfBatch();
}
