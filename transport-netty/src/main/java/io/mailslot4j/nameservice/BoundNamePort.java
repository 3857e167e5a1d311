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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The well-known port, which others send to without being asked: one socket for all interfaces, or two for each chosen
 * one, as for datagrams. Opened by whoever wants names, because it may be taken; from then on it belongs to the name
 * service's thread.
 */
final class BoundNamePort implements NamePort {
    private static final NameServiceCodec CODEC = new NameServiceCodec();
    private static final Logger LOG = LoggerFactory.getLogger("io.mailslot4j.names");

    private final Function<InetSocketAddress, Bootstrap> bootstraps;
    private final Map<InetSocketAddress, Channel> senders = new LinkedHashMap<>();
    private final Map<InetSocketAddress, Channel> forBroadcasts = new LinkedHashMap<>();
    private volatile @Nullable Listener listener;

    private BoundNamePort(Function<InetSocketAddress, Bootstrap> bootstraps) {
        this.bootstraps = bootstraps;
    }

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
        BoundNamePort port = new BoundNamePort(bootstraps);
        try {
            own.forEach(address -> port.senders.put(address, port.bindAndWait(address)));
            broadcasts.forEach(address -> port.forBroadcasts.put(address, port.bindAndWait(address)));
            return port;
        } catch (NetworkException e) {
            port.close();
            throw e;
        }
    }

    /**
     * Our addresses are these now: closes the sockets on others, and opens those that are missing. What cannot be opened
     * is logged.
     */
    void moveTo(List<InetSocketAddress> own, List<InetSocketAddress> broadcasts) {
        move(senders, own);
        move(forBroadcasts, broadcasts);
    }

    private void move(Map<InetSocketAddress, Channel> sockets, List<InetSocketAddress> to) {
        sockets.entrySet().removeIf(socket -> {
            boolean gone = !to.contains(socket.getKey());
            if (gone) {
                close(socket.getValue());
            }
            return gone;
        });
        to.stream().filter(address -> !sockets.containsKey(address)).forEach(address -> {
            ChannelFuture bound = bind(address);
            sockets.put(address, bound.channel());
            bound.addListener(done -> {
                if (!done.isSuccess()) {
                    sockets.remove(address, bound.channel());
                    LOG.warn("{}", BindTrouble.explain(address, done.cause()).getMessage());
                }
            });
        });
    }

    private Channel bindAndWait(InetSocketAddress address) {
        ChannelFuture bound = bind(address).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw BindTrouble.explain(address, bound.cause());
        }
        return bound.channel();
    }

    private ChannelFuture bind(InetSocketAddress address) {
        return bootstraps
                .apply(address)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(CODEC, new Inbound());
                    }
                })
                .bind(address);
    }

    /** From now on {@code newListener} hears what comes. */
    BoundNamePort listen(Listener newListener) {
        listener = newListener;
        return this;
    }

    @Override
    public void send(NameServicePacket packet, InetSocketAddress to) {
        Channel sender = senderFor(to);
        if (sender == null) {
            LOG.info("cannot send a {} to {}: no interface is up", packet.kind(), to);
            return;
        }
        sender.writeAndFlush(new DefaultAddressedEnvelope<>(packet, to)).addListener(sent -> {
            if (!sent.isSuccess()) {
                LOG.info("cannot send a {} to {}: {}", packet.kind(), to, String.valueOf(sent.cause()));
            }
        });
    }

    /** The socket whose address has most in common with {@code to}, from the first octet on; none while we have none. */
    private @Nullable Channel senderFor(InetSocketAddress to) {
        byte[] wanted = to.getAddress().getAddress();
        Channel best = null;
        int most = -1;
        for (Map.Entry<InetSocketAddress, Channel> each : senders.entrySet()) {
            int differsAt = Arrays.mismatch(each.getKey().getAddress().getAddress(), wanted);
            int common = differsAt < 0 ? wanted.length : differsAt;
            if (common > most) {
                best = each.getValue();
                most = common;
            }
        }
        return best;
    }

    @Override
    public void close() {
        senders.values().forEach(BoundNamePort::close);
        forBroadcasts.values().forEach(BoundNamePort::close);
    }

    private static void close(Channel channel) {
        channel.close().addListener(closed -> LOG.debug("closed {}", channel));
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
