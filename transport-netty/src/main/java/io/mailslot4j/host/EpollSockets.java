package io.mailslot4j.host;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.socket.SocketProtocolFamily;

/** Everything that needs Netty's epoll classes, which may be missing: touch it only where that is caught. */
final class EpollSockets {
    private EpollSockets() {}

    static boolean work() {
        return Epoll.isAvailable();
    }

    static IoHandlerFactory ioHandlers() {
        return EpollIoHandler.newFactory();
    }

    static void configure(Bootstrap bootstrap, int maxPacket, int packetsARead, int packetsABatch) {
        bootstrap
                .channelFactory(() -> new EpollDatagramChannel(SocketProtocolFamily.INET))
                .option(EpollChannelOption.MAX_DATAGRAM_PAYLOAD_SIZE, maxPacket)
                .option(
                        ChannelOption.RECVBUF_ALLOCATOR,
                        new FixedRecvByteBufAllocator(maxPacket * packetsARead).maxMessagesPerRead(packetsABatch));
    }
}
