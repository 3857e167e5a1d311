package io.mailslot4j.host;

import io.netty.channel.IoEventLoop;
import io.netty.channel.IoRegistration;
import io.netty.channel.nio.NioIoOps;
import io.netty.channel.nio.NioSelectableChannelIoHandle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A UDP socket whose packets an event loop of Netty's reads, and that any thread may send from. It is no channel of Netty's:
 * to read all packets into one buffer and hand each on at once takes less time than a buffer, an object and a way through a
 * pipeline for each. Thread-safe.
 */
public final class PacketSocket implements AutoCloseable {
    /** Twice what a datagram of the service may have: a packet that fills this was cut, and fails to decode. */
    public static final int MAX_PACKET = 2048;

    /** After so many packets at the latest their readers are woken. */
    private static final int PACKETS_A_BATCH = 256;

    /** After so many, at the latest, the loop's other sockets have their turn. */
    private static final int LOOKS = 256;

    private static final Logger LOG = LoggerFactory.getLogger(PacketSocket.class);

    private final IoEventLoop loop;
    private final DatagramChannel socket;
    private final SendBuffer sendBuffer;
    private final SocketListener listener;
    /** Of one packet after the other. */
    private final ByteBuffer packet = ByteBuffer.allocateDirect(MAX_PACKET);

    private PacketSocket(IoEventLoop loop, DatagramChannel socket, SocketListener listener) {
        this.loop = loop;
        this.socket = socket;
        this.sendBuffer = new SendBuffer(socket);
        this.listener = listener;
    }

    /**
     * Opens a socket whose packets go to {@code listener}. Not to be called in the thread of the event loop.
     *
     * @param loop one that serves sockets of the JDK
     * @param receiveBuffer wanted octets of receive buffer
     * @throws io.mailslot4j.NetworkException if it cannot be had
     */
    public static PacketSocket open(
            IoEventLoop loop, InetSocketAddress address, int receiveBuffer, SocketListener listener) {
        return open(loop, address, receiveBuffer, listener, isForAll(address));
    }

    /**
     * As {@link #open}, on an address that another program has too, if that allows it. Both get what is broadcast; what is
     * for one host goes to the one that is bound more closely, or last.
     *
     * @throws io.mailslot4j.NetworkException if it cannot be had
     */
    public static PacketSocket openBeside(
            IoEventLoop loop, InetSocketAddress address, int receiveBuffer, SocketListener listener) {
        return open(loop, address, receiveBuffer, listener, true);
    }

    private static PacketSocket open(
            IoEventLoop loop, InetSocketAddress address, int receiveBuffer, SocketListener listener, boolean shared) {
        try {
            DatagramChannel socket = unbound(address, shared);
            try {
                socket.configureBlocking(false);
                socket.setOption(StandardSocketOptions.SO_BROADCAST, true)
                        .setOption(StandardSocketOptions.SO_RCVBUF, receiveBuffer);
                PacketSocket bound = new PacketSocket(loop, socket.bind(address), listener);
                bound.read();
                return bound;
            } catch (IOException | RuntimeException | Error e) {
                socket.close();
                throw e;
            }
        } catch (IOException | UncheckedIOException e) {
            throw BindTrouble.explain(address, e);
        }
    }

    /** A socket that can be bound to {@code address}. */
    public static DatagramChannel unbound(InetSocketAddress address) throws IOException {
        return unbound(address, isForAll(address));
    }

    /** Whoever listens on another interface needs 255.255.255.255 too; every such socket gets every packet. */
    private static boolean isForAll(InetSocketAddress address) {
        return address.getAddress().getHostAddress().equals("255.255.255.255");
    }

    private static DatagramChannel unbound(InetSocketAddress address, boolean shared) throws IOException {
        // The JDK refuses to bind an IPv4 socket to 127.255.255.255 or 255.255.255.255, but not one of both families.
        DatagramChannel socket = isForAll(address) || address.getAddress().isLoopbackAddress()
                ? DatagramChannel.open()
                : DatagramChannel.open(StandardProtocolFamily.INET);
        try {
            return socket.setOption(StandardSocketOptions.SO_REUSEADDR, shared);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private void read() {
        IoRegistration registered =
                loop.register(new Reading()).syncUninterruptibly().getNow();
        // From another thread it would not wake the loop.
        loop.execute(() -> registered.submit(NioIoOps.READ));
    }

    /** What the event loop knows of us. */
    private final class Reading extends NioSelectableChannelIoHandle<DatagramChannel> {
        Reading() {
            super(socket);
        }

        @Override
        protected void handle(DatagramChannel channel, SelectionKey key) {
            readAll();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /** Reads a batch; and if that was all, looks again when others had their turn, who may send the next because of it. */
    @SuppressWarnings("ThreadPriorityCheck") // Nothing depends on whether the scheduler listens.
    private void readAll() {
        int packets = readBatch();
        for (int looks = 0; packets > 0 && packets < PACKETS_A_BATCH && looks < LOOKS; looks++) {
            // To sleep until the next packet and to be woken for it takes longer than all else about it.
            Thread.yield();
            packets = readBatch();
        }
    }

    /** Reads what waits, without anybody having been told that something does. To be called in the thread of the event loop. */
    public void readNow() {
        int packets = 1;
        for (int looks = 0; packets > 0 && looks < LOOKS; looks++) {
            packets = readBatch();
        }
    }

    /**
     * Whatever fails, ours or a watcher's, must not get at the event loop: an error would end it, and nobody would read.
     *
     * @return packets
     */
    private int readBatch() {
        int packets = 0;
        try {
            while (packets < PACKETS_A_BATCH) {
                InetSocketAddress from = (InetSocketAddress) socket.receive(packet.clear());
                if (from == null) {
                    break;
                }
                packets++;
                listener.received(packet.flip(), from);
            }
        } catch (IOException e) {
            // Such as an ICMP error for something we sent. The socket works on.
            LOG.debug("on {}", socket, e);
        } catch (Throwable e) {
            LOG.warn("a packet could not be handled", e);
        }
        if (packets > 0) {
            endBatch();
        }
        return packets;
    }

    private void endBatch() {
        try {
            listener.endOfBatch();
        } catch (Throwable e) {
            LOG.warn("packets could not be handled", e);
        }
    }

    /**
     * Sends in the thread that wants to: to ask the event loop, and to wait for it, takes longer than sending. Waits while
     * the socket's buffer is full. An interrupt closes nothing, as the socket does not block; and the JDK keeps those who
     * send and who close apart.
     *
     * @param octets what is between position and limit
     * @throws java.nio.channels.ClosedChannelException after {@link #close}
     */
    public void send(ByteBuffer octets, InetSocketAddress to) throws IOException {
        sendBuffer.send(octets, to);
    }

    /**
     * Lets other programs have a socket on the same address from now on, if they allow that too. Those that do not allow it
     * still find the port in use.
     */
    public void leaveRoom() {
        try {
            socket.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is bound. */
    public InetSocketAddress localAddress() {
        return (InetSocketAddress) socket.socket().getLocalSocketAddress();
    }

    /** Octets of receive buffer that the system granted. */
    public int receiveBuffer() {
        try {
            return socket.getOption(StandardSocketOptions.SO_RCVBUF);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * In the event loop's thread: closed under its eyes, a socket would have it stumble, and wait for a second. Not to be
     * called in that thread.
     */
    @Override
    public void close() {
        try {
            loop.submit(sendBuffer::close).awaitUninterruptibly();
        } catch (RejectedExecutionException ended) {
            sendBuffer.close();
        }
    }
}
