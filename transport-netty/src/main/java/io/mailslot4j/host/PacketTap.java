package io.mailslot4j.host;

import io.mailslot4j.PacketWatcher;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows a {@link PacketWatcher} what passes a socket of the name service. Stands first in its pipeline. */
@Sharable
public final class PacketTap extends ChannelDuplexHandler {
    private static final Logger LOG = LoggerFactory.getLogger(PacketTap.class);

    private final PacketWatcher watcher;
    private final RecentInterfaces interfaces;

    /** @param interfaces tell which address of ours packets leave from, where the socket stands for all */
    public PacketTap(PacketWatcher watcher, RecentInterfaces interfaces) {
        this.watcher = watcher;
        this.interfaces = interfaces;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        if (msg instanceof DatagramPacket packet) {
            show(packet.sender(), packet.recipient(), octets(packet));
        }
        ctx.fireChannelRead(msg);
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) throws Exception {
        if (msg instanceof DatagramPacket packet) {
            Octets octets = octets(packet);
            InetSocketAddress own = (InetSocketAddress) ctx.channel().localAddress();
            InetSocketAddress to = packet.recipient();
            promise.addListener(sent -> {
                if (sent.isSuccess()) {
                    show(own.getAddress().isAnyLocalAddress() ? leaving(own, to) : own, to, octets);
                }
            });
        }
        super.write(ctx, msg, promise);
    }

    private static Octets octets(DatagramPacket packet) {
        return Octets.wrap(ByteBufUtil.getBytes(packet.content()));
    }

    private InetSocketAddress leaving(InetSocketAddress own, InetSocketAddress to) {
        try {
            Ipv4Address source = interfaces
                    .wayTo(Ipv4Address.ofOctets(to.getAddress().getAddress()))
                    .source();
            return new InetSocketAddress(InetAddress.getByAddress(source.toOctets()), own.getPort());
        } catch (UnknownHostException | RuntimeException unknown) {
            return own;
        }
    }

    /** Whatever the watcher does, the packet goes on. */
    private void show(InetSocketAddress from, InetSocketAddress to, Octets packet) {
        try {
            watcher.seen(from, to, packet);
        } catch (Throwable e) {
            LOG.warn("a watcher of packets failed", e);
        }
    }
}
