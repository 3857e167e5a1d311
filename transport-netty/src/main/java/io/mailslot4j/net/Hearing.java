package io.mailslot4j.net;

import io.mailslot4j.host.SocketListener;
import io.mailslot4j.local.PacketReceiver;
import io.mailslot4j.protocol.Ipv4Address;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one socket hears. A socket on 255.255.255.255 hears every interface: lets through what comes from the networks of the
 * chosen ones.
 */
record Hearing(PacketReceiver receiver, ListenAddress address, LastReads lastReads) implements SocketListener {
    private static final Logger LOG = LoggerFactory.getLogger("io.mailslot4j.network");

    @Override
    public void received(ByteBuffer packet, InetSocketAddress from) {
        if (!address.from().isEmpty() && isStrange(from)) {
            LOG.debug("not from a network that we listen to: {}", from);
        } else {
            receiver.received(packet, from, address.networkInterface());
        }
    }

    private boolean isStrange(InetSocketAddress from) {
        if (!(from.getAddress() instanceof Inet4Address inet)) {
            return true;
        }
        Ipv4Address sender = Ipv4Address.ofOctets(inet.getAddress());
        return address.from().stream().noneMatch(network -> network.contains(sender));
    }

    @Override
    public void endOfBatch() {
        lastReads.read();
        receiver.endOfBatch();
    }
}
