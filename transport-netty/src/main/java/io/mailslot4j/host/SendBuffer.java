package io.mailslot4j.host;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/** What the system holds until the network has taken it, which is rarely full. */
public final class SendBuffer {
    /** Milliseconds after which a wait for room sees that the socket was closed. */
    private static final long LONGEST_WAIT = 100;

    private SendBuffer() {}

    /**
     * Sends, and waits for room if need be.
     *
     * @param socket one that does not block
     * @param packet what is between position and limit, one octet at least
     * @throws java.nio.channels.ClosedChannelException if the socket is closed
     */
    public static void send(DatagramChannel socket, ByteBuffer packet, InetSocketAddress to) throws IOException {
        while (socket.send(packet, to) == 0) {
            awaitRoom(socket);
        }
    }

    private static void awaitRoom(DatagramChannel socket) throws IOException {
        // Otherwise an interrupted thread would not wait, but try all the time.
        boolean interrupted = Thread.interrupted();
        try (Selector selector = Selector.open()) {
            socket.register(selector, SelectionKey.OP_WRITE);
            selector.select(LONGEST_WAIT);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
