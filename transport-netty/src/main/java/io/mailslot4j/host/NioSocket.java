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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A JDK socket on an event loop of Netty's. It is no channel of Netty's: to read all packets into one buffer and hand each on
 * at once takes less time than a buffer, an object and a way through a pipeline for each.
 */
final class NioSocket implements PacketSocket {
    private static final Logger LOG = LoggerFactory.getLogger(NioSocket.class);

    private final DatagramChannel socket;
    private final SocketListener listener;
    /** Of one packet after the other. */
    private final ByteBuffer packet = ByteBuffer.allocateDirect(SocketKind.MAX_PACKET);

    private NioSocket(DatagramChannel socket, SocketListener listener) {
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
                NioSocket bound = new NioSocket(socket.bind(address), listener);
                bound.readOn(loop);
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

    private void readOn(IoEventLoop loop) {
        IoRegistration registered =
                loop.register(new Reading()).syncUninterruptibly().getNow();
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

    private void readBatch() {
        try {
            for (int packets = 0; packets < SocketKind.PACKETS_A_BATCH; packets++) {
                packet.clear();
                InetSocketAddress from = (InetSocketAddress) socket.receive(packet);
                if (from == null) {
                    break;
                }
                listener.received(packet.flip(), from);
            }
        } catch (IOException e) {
            // Such as an ICMP error for something we sent. The socket works on.
            LOG.debug("on {}", socket, e);
        } catch (RuntimeException e) {
            LOG.warn("a packet could not be handled", e);
        }
        listener.endOfBatch();
    }

    /** An interrupt closes nothing, as the socket does not block; and the JDK keeps those who send and who close apart. */
    @Override
    public void send(ByteBuffer octets, InetSocketAddress to) throws IOException {
        while (socket.send(octets, to) == 0) {
            SendBuffer.awaitRoom(socket);
        }
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

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("closing {}", socket, e);
        }
    }
}
