package io.mailslot4j.host;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the system holds of a socket until the network has taken it, which is rarely full. Thread-safe. */
public final class SendBuffer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SendBuffer.class);

    private final DatagramChannel socket;
    private final Set<Selector> waiting = ConcurrentHashMap.newKeySet();

    /** @param socket one that does not block, which is closed with this */
    public SendBuffer(DatagramChannel socket) {
        this.socket = socket;
    }

    /**
     * Sends, and waits for room if need be.
     *
     * @param packet what is between position and limit, one octet at least
     * @throws java.nio.channels.ClosedChannelException if the socket is closed, also while this waits
     */
    public void send(ByteBuffer packet, InetSocketAddress to) throws IOException {
        while (socket.send(packet, to) == 0) {
            awaitRoom();
        }
    }

    private void awaitRoom() throws IOException {
        // Otherwise an interrupted thread would not wait, but try all the time.
        boolean interrupted = Thread.interrupted();
        try (Selector selector = Selector.open()) {
            waiting.add(selector);
            try {
                socket.register(selector, SelectionKey.OP_WRITE);
                selector.select();
            } finally {
                waiting.remove(selector);
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Whose this is. */
    public DatagramChannel socket() {
        return socket;
    }

    /** Closes the socket, and wakes whoever waits: until then the system would not give the port back. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("closing {}", socket, e);
        }
        waiting.forEach(Selector::wakeup);
    }
}
