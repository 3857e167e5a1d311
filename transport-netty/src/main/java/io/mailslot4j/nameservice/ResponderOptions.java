package io.mailslot4j.nameservice;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.name.NameScope;
import java.util.List;

/**
 * How we own names.
 *
 * @param nodeType whom we ask and tell: B everybody on our networks, P the WINS servers, M both, H the WINS servers and
 *     only when they are silent everybody
 * @param winsServers asked in turn
 * @param remotePort the port that others listen on, 137
 * @param scope the scope of {@code *} when somebody asks for it
 * @param unitId hardware address in a node status, six octets, or none
 * @param times how long, how often
 * @param limits how many answers
 */
record ResponderOptions(
        NodeType nodeType,
        List<Ipv4Address> winsServers,
        int remotePort,
        NameScope scope,
        Octets unitId,
        NameServiceTimers times,
        ResponderLimits limits) {
    /** Copies the list. */
    ResponderOptions {
        winsServers = List.copyOf(winsServers);
    }
}
