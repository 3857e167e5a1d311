package io.mailslot4j.host;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.unix.Socket;
import io.netty.channel.unix.UnixChannel;
import io.netty.util.Attribute;
import io.netty.util.AttributeKey;
import java.io.IOException;
import java.net.InetSocketAddress;

/** Everything that needs Netty's epoll classes, which may be missing: touch it only where that is caught. */
final class EpollSockets {
    private static final AttributeKey<Socket> SOCKET = AttributeKey.valueOf(EpollSockets.class, "socket");

    private EpollSockets() {}

    static boolean work() {
        return Epoll.isAvailable();
    }

    /**
     * Sends without waiting and without the event loop. The channel must stay open meanwhile: what is closed may have given its
     * number to another file.
     *
     * @return whether that was done; if not, the buffer is full
     */
    static boolean send(Channel channel, byte[] packet, InetSocketAddress to) throws IOException {
        ByteBuf direct = channel.alloc().directBuffer(packet.length).writeBytes(packet);
        try {
            return socket(channel)
                            .sendTo(
                                    direct.internalNioBuffer(0, packet.length),
                                    0,
                                    packet.length,
                                    to.getAddress(),
                                    to.getPort())
                    > 0;
        } finally {
            direct.release();
        }
    }

    /** Made once, because that asks the system. */
    private static Socket socket(Channel channel) {
        Attribute<Socket> known = channel.attr(SOCKET);
        Socket socket = known.get();
        if (socket == null) {
            socket = new Socket(((UnixChannel) channel).fd().intValue());
            known.set(socket);
        }
        return socket;
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
