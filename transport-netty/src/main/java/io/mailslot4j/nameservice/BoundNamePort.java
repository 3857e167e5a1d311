package io.mailslot4j.nameservice;

import io.mailslot4j.NetworkException;
import io.mailslot4j.host.BindTrouble;
import io.mailslot4j.netty.NameServiceCodec;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.AddressedEnvelope;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.DefaultAddressedEnvelope;
import io.netty.channel.SimpleChannelInboundHandler;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The well-known port, which others send to without being asked: one socket for all interfaces, or two for each chosen
 * one, as for datagrams. Opened by whoever wants names, because it may be taken; listened to on the name service's thread.
 */
final class BoundNamePort implements NamePort {
    private static final NameServiceCodec CODEC = new NameServiceCodec();
    private static final Logger LOG = LoggerFactory.getLogger("io.mailslot4j.names");

    private final List<Channel> channels = new ArrayList<>();
    private final List<Channel> senders = new ArrayList<>();
    private volatile @Nullable Listener listener;

    private BoundNamePort() {}

    /**
     * Opens the port on all addresses, or on none. Waits, so not to be called on the name service's thread.
     *
     * @param bootstraps prepares for a socket on an address
     * @param own addresses of ours, or the one that stands for all; packets are sent from these
     * @param broadcasts broadcast addresses of interfaces
     * @throws NetworkException if the port cannot be had
     */
    static BoundNamePort open(
            Function<InetSocketAddress, Bootstrap> bootstraps,
            List<InetSocketAddress> own,
            List<InetSocketAddress> broadcasts) {
        BoundNamePort port = new BoundNamePort();
        try {
            own.forEach(address -> port.senders.add(port.bind(bootstraps.apply(address), address)));
            broadcasts.forEach(address -> port.bind(bootstraps.apply(address), address));
            return port;
        } catch (NetworkException e) {
            port.close();
            throw e;
        }
    }

    private Channel bind(Bootstrap bootstrap, InetSocketAddress address) {
        ChannelFuture bound = bootstrap
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(CODEC, new Inbound());
                    }
                })
                .bind(address)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw BindTrouble.explain(address, bound.cause());
        }
        channels.add(bound.channel());
        return bound.channel();
    }

    /** From now on {@code newListener} hears what comes. */
    BoundNamePort listen(Listener newListener) {
        listener = newListener;
        return this;
    }

    @Override
    public void send(NameServicePacket packet, InetSocketAddress to) {
        senderFor(to).writeAndFlush(new DefaultAddressedEnvelope<>(packet, to)).addListener(sent -> {
            if (!sent.isSuccess()) {
                LOG.info("cannot send a {} to {}: {}", packet.kind(), to, String.valueOf(sent.cause()));
            }
        });
    }

    /** The socket whose address has most in common with {@code to}, from the first octet on. */
    private Channel senderFor(InetSocketAddress to) {
        byte[] wanted = to.getAddress().getAddress();
        Channel best = senders.get(0);
        int most = -1;
        for (Channel each : senders) {
            byte[] own = ((InetSocketAddress) each.localAddress()).getAddress().getAddress();
            int common = Arrays.mismatch(own, wanted);
            if (common > most) {
                best = each;
                most = common;
            }
        }
        return best;
    }

    @Override
    public void close() {
        channels.forEach(channel -> channel.close().addListener(closed -> LOG.debug("closed {}", channel)));
    }

    private final class Inbound
            extends SimpleChannelInboundHandler<AddressedEnvelope<NameServicePacket, InetSocketAddress>> {
        @Override
        protected void channelRead0(
                ChannelHandlerContext ctx, AddressedEnvelope<NameServicePacket, InetSocketAddress> packet) {
            Listener current = listener;
            if (current != null) {
                current.received(packet.content(), packet.sender());
            }
        }

        /** A malformed packet, or an ICMP error. The socket works on. */
        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            LOG.debug("on {}: {}", ctx.channel(), cause.toString());
        }
    }
}
