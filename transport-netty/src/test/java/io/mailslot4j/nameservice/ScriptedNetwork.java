package io.mailslot4j.nameservice;

import io.mailslot4j.protocol.nameservice.NameServicePacket;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A network without wires: keeps what is sent, and answers what a test tells it to. */
final class ScriptedNetwork implements NamePorts {
    /** A packet that was sent. */
    record Sent(Duration at, NameServicePacket packet, InetSocketAddress to, Port port) {}

    /** A peer at an address: what it answers to a packet, nothing or more. */
    interface Peer extends Function<NameServicePacket, List<NameServicePacket>> {}

    /** An open socket. */
    final class Port implements NamePort {
        private final Listener listener;
        private boolean open = true;

        Port(Listener listener) {
            this.listener = listener;
        }

        @Override
        public void send(NameServicePacket packet, InetSocketAddress to) {
            NameServicePacket onTheWire = NameServicePacket.decode(packet.encode());
            if (unreachable.contains(to)) {
                listener.notSent(to, "Network is unreachable");
                return;
            }
            sent.add(new Sent(timers.elapsed(), onTheWire, to, this));
            Peer peer = peers.get(to);
            if (peer != null) {
                peer.apply(onTheWire).forEach(answer -> timers.after(latency, () -> deliver(answer, to)));
            }
        }

        /** A packet comes to this port. */
        void deliver(NameServicePacket packet, InetSocketAddress from) {
            if (open) {
                listener.received(NameServicePacket.decode(packet.encode()), from);
            }
        }

        @Override
        public void close() {
            open = false;
        }

        boolean isOpen() {
            return open;
        }
    }

    private final VirtualTimers timers;
    private final Map<InetSocketAddress, Peer> peers = new ConcurrentHashMap<>();
    private final Set<InetSocketAddress> unreachable = new HashSet<>();
    private final List<Sent> sent = new ArrayList<>();
    private final List<Port> ports = new ArrayList<>();
    private Duration latency = Duration.ofMillis(1);

    ScriptedNetwork(VirtualTimers timers) {
        this.timers = timers;
    }

    @Override
    public Port open(NamePort.Listener listener) {
        Port port = new Port(listener);
        ports.add(port);
        return port;
    }

    /** From now on {@code peer} answers what is sent to {@code address}, also a broadcast address. */
    void peer(InetSocketAddress address, Peer peer) {
        peers.put(address, peer);
    }

    /** From now on nothing can be sent to {@code address}. */
    void unreachable(InetSocketAddress address) {
        unreachable.add(address);
    }

    void latency(Duration oneWay) {
        latency = oneWay;
    }

    /** Everything that was sent, in order. */
    List<Sent> sent() {
        return sent;
    }

    /** When packets were sent to {@code address}, in milliseconds. */
    List<Long> millisOfSendingTo(InetSocketAddress address) {
        return sent.stream()
                .filter(s -> s.to().equals(address))
                .map(s -> s.at().toMillis())
                .collect(Collectors.toList());
    }

    /** How many sockets are open. */
    long openPorts() {
        return ports.stream().filter(Port::isOpen).count();
    }
}
