package io.mailslot4j.nameservice;

import io.mailslot4j.host.LocalInterface;
import io.mailslot4j.protocol.Ipv4Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where this host is now. */
final class OwnAddresses {
    private static final int FIRST_MULTICAST = 224;
    private static final int LOOPBACK = 127;

    private List<LocalInterface> interfaces;

    OwnAddresses(List<LocalInterface> interfaces) {
        this.interfaces = List.copyOf(interfaces);
    }

    /** From now on we are here; tells whether that differs. */
    boolean replace(List<LocalInterface> now) {
        boolean changed = !interfaces.equals(now);
        interfaces = List.copyOf(now);
        return changed;
    }

    /** The addresses of ours. */
    List<Ipv4Address> all() {
        return interfaces.stream().map(LocalInterface::address).distinct().toList();
    }

    /** The networks that a broadcast reaches. */
    List<LocalInterface> networks() {
        return interfaces.stream().filter(LocalInterface::hasBroadcast).toList();
    }

    /** The address of ours that {@code asker} reaches best: in its own network, else our first that leads anywhere; none if we have none. */
    Optional<Ipv4Address> nearestTo(Ipv4Address asker) {
        return interfaces.stream()
                .filter(i -> i.contains(asker))
                .findFirst()
                .or(() -> interfaces.stream().filter(i -> !i.loopback()).findFirst())
                .or(() -> interfaces.stream().findFirst())
                .map(LocalInterface::address);
    }

    /** The addresses of ours, that which {@code asker} reaches best first. */
    List<Ipv4Address> nearestFirst(Ipv4Address asker) {
        List<Ipv4Address> ordered = new ArrayList<>();
        nearestTo(asker).ifPresent(ordered::add);
        all().stream().filter(a -> !ordered.contains(a)).forEach(ordered::add);
        return ordered;
    }

    /** Whether a packet from there comes from this host. */
    boolean include(Ipv4Address address) {
        return firstOctet(address) == LOOPBACK || all().contains(address);
    }

    /** Whether {@code address} is one host's, so that an answer goes to one host. Anybody can write another as source. */
    boolean isOneHost(Ipv4Address address) {
        return firstOctet(address) != 0
                && firstOctet(address) < FIRST_MULTICAST
                && networks().stream().noneMatch(n -> n.contains(address) && isEverybody(address, n.prefixLength()));
    }

    /** Whether the host part is all ones, or all zeros, which old systems take for a broadcast too. */
    private static boolean isEverybody(Ipv4Address address, int prefixLength) {
        int hostBits = -1 >>> prefixLength;
        int host = address.bits() & hostBits;
        return host == hostBits || host == 0;
    }

    private static int firstOctet(Ipv4Address address) {
        return address.bits() >>> 24;
    }
}
