package io.mailslot4j.net;

import io.mailslot4j.protocol.Ipv4Address;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connected socket for one destination that gets much: the system looks for the way once and not for each packet, which
 * is a tenth of what sending takes. Whatever it does not send is to be sent without it. Thread-safe.
 */
final class DirectLine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DirectLine.class);

    /** Opening a socket takes as long as a few packets. */
    static final int WORTHWHILE = 16;

    private final Ipv4Address from;
    private final InetSocketAddress to;
    private int packets;
    private boolean closed;
    private volatile @Nullable DatagramChannel socket;

    /** @param from the address of ours that the system chose when it was last asked; it would not change on its own */
    DirectLine(Ipv4Address from, InetSocketAddress to) {
        this.from = from;
        this.to = to;
    }

    boolean leads(Ipv4Address source, InetSocketAddress destination) {
        return to.equals(destination) && from.equals(source);
    }

    /** Sends without waiting; false if it was not this that did. */
    boolean send(ByteBuffer packet) {
        DatagramChannel open = socket;
        if (open == null) {
            open = nextOpened();
        }
        try {
            return open != null && open.write(packet) > 0;
        } catch (IOException e) {
            // Nobody listened to a packet before, as a rule. To hear of each such would take longer than to send.
            LOG.debug("no direct line to {}", to, e);
            close();
            return false;
        }
    }

    private synchronized @Nullable DatagramChannel nextOpened() {
        if (closed || ++packets <= WORTHWHILE) {
            return null;
        }
        DatagramChannel open = socket;
        if (open != null) {
            return open;
        }
        try {
            open = connected(to);
            socket = open;
            return open;
        } catch (IOException | RuntimeException e) {
            LOG.debug("no direct line to {}", to, e);
            close();
            return null;
        }
    }

    private static DatagramChannel connected(InetSocketAddress to) throws IOException {
        DatagramChannel channel = EphemeralSocket.open();
        try {
            return channel.connect(to);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Where it sends from, once it does. */
    @Nullable
    DatagramChannel socket() {
        return socket;
    }

    @Override
    public synchronized void close() {
        closed = true;
        DatagramChannel open = socket;
        socket = null;
        if (open != null) {
            open.socket().close();
        }
    }
}
