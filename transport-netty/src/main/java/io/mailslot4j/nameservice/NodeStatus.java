package io.mailslot4j.nameservice;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.nameservice.NodeName;
import io.mailslot4j.protocol.nameservice.RecordData;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * The names that a host says it has.
 *
 * @param host who says so
 * @param names its names
 * @param truncated whether it has more names, which did not fit into its answer
 * @param hardwareAddress six octets, if it told them and they are not all zero
 */
public record NodeStatus(
        InetSocketAddress host, List<NodeName> names, boolean truncated, Optional<Octets> hardwareAddress) {
    private static final int UNIT_ID = 6;

    /** Copies the list. */
    public NodeStatus {
        names = List.copyOf(names);
    }

    static NodeStatus of(InetSocketAddress host, RecordData.NodeStatus data, boolean truncated) {
        Octets statistics = data.statistics();
        Optional<Octets> hardware = statistics.size() < UNIT_ID
                ? Optional.empty()
                : Optional.of(statistics.slice(0, UNIT_ID)).filter(id -> !id.equals(Octets.zeros(UNIT_ID)));
        return new NodeStatus(host, data.names(), truncated, hardware);
    }

    /** The computer's own name, where mailslot writes go: its first unique one with the suffix {@code <00>}. */
    public Optional<NetBiosName> computerName() {
        return names.stream()
                .filter(n -> !n.group() && n.name().suffix().equals(NameSuffix.WORKSTATION))
                .map(NodeName::name)
                .findFirst();
    }
}
