package io.mailslot4j.nameservice;

import io.mailslot4j.protocol.nameservice.NameServicePacket;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Networks of 24 bits with routers between, where every packet takes a millisecond. Keeps what is sent. */
final class ResponderLink {
    private static final Duration LATENCY = Duration.ofMillis(1);

    /** A packet on the wire. */
    record Sent(long millis, NameServicePacket packet, InetSocketAddress from, InetSocketAddress to) {
        /** Its flags, four hexadecimal digits. */
        String flags() {
            return packet.encode().toHex().substring(4, 8);
        }

        String target() {
            return to.getAddress().getHostAddress();
        }
    }

    private final class Socket implements NamePort {
        private final List<String> addresses;
        private final int port;
        private final NamePort.Listener listener;

        Socket(List<String> addresses, int port, NamePort.Listener listener) {
            this.addresses = addresses;
            this.port = port;
            this.listener = listener;
        }

        @Override
        public void send(NameServicePacket packet, InetSocketAddress to) {
            String network = network(to);
            String source = addresses.stream()
                    .filter(a -> a.startsWith(network))
                    .findFirst()
                    .orElse(addresses.get(0));
            ResponderLink.this.send(packet, new InetSocketAddress(source, port), to);
        }

        boolean hears(InetSocketAddress to) {
            String target = to.getAddress().getHostAddress();
            boolean everybody = target.endsWith(".255") && addresses.stream().anyMatch(a -> a.startsWith(network(to)));
            return port == to.getPort() && (everybody || addresses.contains(target));
        }

        @Override
        public void close() {
            sockets.remove(this);
        }
    }

    private final VirtualTimers timers;
    private final List<Socket> sockets = new ArrayList<>();
    private final List<Sent> sent = new ArrayList<>();
    private final Set<String> dead = new HashSet<>();
    private int nextPort = 50_000;

    ResponderLink(VirtualTimers timers) {
        this.timers = timers;
    }

    /** Sockets of the host with {@code addresses}, on {@code port} or, if that is 0, on a free one each. */
    NamePorts of(List<String> addresses, int port) {
        return listener -> {
            Socket socket = new Socket(addresses, port == 0 ? nextPort++ : port, listener);
            sockets.add(socket);
            return socket;
        };
    }

    /** Puts a packet on the wire, as anybody can with any source address. */
    void send(NameServicePacket packet, InetSocketAddress from, InetSocketAddress to) {
        NameServicePacket onTheWire = NameServicePacket.decode(packet.encode());
        sent.add(new Sent(timers.elapsed().toMillis(), onTheWire, from, to));
        timers.after(
                LATENCY,
                () -> List.copyOf(sockets).stream()
                        .filter(s -> s.hears(to) && s.addresses.stream().noneMatch(dead::contains))
                        .forEach(s -> s.listener.received(onTheWire, from)));
    }

    /** The host neither hears nor, so, answers. */
    void kill(String address) {
        dead.add(address);
    }

    void revive(String address) {
        dead.remove(address);
    }

    List<Sent> sent() {
        return sent;
    }

    /** What {@code address} sent. */
    List<Sent> sentBy(String address) {
        return sent.stream()
                .filter(s -> s.from().getAddress().getHostAddress().equals(address))
                .toList();
    }

    /** What was sent so far is no longer of interest. */
    void forget() {
        sent.clear();
    }

    int openSockets() {
        return sockets.size();
    }

    private static String network(InetSocketAddress address) {
        String text = address.getAddress().getHostAddress();
        return text.substring(0, text.lastIndexOf('.') + 1);
    }
}
