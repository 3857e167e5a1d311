package io.mailslot4j.net;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.name.NetBiosName;
import java.util.Optional;

/** How a message gets to its target. */
sealed interface Route {
    /** To a reader in this process, which must exist. */
    record Here() implements Route {}

    /** To this computer by its own name: a reader in this process, or else whoever has our port. */
    record OwnComputer(NetBiosName name) implements Route {}

    /**
     * A unique datagram to one address.
     *
     * @param source the address of ours that it leaves from
     */
    record Computer(NetBiosName name, Ipv4Address address, Ipv4Address source) implements Route {}

    /**
     * A group datagram to a broadcast address, and to a reader in this process if the group is ours.
     *
     * @param broadcast where to; empty means every interface's own
     */
    record Group(NetBiosName name, Optional<Ipv4Address> broadcast) implements Route {}
}
