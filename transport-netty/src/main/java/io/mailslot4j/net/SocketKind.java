package io.mailslot4j.net;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.socket.nio.NioDatagramChannel;

/** How sockets are served. */
enum SocketKind {
    /** The JDK's own channels, everywhere. */
    NIO {
        @Override
        IoHandlerFactory ioHandlers() {
            return NioIoHandler.newFactory();
        }

        @Override
        void configure(Bootstrap bootstrap) {
            bootstrap
                    .channelFactory(() -> new NioDatagramChannel(SocketProtocolFamily.INET))
                    .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(MAX_PACKET));
        }
    },
    /** Linux epoll, with many packets in one system call. */
    EPOLL {
        @Override
        IoHandlerFactory ioHandlers() {
            return EpollIoHandler.newFactory();
        }

        @Override
        void configure(Bootstrap bootstrap) {
            bootstrap
                    .channelFactory(() -> new EpollDatagramChannel(SocketProtocolFamily.INET))
                    .option(EpollChannelOption.MAX_DATAGRAM_PAYLOAD_SIZE, MAX_PACKET)
                    .option(
                            ChannelOption.RECVBUF_ALLOCATOR,
                            new FixedRecvByteBufAllocator(MAX_PACKET * PACKETS_A_READ));
        }
    };

    /** Twice what a datagram of the service may have: a packet that fills this was cut, and fails to decode. */
    private static final int MAX_PACKET = 2048;

    private static final int PACKETS_A_READ = 32;

    abstract IoHandlerFactory ioHandlers();

    abstract void configure(Bootstrap bootstrap);

    /** The best that works here. */
    static SocketKind best() {
        return epollWorks() ? EPOLL : NIO;
    }

    /** The classes may be missing altogether: they are optional. */
    private static boolean epollWorks() {
        try {
            return Epoll.isAvailable();
        } catch (NoClassDefFoundError notOnThePath) {
            return false;
        }
    }
}
