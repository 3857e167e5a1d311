package io.mailslot4j.net;

import io.mailslot4j.NetworkException;
import io.mailslot4j.host.BindTrouble;
import io.mailslot4j.host.SocketKind;
import io.mailslot4j.host.SocketSender;
import io.mailslot4j.local.PacketReceiver;
import io.mailslot4j.local.PortDescription;
import io.mailslot4j.local.SharedPort;
import io.mailslot4j.protocol.Ipv4Address;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.DatagramPacket;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The sockets that we receive on, and send from while they are open: one for all interfaces, or two for each chosen one,
 * on its own address and on its broadcast address, and one on 255.255.255.255, so that nothing addressed to another gets in.
 * One thread serves them all.
 */
final class Endpoint implements PacketSink, SharedPort.Sockets {
    /** The system's default holds 166 datagrams. */
    private static final int WANTED_RECEIVE_BUFFER = 4 << 20;

    /** @param address 0.0.0.0 if it is the one for all */
    private record Own(Ipv4Address address, Channel channel, SocketSender sender) {}

    private final SocketKind kind;
    private final EventLoopGroup group;
    private final List<Channel> channels = new ArrayList<>();
    private final List<Own> senders = new ArrayList<>();
    private final LastReads lastReads = new LastReads();
    private final AtomicBoolean closed = new AtomicBoolean();

    private Endpoint(SocketKind kind) {
        this.kind = kind;
        this.group =
                new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("mailslot4j", true), kind.ioHandlers());
    }

    /**
     * Opens sockets on all addresses, or none of them.
     *
     * @param own addresses of interfaces, or the one that stands for all; packets are sent from these
     * @param broadcasts broadcast addresses of interfaces
     * @throws NetworkException if one cannot be had
     */
    static Endpoint open(
            SocketKind kind, List<ListenAddress> own, List<ListenAddress> broadcasts, PacketReceiver receiver) {
        Endpoint endpoint = new Endpoint(kind);
        try {
            for (ListenAddress address : own) {
                Channel channel = endpoint.bind(address, receiver);
                byte[] octets = address.address().getAddress().getAddress();
                endpoint.senders.add(new Own(Ipv4Address.ofOctets(octets), channel, kind.sender(channel)));
            }
            for (ListenAddress address : broadcasts) {
                endpoint.bind(address, receiver);
            }
            return endpoint;
        } catch (RuntimeException | Error e) {
            endpoint.close();
            throw e;
        }
    }

    /** Where the system chooses the port, all sockets get the one that it chose for the first. */
    private InetSocketAddress onOnePort(InetSocketAddress address) {
        return address.getPort() == 0 && !channels.isEmpty()
                ? new InetSocketAddress(address.getAddress(), addresses().get(0).getPort())
                : address;
    }

    private Channel bind(ListenAddress wanted, PacketReceiver receiver) {
        InetSocketAddress address = onOnePort(wanted.address());
        Bootstrap bootstrap = new Bootstrap()
                .group(group)
                .option(ChannelOption.SO_BROADCAST, true)
                .option(ChannelOption.SO_RCVBUF, WANTED_RECEIVE_BUFFER)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(lastReads);
                        if (!wanted.from().isEmpty()) {
                            channel.pipeline().addLast(new StrangersFilter(wanted.from()));
                        }
                        channel.pipeline().addLast(new IntakeHandler(receiver, wanted.networkInterface()));
                    }
                });
        kind.configure(bootstrap, address);
        ChannelFuture bound = bootstrap.bind(address).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw BindTrouble.explain(address, bound.cause());
        }
        channels.add(bound.channel());
        return bound.channel();
    }

    @Override
    public void send(ByteBuffer packet, Ipv4Address from, InetSocketAddress to) throws IOException {
        Own own = socketOn(from);
        try {
            if (!own.sender().send(packet, to)) {
                sendLater(own.channel(), packet, to);
            }
        } catch (ClosedChannelException e) {
            throw new IOException("closed", e);
        }
    }

    /** The socket's event loop knows when there is room for the packet. */
    private static void sendLater(Channel channel, ByteBuffer packet, InetSocketAddress to) throws IOException {
        ChannelFuture sent = channel.writeAndFlush(new DatagramPacket(Unpooled.wrappedBuffer(packet), to))
                .awaitUninterruptibly();
        if (!sent.isSuccess()) {
            Throwable cause = sent.cause();
            throw cause instanceof IOException e ? e : new IOException(String.valueOf(cause), cause);
        }
    }

    /** The socket on that address, or the one for all. */
    private Own socketOn(Ipv4Address from) {
        for (Own own : senders) {
            if (own.address().equals(from)) {
                return own;
            }
        }
        return senders.get(0);
    }

    private List<InetSocketAddress> addresses() {
        return channels.stream().map(Endpoint::localAddress).toList();
    }

    private static InetSocketAddress localAddress(Channel channel) {
        return (InetSocketAddress) channel.localAddress();
    }

    /** Octets of receive buffer that the system granted. */
    private int receiveBuffer() {
        int told = ((DatagramChannel) channels.get(0)).config().getReceiveBufferSize();
        // Linux tells twice what it granted (socket(7)); the JDK halves that, Netty's epoll does not.
        return kind == SocketKind.EPOLL ? told / 2 : told;
    }

    @Override
    public PortDescription describe() {
        return new PortDescription(
                addresses(),
                kind.name().toLowerCase(Locale.ROOT),
                receiveBuffer(),
                ProcessHandle.current().pid());
    }

    /** Takes what has come, and no more. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        senders.forEach(own -> own.sender().close());
        if (!channels.isEmpty()) {
            lastReads.await(channels.get(0).eventLoop());
        }
        channels.forEach(channel -> channel.close().awaitUninterruptibly());
        group.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
