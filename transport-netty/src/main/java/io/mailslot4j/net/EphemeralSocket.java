package io.mailslot4j.net;

import io.mailslot4j.host.SendBuffer;
import io.mailslot4j.protocol.Ipv4Address;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import org.jspecify.annotations.Nullable;

/**
 * Sends from a port that the system chooses, opened with the first packet, and from another if there is much for one
 * destination. Its channels do not block, because an interrupted thread would close one that does under the others; and
 * there is no event loop, because a program that sends one message should not start one. Thread-safe.
 */
final class EphemeralSocket implements PacketSink, AutoCloseable {
    private final Object lock = new Object();
    private volatile @Nullable SendBuffer socket;
    private volatile @Nullable DirectLine line;
    private boolean closed;

    @Override
    public void send(ByteBuffer packet, Ipv4Address from, InetSocketAddress to) throws IOException {
        DirectLine last = line;
        if (last == null || !last.leads(from, to)) {
            last = lineTo(from, to);
        }
        if (last.send(packet)) {
            return;
        }
        SendBuffer open = socket;
        if (open == null) {
            open = opened();
        }
        try {
            open.send(packet, to);
        } catch (ClosedChannelException e) {
            throw new IOException("closed", e);
        }
    }

    private DirectLine lineTo(Ipv4Address from, InetSocketAddress to) throws IOException {
        DirectLine next = new DirectLine(from, to);
        synchronized (lock) {
            checkOpen();
            DirectLine last = line;
            if (last != null) {
                last.close();
            }
            line = next;
        }
        return next;
    }

    private SendBuffer opened() throws IOException {
        synchronized (lock) {
            checkOpen();
            SendBuffer open = socket;
            if (open == null) {
                open = new SendBuffer(open());
                socket = open;
            }
            return open;
        }
    }

    private void checkOpen() throws IOException {
        if (closed) {
            throw new IOException("closed");
        }
    }

    /** One that sends to whomever it is asked to. */
    static DatagramChannel open() throws IOException {
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

    /** A port that packets are sent from now, or 0 before there was one, and when closed. */
    int port() {
        DirectLine last = line;
        DatagramChannel open = last == null ? null : last.socket();
        SendBuffer usual = socket;
        if (open == null && usual != null) {
            open = usual.socket();
        }
        return open == null ? 0 : Math.max(0, open.socket().getLocalPort());
    }

    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            SendBuffer open = socket;
            if (open != null) {
                open.close();
            }
            DirectLine last = line;
            if (last != null) {
                last.close();
            }
        }
    }
}
