package io.mailslot4j.net;

import io.mailslot4j.UnresolvedTargetException;
import io.mailslot4j.host.Interfaces;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.mailslot.Target;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the route to a target from what is configured. Never guesses: what is not known is an error. */
final class Targets {
    private static final Ipv4Address LIMITED_BROADCAST = new Ipv4Address(-1);

    private final NetBiosName computer;
    private final NetBiosName workgroup;
    private final Map<NetBiosName, Ipv4Address> table;
    private final Interfaces interfaces;

    /**
     * @param computer our own {@code <00>} name
     * @param workgroup our group's {@code <00>} name
     * @param table addresses of other computers, by their {@code <00>} name
     */
    Targets(NetBiosName computer, NetBiosName workgroup, Map<NetBiosName, Ipv4Address> table, Interfaces interfaces) {
        this.computer = computer;
        this.workgroup = workgroup;
        this.table = Map.copyOf(table);
        this.interfaces = interfaces;
    }

    /** @throws UnresolvedTargetException if nothing configured says where the target is */
    Route routeTo(Target target) {
        if (target instanceof Target.Local) {
            return new Route.Here();
        }
        if (target instanceof Target.Named named) {
            return routeTo(named);
        }
        if (target instanceof Target.Address at) {
            throw new UnresolvedTargetException(
                    target.toString(),
                    List.of("an address alone: a datagram needs the computer's NetBIOS name too"),
                    "write NAME@" + at.address());
        }
        return new Route.Group(workgroup, Optional.empty());
    }

    private Route routeTo(Target.Named target) {
        NetBiosName name = target.name();
        if (target.address().isPresent()) {
            return route(name, target.address().get());
        }
        if (name.hasSameTextAs(workgroup) || isGroup(name.suffix())) {
            return new Route.Group(name, Optional.empty());
        }
        if (name.hasSameTextAs(computer)) {
            return new Route.OwnComputer();
        }
        Ipv4Address known = table.get(name.with(NameSuffix.WORKSTATION));
        if (known != null) {
            return route(name, known);
        }
        throw new UnresolvedTargetException(
                target.toString(),
                List.of(
                        "not this computer " + computer.text(),
                        "not the workgroup " + workgroup.text(),
                        "not in the static table of " + table.size()),
                "write " + name.text() + "@ADDRESS for a computer, or " + name.text()
                        + "@255.255.255.255 for a domain or workgroup");
    }

    private Route route(NetBiosName name, Ipv4Address address) {
        if (address.equals(LIMITED_BROADCAST)) {
            return new Route.Group(name, Optional.empty());
        }
        boolean broadcast = interfaces.now().stream()
                .anyMatch(i -> i.hasBroadcast() && i.broadcast().equals(address));
        return broadcast ? new Route.Group(name, Optional.of(address)) : new Route.Computer(name, address);
    }

    private static boolean isGroup(NameSuffix suffix) {
        return suffix.equals(NameSuffix.DOMAIN_CONTROLLERS)
                || suffix.equals(NameSuffix.BROWSER_ELECTIONS)
                || suffix.equals(NameSuffix.MASTER_BROWSERS);
    }
}
