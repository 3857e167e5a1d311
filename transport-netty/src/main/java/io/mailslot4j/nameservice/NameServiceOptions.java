package io.mailslot4j.nameservice;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.name.NameScope;
import io.mailslot4j.protocol.name.NetBiosName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        NameQuery.Patience broadcast,
        NameQuery.Patience server,
        ResponderLimits responderLimits,
        boolean nativeTransport) {

    /** What owning names needs of this. */
    ResponderOptions responder() {
        return new ResponderOptions(
                nodeType,
                winsServers,
                remotePort,
                scope,
                Octets.EMPTY,
                NameServiceTimers.WINDOWS
                        .withBroadcast(broadcast.timeout(), broadcast.tries())
                        .withUnicast(server.timeout(), server.tries()),
                responderLimits);
    }
}
