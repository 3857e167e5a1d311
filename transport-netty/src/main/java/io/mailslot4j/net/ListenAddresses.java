package io.mailslot4j.net;

import io.mailslot4j.host.LocalInterface;
import io.mailslot4j.protocol.Ipv4Address;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a network listens on.
 *
 * @param own addresses of interfaces, or the one that stands for all; packets are sent from these
 * @param broadcasts broadcast addresses of interfaces, and 255.255.255.255, which all of them hear
 * @param networks of the interfaces; none means all
 */
record ListenAddresses(List<ListenAddress> own, List<ListenAddress> broadcasts, List<LocalInterface> networks) {
    private static final Path NETWORK_NAMESPACE = Path.of("/proc/self/ns/net");

    /** @param chosen none means all */
    static ListenAddresses of(List<LocalInterface> chosen, int port) {
        if (chosen.isEmpty()) {
            InetSocketAddress all = socketAddress(Ipv4Address.ANY, port);
            return new ListenAddresses(List.of(new ListenAddress(all, Optional.empty())), List.of(), List.of());
        }
        List<ListenAddress> own = chosen.stream()
                .map(i -> new ListenAddress(socketAddress(i.address(), port), Optional.of(i.name())))
                .toList();
        List<ListenAddress> broadcasts = new ArrayList<>();
        chosen.stream()
                .filter(LocalInterface::hasSocketForBroadcast)
                .forEach(i ->
                        broadcasts.add(new ListenAddress(socketAddress(i.broadcast(), port), Optional.of(i.name()))));
        if (LocalInterface.hasSocketForLimitedBroadcast() && chosen.stream().anyMatch(i -> !i.loopback())) {
            broadcasts.add(new ListenAddress(
                    socketAddress(Ipv4Address.LIMITED_BROADCAST, port), Optional.empty(), List.copyOf(chosen)));
        }
        return new ListenAddresses(own, broadcasts, List.copyOf(chosen));
    }

    /** Where broadcasts come, and nothing that another program waits for on a socket for one address. */
    List<ListenAddress> besideOthers() {
        return networks.isEmpty() ? own : broadcasts;
    }

    /** Any port of the loopback interface, where nobody else sends to. */
    static ListenAddresses rehearsal() {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return new ListenAddresses(List.of(new ListenAddress(any, Optional.empty())), List.of(), List.of());
    }

    /** What two processes must have in common to share their sockets: the addresses, in one network namespace. */
    String key() {
        return own.stream()
                .map(address -> address.address().getAddress().getHostAddress() + ":"
                        + address.address().getPort())
                .sorted()
                .collect(Collectors.joining(",", "", " " + namespace()));
    }

    private static String namespace() {
        try {
            return Files.readSymbolicLink(NETWORK_NAMESPACE).toString();
        } catch (IOException | UnsupportedOperationException notLinux) {
            return "";
        }
    }

    private static InetSocketAddress socketAddress(Ipv4Address address, int port) {
        try {
            return new InetSocketAddress(InetAddress.getByAddress(address.toOctets()), port);
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
