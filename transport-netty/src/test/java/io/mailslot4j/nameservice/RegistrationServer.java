package io.mailslot4j.nameservice;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.nameservice.NamePackets;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import io.mailslot4j.protocol.nameservice.RecordData.Owner;
import io.mailslot4j.protocol.nameservice.ResponseCode;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A small WINS server on a {@link ResponderLink}: one table, and what a test wants it to say instead. */
final class RegistrationServer implements NamePort.Listener {
    private final NamePort port;
    final Map<NetBiosName, List<Ipv4Address>> table = new HashMap<>();
    final List<NameServicePacket> heard = new ArrayList<>();
    int ttl = 3600;
    /** The code for everything, or yes. */
    ResponseCode code = ResponseCode.SUCCESS;
    /** Seconds of WAIT instead of the next answers. */
    final Deque<Integer> waits = new ArrayDeque<>();
    /** Whether the old owner is to be asked by whoever wants the name. */
    boolean challenges;

    RegistrationServer(ResponderLink link, String address) {
        port = link.of(List.of(address), 137).open(this);
    }

    @Override
    public void received(NameServicePacket packet, InetSocketAddress from) {
        if (packet.flags().response()) {
            return;
        }
        heard.add(packet);
        NetBiosName name = packet.subject().orElseThrow();
        if (!waits.isEmpty()) {
            port.send(NamePackets.waitForAcknowledgement(packet.id(), name, waits.remove(), packet.flags()), from);
            return;
        }
        switch (packet.kind()) {
            case NAME_QUERY_REQUEST -> query(packet, name, from);
            case NAME_RELEASE_REQUEST -> release(packet, name, from);
            default -> register(packet, name, from);
        }
    }

    private void query(NameServicePacket packet, NetBiosName name, InetSocketAddress from) {
        List<Owner> owners = table.getOrDefault(name, List.of()).stream()
                .map(a -> ResponderHost.owner(false, a.toString()))
                .toList();
        port.send(
                owners.isEmpty()
                        ? NamePackets.negativeNameQueryResponse(packet.id(), name)
                        : NamePackets.positiveNameQueryResponse(packet.id(), name, ttl, owners),
                from);
    }

    private void release(NameServicePacket packet, NetBiosName name, InetSocketAddress from) {
        Owner owner = RegistrationClaim.of(packet.additional()).orElseThrow();
        if (code.equals(ResponseCode.SUCCESS)) {
            table.getOrDefault(name, new ArrayList<>()).remove(owner.address());
        }
        port.send(NamePackets.nameReleaseResponse(packet.id(), name, owner, code), from);
    }

    private void register(NameServicePacket packet, NetBiosName name, InetSocketAddress from) {
        Owner owner = RegistrationClaim.of(packet.additional()).orElseThrow();
        if (challenges) {
            Owner old = ResponderHost.owner(false, ResponderHost.OTHER);
            port.send(NamePackets.endNodeChallenge(packet.id(), name, old, ttl), from);
            return;
        }
        if (code.equals(ResponseCode.SUCCESS)) {
            table.computeIfAbsent(name, k -> new ArrayList<>()).add(owner.address());
        }
        port.send(NamePackets.nameRegistrationResponse(packet.id(), name, owner, ttl, code), from);
    }

    /** The flags of what it heard, four hexadecimal digits each. */
    List<String> flagsHeard() {
        return heard.stream().map(p -> p.encode().toHex().substring(4, 8)).toList();
    }
}
