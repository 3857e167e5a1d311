package io.mailslot4j.local;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Takes the UDP packets that come to a port, in batches, of which each belongs to one thread. */
public interface PacketReceiver {
    /**
     * A packet came. {@link #endOfBatch} follows in the same thread, whatever becomes of this.
     *
     * @param packet what remains in it, to be read in place, and not to be kept
     * @param networkInterface the interface that it came in by, where known
     */
    void received(ByteBuffer packet, InetSocketAddress from, Optional<String> networkInterface);

    /** Nothing more is there for now, or many packets came in a row. */
    void endOfBatch();

    /** Packets came, and were lost on the way from the process that has the port. */
    void missed(int packets);
}
