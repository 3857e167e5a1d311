package io.mailslot4j.nameservice;

import io.mailslot4j.PacketWatcher;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.name.NameScope;
import io.mailslot4j.protocol.name.NetBiosName;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Everything that a name service can be told; see {@link NameServiceBuilder}. */
record NameServiceOptions(
        NodeType nodeType,
        List<Ipv4Address> winsServers,
        List<String> interfaces,
        int remotePort,
        int listenPort,
        NameScope scope,
        Map<NetBiosName, Ipv4Address> hosts,
        Optional<Path> lmHosts,
        boolean hostsAndDns,
        List<NameServiceBuilder.Method> order,
        NameServiceTimers timers,
        ResponderLimits responderLimits,
        Consumer<OwnNameStatus> whenNameChanges,
        Optional<PacketWatcher> packetWatcher) {

    /** Where others are asked. */
    InetSocketAddress remoteAddress(Ipv4Address address) {
        return socketAddress(address, remotePort);
    }

    static InetSocketAddress socketAddress(Ipv4Address address, int port) {
        try {
            return new InetSocketAddress(InetAddress.getByAddress(address.toOctets()), port);
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** What owning names needs of this. */
    ResponderOptions responder() {
        return new ResponderOptions(nodeType, winsServers, remotePort, scope, Octets.EMPTY, timers, responderLimits);
    }
}
