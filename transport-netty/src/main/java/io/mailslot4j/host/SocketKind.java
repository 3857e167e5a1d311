package io.mailslot4j.host;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.IoEventLoop;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDatagramChannel;
import java.io.IOException;
import java.net.InetSocketAddress;

/** How sockets are served. */
public enum SocketKind {
    /** The JDK's own channels, everywhere. */
    NIO {
        @Override
        public IoHandlerFactory ioHandlers() {
            return NioIoHandler.newFactory();
        }

        @Override
        public PacketSocket open(
                IoEventLoop loop, InetSocketAddress address, int receiveBuffer, SocketListener listener) {
            return NioSocket.open(loop, address, receiveBuffer, listener);
        }

        @Override
        void prepare(Bootstrap bootstrap, InetSocketAddress address) {
            bootstrap
                    .channelFactory(() -> channel(address))
                    .option(
                            ChannelOption.RECVBUF_ALLOCATOR,
                            new FixedRecvByteBufAllocator(MAX_PACKET).maxMessagesPerRead(PACKETS_A_BATCH));
        }

        private Channel channel(InetSocketAddress address) {
            try {
                return new NioDatagramChannel(NioSocket.unbound(address));
            } catch (IOException e) {
                throw new ChannelException("cannot open a socket", e);
            }
        }
    },
    /** Linux epoll, with many packets in one system call. */
    EPOLL {
        @Override
        public IoHandlerFactory ioHandlers() {
            return EpollSockets.ioHandlers();
        }

        @Override
        public PacketSocket open(
                IoEventLoop loop, InetSocketAddress address, int receiveBuffer, SocketListener listener) {
            return EpollSocket.open(loop, address, receiveBuffer, listener);
        }

        @Override
        void prepare(Bootstrap bootstrap, InetSocketAddress address) {
            EpollSockets.configure(bootstrap, MAX_PACKET, PACKETS_A_READ, PACKETS_A_BATCH);
        }
    };

    /** Twice what a datagram of the service may have: a packet that fills this was cut, and fails to decode. */
    public static final int MAX_PACKET = 2048;

    private static final int PACKETS_A_READ = 32;

    /** After so many packets at the latest their readers are woken. Netty's own 16 are woken for too often. */
    static final int PACKETS_A_BATCH = 256;

    /** What makes an event loop for this kind. */
    public abstract IoHandlerFactory ioHandlers();

    /**
     * Opens a socket whose packets go to {@code listener}. Not to be called in the thread of the event loop.
     *
     * @param loop one for this kind
     * @param receiveBuffer wanted octets of receive buffer
     * @throws io.mailslot4j.NetworkException if it cannot be had
     */
    public abstract PacketSocket open(
            IoEventLoop loop, InetSocketAddress address, int receiveBuffer, SocketListener listener);

    /** Prepares for a channel on {@code address}. */
    public final void configure(Bootstrap bootstrap, InetSocketAddress address) {
        prepare(bootstrap, address);
        if (isShared(address)) {
            bootstrap.option(ChannelOption.SO_REUSEADDR, true);
        }
    }

    abstract void prepare(Bootstrap bootstrap, InetSocketAddress address);

    /** 255.255.255.255: whoever listens on another interface needs it too; every such socket gets every packet. */
    static boolean isShared(InetSocketAddress address) {
        return address.getAddress().getHostAddress().equals("255.255.255.255");
    }

    /** The best that works here. */
    public static SocketKind best() {
        return epollWorks() ? EPOLL : NIO;
    }

    private static boolean epollWorks() {
        try {
            return EpollSockets.work();
        } catch (LinkageError notOnThePath) {
            return false;
        }
    }
}
