package io.mailslot4j.host;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.IoEventLoop;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.unix.Buffer;
import io.netty.channel.unix.Socket;
import io.netty.channel.unix.UnixChannel;
import java.io.IOException;
import java.lang.ref.Reference;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.locks.StampedLock;

/** One of Netty's epoll sockets. Its number may be that of another file once it is closed. */
final class EpollSocket implements PacketSocket {
    private final DatagramChannel channel;
    private final Socket socket;
    /** Read by all who send, and so by nobody who closes. */
    private final StampedLock use = new StampedLock();

    private boolean closed;

    private EpollSocket(DatagramChannel channel) {
        this.channel = channel;
        this.socket = new Socket(((UnixChannel) channel).fd().intValue());
    }

    static EpollSocket open(IoEventLoop loop, InetSocketAddress address, int receiveBuffer, SocketListener listener) {
        Bootstrap bootstrap = new Bootstrap()
                .group(loop)
                .option(ChannelOption.SO_BROADCAST, true)
                .option(ChannelOption.SO_RCVBUF, receiveBuffer)
                .handler(new PacketHandler(listener));
        SocketKind.EPOLL.configure(bootstrap, address);
        ChannelFuture bound = bootstrap.bind(address).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw BindTrouble.explain(address, bound.cause());
        }
        return new EpollSocket((DatagramChannel) bound.channel());
    }

    @Override
    public void send(ByteBuffer packet, InetSocketAddress to) throws IOException {
        if (!sendNow(packet, to)) {
            sendLater(packet, to);
        }
    }

    private boolean sendNow(ByteBuffer packet, InetSocketAddress to) throws IOException {
        ByteBuffer direct = packet.isDirect()
                ? packet
                : ByteBuffer.allocateDirect(packet.remaining())
                        .put(packet.duplicate())
                        .flip();
        long stamp = use.readLock();
        try {
            if (closed) {
                throw new ClosedChannelException();
            }
            long address = Buffer.memoryAddress(direct);
            return socket.sendToAddress(address, direct.position(), direct.limit(), to.getAddress(), to.getPort()) > 0;
        } finally {
            use.unlockRead(stamp);
            // The system knows its address only.
            Reference.reachabilityFence(direct);
        }
    }

    /** The event loop knows when there is room for the packet. */
    private void sendLater(ByteBuffer packet, InetSocketAddress to) throws IOException {
        ChannelFuture sent = channel.writeAndFlush(new DatagramPacket(Unpooled.wrappedBuffer(packet), to))
                .awaitUninterruptibly();
        if (!sent.isSuccess()) {
            Throwable cause = sent.cause();
            throw cause instanceof IOException e ? e : new IOException(String.valueOf(cause), cause);
        }
    }

    @Override
    public InetSocketAddress localAddress() {
        return channel.localAddress();
    }

    @Override
    public int receiveBuffer() {
        // Linux tells twice what it granted (socket(7)).
        return channel.config().getReceiveBufferSize() / 2;
    }

    @Override
    public void close() {
        long stamp = use.writeLock();
        closed = true;
        use.unlockWrite(stamp);
        channel.close().awaitUninterruptibly();
    }
}
