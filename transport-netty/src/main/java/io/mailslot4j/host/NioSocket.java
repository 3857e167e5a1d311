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
 * A JDK socket on an event loop of Netty's. It is no channel of Netty's: to read all packets into one buffer and hand each on
 * at once takes less time than a buffer, an object and a way through a pipeline for each.
 */
final class NioSocket implements PacketSocket {
    private static final Logger LOG = LoggerFactory.getLogger(NioSocket.class);

    private final IoEventLoop loop;
    private final DatagramChannel socket;
    private final SocketListener listener;
    /** Of one packet after the other. */
    private final ByteBuffer packet = ByteBuffer.allocateDirect(SocketKind.MAX_PACKET);

    private NioSocket(IoEventLoop loop, DatagramChannel socket, SocketListener listener) {
        this.loop = loop;
        this.socket = socket;
        this.listener = listener;
    }

    static NioSocket open(IoEventLoop loop, InetSocketAddress address, int receiveBuffer, SocketListener listener) {
        try {
            DatagramChannel socket = unbound(address);
            try {
                socket.configureBlocking(false);
                socket.setOption(StandardSocketOptions.SO_BROADCAST, true);
                socket.setOption(StandardSocketOptions.SO_RCVBUF, receiveBuffer);
                socket.setOption(StandardSocketOptions.SO_REUSEADDR, SocketKind.isShared(address));
                NioSocket bound = new NioSocket(loop, socket.bind(address), listener);
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

    /** A JDK socket that can be bound to {@code address}. */
    static DatagramChannel unbound(InetSocketAddress address) throws IOException {
        // The JDK refuses to bind an IPv4 socket to 127.255.255.255 or 255.255.255.255, but not one of both families.
        return address.getAddress().isLoopbackAddress() || SocketKind.isShared(address)
                ? DatagramChannel.open()
                : DatagramChannel.open(StandardProtocolFamily.INET);
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
            readBatch();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /** Whatever fails, ours or a watcher's, must not get at the event loop: an error would end it, and nobody would read. */
    private void readBatch() {
        try {
            readPackets();
        } catch (IOException e) {
            // Such as an ICMP error for something we sent. The socket works on.
            LOG.debug("on {}", socket, e);
        } catch (Throwable e) {
            LOG.warn("a packet could not be handled", e);
        }
        try {
            listener.endOfBatch();
        } catch (Throwable e) {
            LOG.warn("packets could not be handled", e);
        }
    }

    private void readPackets() throws IOException {
        for (int packets = 0; packets < SocketKind.PACKETS_A_BATCH; packets++) {
            packet.clear();
            InetSocketAddress from = (InetSocketAddress) socket.receive(packet);
            if (from == null) {
                break;
            }
            listener.received(packet.flip(), from);
        }
    }

    /** An interrupt closes nothing, as the socket does not block; and the JDK keeps those who send and who close apart. */
    @Override
    public void send(ByteBuffer octets, InetSocketAddress to) throws IOException {
        SendBuffer.send(socket, octets, to);
    }

    @Override
    public InetSocketAddress localAddress() {
        return (InetSocketAddress) socket.socket().getLocalSocketAddress();
    }

    @Override
    public int receiveBuffer() {
        try {
            return socket.getOption(StandardSocketOptions.SO_RCVBUF);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the event loop's thread: closed under its eyes, a socket would have it stumble, and wait for a second. */
    @Override
    public void close() {
        try {
            loop.submit(this::closeNow).awaitUninterruptibly();
        } catch (RejectedExecutionException ended) {
            closeNow();
        }
    }

    private void closeNow() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("closing {}", socket, e);
        }
    }
}
