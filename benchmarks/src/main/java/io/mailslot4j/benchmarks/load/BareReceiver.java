package io.mailslot4j.benchmarks.load;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.DatagramMessage;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.nio.NioDatagramChannel;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Consumer;

/** What Netty does without us: a socket and a handler, with the settings that the product has. */
final class BareReceiver implements Load {
    private static final int MAX_PACKET = 2048;
    private static final int PACKETS_A_READ = 32;
    private static final int PACKETS_A_BATCH = 256;
    private static final int RECEIVE_BUFFER = 4 << 20;
    private static final int CAPACITY = 65_536;

    private final Arrivals arrivals;

    private BareReceiver(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    /** Everything is thrown away. */
    static BareReceiver discard(boolean epoll, int port) throws InterruptedException {
        Arrivals arrivals = new Arrivals();
        bind(epoll, port, packet -> arrivals.one());
        return new BareReceiver(arrivals);
    }

    /** Everything is decoded and handed to a thread through the JDK's queue, which wakes it for each message. */
    static BareReceiver arrayBlockingQueue(boolean epoll, int port) throws InterruptedException {
        Arrivals arrivals = new Arrivals();
        ArrayBlockingQueue<Octets> queue = new ArrayBlockingQueue<>(CAPACITY);
        Thread reader = new Thread(() -> {
            try {
                while (!queue.take().isEmpty()) {
                    arrivals.one();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        reader.setDaemon(true);
        reader.start();
        bind(epoll, port, packet -> {
            Octets octets = Octets.wrap(ByteBufUtil.getBytes(packet.content()));
            MailslotWrite write = MailslotWrite.decode((NetBiosDatagram) DatagramMessage.decode(octets));
            queue.add(Octets.wrap(write.data().toArray()));
        });
        return new BareReceiver(arrivals);
    }

    private static void bind(boolean epoll, int port, Consumer<DatagramPacket> receiver) throws InterruptedException {
        Bootstrap bootstrap = new Bootstrap()
                .group(new MultiThreadIoEventLoopGroup(
                        1, epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory()))
                .channel(epoll ? EpollDatagramChannel.class : NioDatagramChannel.class)
                .option(ChannelOption.SO_RCVBUF, RECEIVE_BUFFER)
                .option(
                        ChannelOption.RECVBUF_ALLOCATOR,
                        new FixedRecvByteBufAllocator(epoll ? MAX_PACKET * PACKETS_A_READ : MAX_PACKET)
                                .maxMessagesPerRead(PACKETS_A_BATCH))
                .handler(new SimpleChannelInboundHandler<DatagramPacket>() {
                    @Override
                    protected void channelRead0(ChannelHandlerContext ctx, DatagramPacket packet) {
                        receiver.accept(packet);
                    }
                });
        if (epoll) {
            bootstrap.option(EpollChannelOption.MAX_DATAGRAM_PAYLOAD_SIZE, MAX_PACKET);
        }
        bootstrap.bind("127.0.0.1", port).sync();
    }

    @Override
    public String run(long times, Runnable running) throws InterruptedException {
        arrivals.await(times, running);
        return "";
    }

    @Override
    public long count() {
        return arrivals.count();
    }

    @Override
    public boolean onlyWaits() {
        return true;
    }
}
