package io.mailslot4j.nameservice;

import io.mailslot4j.host.EventLoops;
import io.mailslot4j.host.PacketSocket;
import io.mailslot4j.host.PacketTap;
import io.mailslot4j.netty.NameServiceCodec;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.AddressedEnvelope;
import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.DefaultAddressedEnvelope;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.nio.NioChannelOption;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.PromiseNotifier;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The name service's thread, with real time and real sockets. */
final class NettyLoop implements Timers, NamePorts, Executor, AutoCloseable {
    private static final NameServiceCodec CODEC = new NameServiceCodec();
    private static final Logger LOG = LoggerFactory.getLogger("io.mailslot4j.names");

    private final MultiThreadIoEventLoopGroup group;
    private final EventExecutor thread;
    private final Optional<PacketTap> tap;

    /**
     * Starts it.
     *
     * @param tap sees what passes the sockets
     * @throws io.mailslot4j.NetworkException if the system has no more of what that takes
     */
    NettyLoop(Optional<PacketTap> tap) {
        this.tap = tap;
        this.group = EventLoops.open("mailslot4j-names");
        this.thread = group.next();
    }

    @Override
    public void execute(Runnable action) {
        thread.execute(action);
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public Timer after(Duration delay, Runnable action) {
        Future<?> scheduled = thread.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> scheduled.cancel(false);
    }

    /** Opens a socket on {@code address} whose packets go to {@code inbound}, decoded. */
    ChannelFuture bind(InetSocketAddress address, ChannelHandler inbound) {
        Bootstrap bootstrap = new Bootstrap()
                .group(group)
                .channelFactory(() -> channel(address))
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new BroadcastsOnceBound());
                        tap.ifPresent(channel.pipeline()::addLast);
                        channel.pipeline().addLast(CODEC, inbound);
                    }
                });
        return bootstrap.bind(address);
    }

    private static Channel channel(InetSocketAddress address) {
        try {
            return new NioDatagramChannel(PacketSocket.unbound(address));
        } catch (IOException e) {
            throw new ChannelException("cannot open a socket", e);
        }
    }

    @Override
    public NamePort open(NamePort.Listener listener) {
        return new Port(this, bind(new InetSocketAddress("0.0.0.0", 0), new Inbound(listener)), listener);
    }

    @Override
    public void close() {
        EventLoops.close(group);
    }

    /** A socket that is being opened: on this thread nobody may wait for it, so what is sent follows. */
    private record Port(Executor thread, ChannelFuture opened, Listener listener) implements NamePort {
        @Override
        public void send(NameServicePacket packet, InetSocketAddress to) {
            opened.addListener(done -> {
                if (!done.isSuccess()) {
                    LOG.warn("cannot open a socket for a question", done.cause());
                    // A socket that could not even be made belongs to a thread of Netty's own.
                    thread.execute(() -> listener.notSent(to, reason(done.cause())));
                    return;
                }
                opened.channel()
                        .writeAndFlush(new DefaultAddressedEnvelope<>(packet, to))
                        .addListener(sent -> {
                            if (!sent.isSuccess()) {
                                LOG.info("cannot send a {} to {}: {}", packet.kind(), to, String.valueOf(sent.cause()));
                                listener.notSent(to, reason(sent.cause()));
                            }
                        });
            });
        }

        private static String reason(Throwable cause) {
            return cause.getMessage() == null ? cause.toString() : cause.getMessage();
        }

        /**
         * Not at once: whoever closes a socket because of what it has just read is called from the middle of reading, which
         * would go on with the number of the socket, and another file may have that by then.
         */
        @Override
        public void close() {
            opened.addListener(done -> {
                // What could not be opened is closed, and belongs to no thread.
                if (done.isSuccess()) {
                    opened.channel().eventLoop().execute(() -> close(opened.channel()));
                }
            });
        }

        private static void close(Channel channel) {
            channel.close().addListener(closed -> LOG.debug("closed {}", channel));
        }
    }

    /**
     * Lets a socket send broadcasts once it is bound. If it may before, Netty warns everybody but root that it hears none,
     * which is not so: we have a socket on the broadcast address too.
     */
    private static final class BroadcastsOnceBound extends ChannelOutboundHandlerAdapter {
        private static final ChannelOption<Boolean> BROADCAST = NioChannelOption.of(StandardSocketOptions.SO_BROADCAST);

        @Override
        public void bind(ChannelHandlerContext ctx, SocketAddress address, ChannelPromise promise) {
            ctx.bind(address)
                    .addListener(done -> {
                        if (done.isSuccess()) {
                            ctx.channel().config().setOption(BROADCAST, true);
                        }
                    })
                    .addListener(new PromiseNotifier<>(promise));
        }
    }

    /** What comes out of the codec. */
    private static final class Inbound
            extends SimpleChannelInboundHandler<AddressedEnvelope<NameServicePacket, InetSocketAddress>> {
        private final NamePort.Listener listener;

        Inbound(NamePort.Listener listener) {
            this.listener = listener;
        }

        @Override
        protected void channelRead0(
                ChannelHandlerContext ctx, AddressedEnvelope<NameServicePacket, InetSocketAddress> packet) {
            listener.received(packet.content(), packet.sender());
        }

        /** A malformed packet, or an ICMP error: whoever we asked has no name service. The question times out. */
        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            LOG.debug("on {}: {}", ctx.channel(), cause.toString());
        }
    }
}
