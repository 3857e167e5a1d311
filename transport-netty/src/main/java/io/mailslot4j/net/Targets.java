package io.mailslot4j.net;

import io.mailslot4j.UnresolvedTargetException;
import io.mailslot4j.host.LocalInterface;
import io.mailslot4j.host.RecentInterfaces;
import io.mailslot4j.nameservice.NameLookup;
import io.mailslot4j.nameservice.NameOwner;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.mailslot.Target;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the route to a target: from what is configured, or else by asking. Never guesses: what nobody knows is an error.
 */
final class Targets {
    /** What all of a workgroup hears: its own name, and that of its browsers, to which Samba and Windows broadcast. */
    private static final Set<NameSuffix> ALL_OF_WORKGROUP =
            Set.of(NameSuffix.WORKSTATION, NameSuffix.LOCAL_MASTER_BROWSER);

    private final NetBiosName computer;
    private final NetBiosName workgroup;
    private final Map<NetBiosName, Ipv4Address> table;
    private final RecentInterfaces interfaces;
    private final Names names;

    /**
     * @param computer our own {@code <00>} name
     * @param workgroup our group's {@code <00>} name
     * @param table addresses of other computers, by their {@code <00>} name
     * @param names asks others
     */
    Targets(
            NetBiosName computer,
            NetBiosName workgroup,
            Map<NetBiosName, Ipv4Address> table,
            RecentInterfaces interfaces,
            Names names) {
        this.computer = computer;
        this.workgroup = workgroup;
        this.table = Map.copyOf(table);
        this.interfaces = interfaces;
        this.names = names;
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
            return routeTo(at.address());
        }
        return new Route.Group(workgroup, Optional.empty());
    }

    private Route routeTo(Target.Named target) {
        NetBiosName name = target.name();
        if (target.address().isPresent()) {
            return route(name, target.address().get());
        }
        boolean ourGroup = name.hasSameTextAs(workgroup) && ALL_OF_WORKGROUP.contains(name.suffix());
        if (ourGroup || name.isOfGroup()) {
            return new Route.Group(name, Optional.empty());
        }
        if (name.hasSameTextAs(computer)) {
            return new Route.OwnComputer(name);
        }
        Ipv4Address known = table.get(name.with(NameSuffix.WORKSTATION));
        if (known != null) {
            return route(name, known);
        }
        return ask(target);
    }

    private Route ask(Target.Named target) {
        NetBiosName name = target.name();
        List<String> tried = new ArrayList<>(List.of(
                "not this computer " + computer.text(),
                "not the workgroup " + workgroup.text(),
                "not in the static table of " + table.size()));
        try {
            NameLookup lookup = names.lookup(name);
            if (lookup.isGroup()) {
                return new Route.Group(name, Optional.empty());
            }
            if (lookup.found()) {
                return computer(name, nearest(lookup.owners()));
            }
            lookup.steps().forEach(step -> tried.add(step.toString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            tried.add("interrupted while asking");
        }
        throw new UnresolvedTargetException(
                target.toString(),
                tried,
                "write " + asWritten(name) + "@ADDRESS for a computer, or " + asWritten(name)
                        + "@255.255.255.255 for a domain or workgroup");
    }

    private static String asWritten(NetBiosName name) {
        return name.suffix().equals(NameSuffix.WORKSTATION) ? name.text() : name.toString();
    }

    /** Of several addresses, one in a network that we are in, if there is one. */
    private Ipv4Address nearest(List<NameOwner> owners) {
        List<LocalInterface> ours = interfaces.now();
        return owners.stream()
                .map(NameOwner::address)
                .filter(address -> ours.stream().anyMatch(i -> i.contains(address)))
                .findFirst()
                .orElse(owners.get(0).address());
    }

    private Route routeTo(Ipv4Address address) {
        String problem;
        try {
            Optional<NetBiosName> name = names.computerAt(address);
            if (name.isPresent()) {
                return computer(name.get(), address);
            }
            problem = "it does not tell its NetBIOS name, which a datagram needs too";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            problem = "interrupted while asking for its NetBIOS name";
        }
        throw new UnresolvedTargetException(address.toString(), List.of(problem), "write NAME@" + address);
    }

    private Route route(NetBiosName name, Ipv4Address address) {
        if (address.equals(Ipv4Address.LIMITED_BROADCAST)) {
            return new Route.Group(name, Optional.empty());
        }
        RecentInterfaces.Way way = interfaces.wayTo(address);
        return way.broadcast()
                ? new Route.Group(name, Optional.of(address))
                : new Route.Computer(name, address, way.source());
    }

    private Route computer(NetBiosName name, Ipv4Address address) {
        return new Route.Computer(name, address, interfaces.wayTo(address).source());
    }
}
