package io.mailslot4j.cli.names;

import io.mailslot4j.cli.output.Json;
import io.mailslot4j.cli.output.NameWords;
import io.mailslot4j.cli.output.WireJson;
import io.mailslot4j.nameservice.NameClaim;
import io.mailslot4j.nameservice.NameLookup;
import io.mailslot4j.nameservice.NameOwner;
import io.mailslot4j.nameservice.NodeStatus;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.nameservice.NodeName;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How it stands with one name that this host has or should have.
 *
 * @param elsewhere who has it instead
 */
record OwnNameView(NetBiosName name, boolean group, State state, List<Ipv4Address> elsewhere) {
    /** Whose it is. */
    enum State {
        /** This host answers for it. */
        OURS,
        /** This host has it, and somebody else too. */
        CONFLICT,
        /** Somebody else answers for it. */
        ELSEWHERE,
        /** Nobody answers for it. */
        NOBODYS
    }

    /** A name that this host says it has. */
    static OwnNameView of(NodeName name) {
        State state = name.has(NodeName.CONFLICT) ? State.CONFLICT : State.OURS;
        return new OwnNameView(name.name(), name.group(), state, List.of());
    }

    /** A name that this host does not say it has, by what the network says. */
    static OwnNameView of(NameClaim claim, NameLookup lookup) {
        List<Ipv4Address> owners =
                lookup.owners().stream().map(NameOwner::address).distinct().toList();
        if (owners.stream().anyMatch(OwnNameView::isOurs)) {
            // A node status has no room for all the names of a host with many.
            return new OwnNameView(claim.name(), claim.group(), State.OURS, List.of());
        }
        return new OwnNameView(claim.name(), claim.group(), owners.isEmpty() ? State.NOBODYS : State.ELSEWHERE, owners);
    }

    private static boolean isOurs(Ipv4Address address) {
        try {
            return NetworkInterface.getByInetAddress(InetAddress.getByAddress(address.toOctets())) != null;
        } catch (SocketException | UnknownHostException none) {
            return false;
        }
    }

    /** What this host says of a name, if it has it. */
    static Optional<OwnNameView> in(Optional<NodeStatus> status, NetBiosName name) {
        return status.stream()
                .flatMap(s -> s.names().stream())
                .filter(n -> n.name().equals(name))
                .findFirst()
                .map(OwnNameView::of);
    }

    /** A row of a table whose first column is so wide. */
    String row(int nameWidth) {
        String row = "  %-" + nameWidth + "s  %-6s  %-9s  %s";
        return String.format(Locale.ROOT, row, name, NameWords.kind(group), stateInWords(), details())
                .stripTrailing();
    }

    private String stateInWords() {
        return switch (state) {
            case OURS -> "ours";
            case CONFLICT -> "conflict";
            case ELSEWHERE -> group ? "others'" : "taken";
            case NOBODYS -> "nobody's";
        };
    }

    private String details() {
        String meaning = NameMeaning.of(name, group);
        return state == State.ELSEWHERE
                ? (meaning.isEmpty() ? "" : meaning + ", ") + "answered by "
                        + elsewhere.stream().map(Ipv4Address::toString).collect(Collectors.joining(", "))
                : meaning;
    }

    Json json() {
        return WireJson.name(name)
                .put("group", group)
                .put("state", state.name().toLowerCase(Locale.ROOT))
                .put("elsewhere", elsewhere.stream().map(Ipv4Address::toString).toList());
    }
}
