package io.mailslot4j.host;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.nio.NioIoHandler;
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
        void prepare(Bootstrap bootstrap, InetSocketAddress address) {
            bootstrap
                    .channelFactory(() -> NioSocket.open(needsBothFamilies(address)))
                    .option(
                            ChannelOption.RECVBUF_ALLOCATOR,
                            new FixedRecvByteBufAllocator(MAX_PACKET).maxMessagesPerRead(PACKETS_A_BATCH));
        }

        @Override
        public SocketSender sender(Channel channel) {
            return NioSocket.sender(channel);
        }

        // The JDK refuses to bind an IPv4 socket to 127.255.255.255 or 255.255.255.255, but not one of both families.
        private boolean needsBothFamilies(InetSocketAddress address) {
            return address.getAddress().isLoopbackAddress() || isLimitedBroadcast(address);
        }
    },
    /** Linux epoll, with many packets in one system call. */
    EPOLL {
        @Override
        public IoHandlerFactory ioHandlers() {
            return EpollSockets.ioHandlers();
        }

        @Override
        void prepare(Bootstrap bootstrap, InetSocketAddress address) {
            EpollSockets.configure(bootstrap, MAX_PACKET, PACKETS_A_READ, PACKETS_A_BATCH);
        }

        @Override
        public SocketSender sender(Channel channel) {
            return EpollSockets.sender(channel);
        }
    };

    /** Twice what a datagram of the service may have: a packet that fills this was cut, and fails to decode. */
    public static final int MAX_PACKET = 2048;

    private static final int PACKETS_A_READ = 32;

    /** After so many packets at the latest their readers are woken. Netty's own 16 are woken for too often. */
    private static final int PACKETS_A_BATCH = 256;

    /** What makes an event loop for this kind. */
    public abstract IoHandlerFactory ioHandlers();

    /** Prepares for a socket on {@code address}. */
    public final void configure(Bootstrap bootstrap, InetSocketAddress address) {
        prepare(bootstrap, address);
        if (isLimitedBroadcast(address)) {
            // Whoever listens on another interface needs it too; every such socket gets every packet.
            bootstrap.option(ChannelOption.SO_REUSEADDR, true);
        }
    }

    /** Sends from {@code channel}, which is of this kind, without its event loop. */
    public abstract SocketSender sender(Channel channel);

    abstract void prepare(Bootstrap bootstrap, InetSocketAddress address);

    private static boolean isLimitedBroadcast(InetSocketAddress address) {
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
