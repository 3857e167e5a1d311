package io.mailslot4j.net;

import io.mailslot4j.protocol.Ipv4Address;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import org.jspecify.annotations.Nullable;

/**
 * Sends from a port that the system chooses, opened with the first packet. Its channel does not block, because an
 * interrupted thread would close one that does under the others; and there is no event loop, because a program that sends
 * one message should not start one. Thread-safe.
 */
final class EphemeralSocket implements PacketSink, AutoCloseable {
    /** Milliseconds after which a wait for room sees that the socket was closed. */
    private static final long LONGEST_WAIT = 100;

    private final Object lock = new Object();
    private volatile @Nullable DatagramChannel socket;
    private boolean closed;

    @Override
    public void send(ByteBuffer packet, Ipv4Address from, InetSocketAddress to) throws IOException {
        DatagramChannel open = socket;
        if (open == null) {
            open = opened();
        }
        try {
            while (open.send(packet, to) == 0) {
                waitForRoom(open);
            }
        } catch (ClosedChannelException e) {
            throw new IOException("closed", e);
        }
    }

    /** The system has more to send than it holds, which is rare. */
    private static void waitForRoom(DatagramChannel socket) throws IOException {
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

    private DatagramChannel opened() throws IOException {
        synchronized (lock) {
            if (closed) {
                throw new IOException("closed");
            }
            DatagramChannel open = socket;
            if (open == null) {
                open = open();
                socket = open;
            }
            return open;
        }
    }

    private static DatagramChannel open() throws IOException {
        DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET);
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.SO_BROADCAST, true);
            return channel.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[4]), 0));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** The port that the system chose, or 0 before there was a packet. */
    int port() {
        DatagramChannel open = socket;
        return open == null ? 0 : open.socket().getLocalPort();
    }

    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            DatagramChannel open = socket;
            if (open != null) {
                open.socket().close();
            }
        }
    }
}
