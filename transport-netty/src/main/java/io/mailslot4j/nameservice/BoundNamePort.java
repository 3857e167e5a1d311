package io.mailslot4j.nameservice;

import io.mailslot4j.NetworkException;
import io.mailslot4j.host.BindTrouble;
import io.mailslot4j.host.LocalInterface;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import io.netty.channel.AddressedEnvelope;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.DefaultAddressedEnvelope;
import io.netty.channel.SimpleChannelInboundHandler;
import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The well-known port, which others send to without being asked: a socket on each address of ours, on the broadcast
 * address of each network, and on 255.255.255.255. So an answer leaves from the address that was asked, which whoever asked
 * may insist on. Opened by whoever wants names, because it may be taken; from then on it belongs to the name service's
 * thread.
 */
final class BoundNamePort implements NamePort {
    private static final Logger LOG = LoggerFactory.getLogger("io.mailslot4j.names");

    private final BiFunction<InetSocketAddress, ChannelHandler, ChannelFuture> binder;
    private final int port;
    private final boolean strangers;
    private final Map<Ipv4Address, Channel> sockets = new LinkedHashMap<>();
    private List<LocalInterface> where = List.of();
    private volatile @Nullable Listener listener;
    private @Nullable Ipv4Address asked;

    private BoundNamePort(
            BiFunction<InetSocketAddress, ChannelHandler, ChannelFuture> binder, int port, boolean strangers) {
        this.binder = binder;
        this.port = port;
        this.strangers = strangers;
    }

    /**
     * Opens the port on all addresses, or on none. Waits, so not to be called on the name service's thread.
     *
     * @param binder opens a socket on an address
     * @param where our addresses
     * @param strangers whether who sends to 255.255.255.255 is heard if it is in none of our networks
     * @throws NetworkException if the port cannot be had
     */
    static BoundNamePort open(
            BiFunction<InetSocketAddress, ChannelHandler, ChannelFuture> binder,
            int port,
            List<LocalInterface> where,
            boolean strangers) {
        BoundNamePort opened = new BoundNamePort(binder, port, strangers);
        opened.where = List.copyOf(where);
        for (Ipv4Address address : addressesOf(where)) {
            ChannelFuture bound = opened.bind(address).awaitUninterruptibly();
            if (!bound.isSuccess()) {
                opened.close();
                throw BindTrouble.explain(opened.socketAddress(address), bound.cause());
            }
            opened.sockets.put(address, bound.channel());
        }
        return opened;
    }

    private static Set<Ipv4Address> addressesOf(List<LocalInterface> where) {
        Set<Ipv4Address> addresses = new LinkedHashSet<>();
        where.forEach(i -> addresses.add(i.address()));
        where.stream().filter(LocalInterface::hasSocketForBroadcast).forEach(i -> addresses.add(i.broadcast()));
        if (LocalInterface.hasSocketForLimitedBroadcast() && where.stream().anyMatch(i -> !i.loopback())) {
            addresses.add(Ipv4Address.LIMITED_BROADCAST);
        }
        return addresses;
    }

    /**
     * Our addresses are these now: closes the sockets on others, and opens those that are missing. What cannot be opened
     * is logged. New sockets can be used from the next step on.
     */
    void moveTo(List<LocalInterface> now) {
        where = List.copyOf(now);
        Set<Ipv4Address> wanted = addressesOf(now);
        sockets.entrySet().removeIf(socket -> {
            boolean gone = !wanted.contains(socket.getKey());
            if (gone) {
                close(socket.getValue());
            }
            return gone;
        });
        wanted.stream().filter(address -> !sockets.containsKey(address)).forEach(address -> {
            ChannelFuture bound = bind(address);
            sockets.put(address, bound.channel());
            bound.addListener(done -> {
                if (!done.isSuccess()) {
                    sockets.remove(address, bound.channel());
                    LOG.warn(
                            "{}",
                            BindTrouble.explain(socketAddress(address), done.cause())
                                    .getMessage());
                }
            });
        });
    }

    private ChannelFuture bind(Ipv4Address address) {
        return binder.apply(socketAddress(address), new Inbound(address));
    }

    private InetSocketAddress socketAddress(Ipv4Address address) {
        return NameServiceOptions.socketAddress(address, port);
    }

    /** From now on {@code newListener} hears what comes. */
    BoundNamePort listen(Listener newListener) {
        listener = newListener;
        return this;
    }

    @Override
    public void send(NameServicePacket packet, InetSocketAddress to) {
        Channel sender =
                ownAddressFor(Responder.addressOf(to)).map(sockets::get).orElse(null);
        if (sender == null) {
            LOG.debug("cannot send a {} to {}: no interface is up", packet.kind(), to);
            return;
        }
        sender.writeAndFlush(new DefaultAddressedEnvelope<>(packet, to)).addListener(sent -> {
            if (!sent.isSuccess()) {
                LOG.debug("cannot send a {} to {}: {}", packet.kind(), to, String.valueOf(sent.cause()));
            }
        });
    }

    /** That which was asked just now, or that in the network of {@code to}, or our first. */
    private Optional<Ipv4Address> ownAddressFor(Ipv4Address to) {
        Ipv4Address wasAsked = asked;
        return where.stream()
                .filter(i -> i.address().equals(wasAsked))
                .findFirst()
                .or(() -> where.stream()
                        .filter(i -> i.contains(to))
                        .max(Comparator.comparingInt(LocalInterface::prefixLength)))
                .or(() -> where.stream().filter(i -> !i.loopback()).findFirst())
                .or(() -> where.stream().findFirst())
                .map(LocalInterface::address);
    }

    @Override
    public void close() {
        sockets.values().forEach(BoundNamePort::close);
    }

    private static void close(Channel channel) {
        channel.close().addListener(closed -> LOG.debug("closed {}", channel));
    }

    private final class Inbound
            extends SimpleChannelInboundHandler<AddressedEnvelope<NameServicePacket, InetSocketAddress>> {
        private final Ipv4Address here;

        Inbound(Ipv4Address here) {
            this.here = here;
        }

        @Override
        protected void channelRead0(
                ChannelHandlerContext ctx, AddressedEnvelope<NameServicePacket, InetSocketAddress> packet) {
            Listener current = listener;
            if (current == null || isStrange(packet.sender())) {
                return;
            }
            asked = here;
            try {
                current.received(packet.content(), packet.sender());
            } finally {
                asked = null;
            }
        }

        /** Interfaces that were not chosen hear 255.255.255.255 too. */
        private boolean isStrange(InetSocketAddress from) {
            return !strangers
                    && here.equals(Ipv4Address.LIMITED_BROADCAST)
                    && where.stream().noneMatch(i -> i.contains(Responder.addressOf(from)));
        }

        /** A malformed packet, or an ICMP error. The socket works on. */
        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            LOG.debug("on {}: {}", ctx.channel(), cause.toString());
        }
    }
}
