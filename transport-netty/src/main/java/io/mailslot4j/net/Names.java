package io.mailslot4j.net;

import io.mailslot4j.nameservice.NameLookup;
import io.mailslot4j.nameservice.NameService;
import io.mailslot4j.nameservice.NodeStatus;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.name.NetBiosName;
import java.util.List;
import java.util.Optional;

/** Asks others for what is not configured. May wait for seconds. */
interface Names {
    /** Who has {@code name}, and what was tried. */
    NameLookup lookup(NetBiosName name) throws InterruptedException;

    /** The computer name of the host at {@code address}, if it tells. */
    Optional<NetBiosName> computerAt(Ipv4Address address) throws InterruptedException;

    /** The network's name service. */
    static Names of(NameService service) {
        return new Names() {
            @Override
            public NameLookup lookup(NetBiosName name) throws InterruptedException {
                return service.lookup(name);
            }

            @Override
            public Optional<NetBiosName> computerAt(Ipv4Address address) throws InterruptedException {
                return service.status(address).flatMap(NodeStatus::computerName);
            }
        };
    }

    /** Nobody is asked. */
    static Names none() {
        return new Names() {
            @Override
            public NameLookup lookup(NetBiosName name) {
                return new NameLookup(name, List.of(), List.of());
            }

            @Override
            public Optional<NetBiosName> computerAt(Ipv4Address address) {
                return Optional.empty();
            }
        };
    }
}
