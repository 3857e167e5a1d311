package io.mailslot4j.net;

import io.mailslot4j.protocol.Octets;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends from a port that the system chooses, opened with the first packet. A {@link DatagramSocket}, because an
 * interrupted thread would close a channel under the others; and no event loop, because a program that sends one message
 * should not start one. Thread-safe.
 */
final class EphemeralSocket implements PacketSink, AutoCloseable {
    private final Object lock = new Object();
    private @Nullable DatagramSocket socket;
    private boolean closed;
    private final Optional<WatchedPackets> watched;

    /** @param watched is shown what is sent */
    EphemeralSocket(Optional<WatchedPackets> watched) {
        this.watched = watched;
    }

    @Override
    public void send(Octets packet, InetAddress from, InetSocketAddress to) throws IOException {
        byte[] octets = packet.toArray();
        DatagramSocket open = opened();
        open.send(new DatagramPacket(octets, octets.length, to));
        watched.ifPresent(each -> each.show(new InetSocketAddress(from, open.getLocalPort()), to, packet));
    }

    private DatagramSocket opened() throws IOException {
        synchronized (lock) {
            if (closed) {
                throw new IOException("closed");
            }
            if (socket == null) {
                socket = new DatagramSocket(new InetSocketAddress(InetAddress.getByAddress(new byte[4]), 0));
                socket.setBroadcast(true);
            }
            return socket;
        }
    }

    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            if (socket != null) {
                socket.close();
            }
        }
    }
}
