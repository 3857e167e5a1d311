package io.mailslot4j.net;

import io.mailslot4j.host.LocalInterface;
import io.mailslot4j.protocol.Ipv4Address;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DatagramPacket;
import io.netty.util.ReferenceCountUtil;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A socket on 255.255.255.255 hears every interface: lets through what comes from the networks of the chosen ones. */
final class StrangersFilter extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger("io.mailslot4j.network");

    private final List<LocalInterface> networks;

    StrangersFilter(List<LocalInterface> networks) {
        this.networks = List.copyOf(networks);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof DatagramPacket packet && isStrange(packet.sender())) {
            LOG.debug("not from a network that we listen to: {}", packet.sender());
            ReferenceCountUtil.release(message);
        } else {
            ctx.fireChannelRead(message);
        }
    }

    private boolean isStrange(InetSocketAddress from) {
        if (!(from.getAddress() instanceof Inet4Address address)) {
            return true;
        }
        Ipv4Address sender = Ipv4Address.ofOctets(address.getAddress());
        return networks.stream().noneMatch(network -> network.contains(sender));
    }
}
