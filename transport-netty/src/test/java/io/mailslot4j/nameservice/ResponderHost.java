package io.mailslot4j.nameservice;

import io.mailslot4j.host.LocalInterface;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.name.NameScope;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import io.mailslot4j.protocol.nameservice.NbFlags;
import io.mailslot4j.protocol.nameservice.RecordData.Owner;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A host with a responder on a {@link ResponderLink}, and what it told of its names. */
final class ResponderHost {
    static final String PC = "10.0.0.1";
    static final String OTHER = "10.0.0.2";
    static final String WINS = "10.0.9.9";
    static final String EVERYBODY = "10.0.0.255";

    static final NetBiosName FRED = NetBiosName.of("FRED", NameSuffix.WORKSTATION);
    static final NetBiosName GROUP = NetBiosName.of("GROUP", NameSuffix.WORKSTATION);

    final List<OwnNameStatus> changes = new ArrayList<>();
    final Responder responder;
    /** What whoever is told of a change does. */
    Consumer<OwnNameStatus> onChange = status -> {};

    private final ResponderLink link;
    private final List<String> addresses;
    private int nextId;

    ResponderHost(
            VirtualTimers timers,
            ResponderLink link,
            NodeType type,
            List<String> wins,
            ResponderLimits limits,
            String... at) {
        this.link = link;
        this.addresses = List.of(at);
        this.nextId = addresses.get(0).hashCode() & 0x0FFF;
        ResponderOptions options = new ResponderOptions(
                type,
                wins.stream().map(Ipv4Address::parse).toList(),
                137,
                NameScope.EMPTY,
                Octets.ofHex("020304050607"),
                NameServiceTimers.DEFAULT,
                limits);
        this.responder = new Responder(
                link.of(addresses, 137),
                link.of(addresses, 0),
                timers,
                () -> nextId++,
                options,
                interfaces(at),
                status -> {
                    changes.add(status);
                    onChange.accept(status);
                });
    }

    ResponderHost(VirtualTimers timers, ResponderLink link, NodeType type, List<String> wins, String... at) {
        this(timers, link, type, wins, ResponderLimits.DEFAULT, at);
    }

    static List<LocalInterface> interfaces(String... addresses) {
        return Stream.of(addresses)
                .map(a -> new LocalInterface("eth" + a.charAt(5), Ipv4Address.parse(a), 24, false))
                .toList();
    }

    static InetSocketAddress at(String address, int port) {
        return new InetSocketAddress(address, port);
    }

    static InetSocketAddress at(String address) {
        return at(address, 137);
    }

    static Owner owner(boolean group, String address) {
        return new Owner(NbFlags.of(group, NodeType.B), Ipv4Address.parse(address));
    }

    static NetBiosName name(String text) {
        return NetBiosName.parse(text, NameSuffix.WORKSTATION);
    }

    /** Somebody sends this host a packet. */
    void receives(NameServicePacket packet, InetSocketAddress from) {
        link.send(packet, from, at(addresses.get(0)));
    }

    OwnNameStatus status(NetBiosName name) {
        return responder.names().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    OwnNameState state(NetBiosName name) {
        return status(name).state();
    }

    List<OwnNameState> states() {
        return changes.stream().map(OwnNameStatus::state).toList();
    }

    long count(ResponderEvent event) {
        return responder.counters().count(event);
    }
}
