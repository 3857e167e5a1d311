package io.mailslot4j.testkit;

import io.mailslot4j.pcaps.IpAddress;
import io.mailslot4j.pcaps.UdpEndpoint;
import io.mailslot4j.pcaps.UdpPacket;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Networks of 24 bits without wires, on which a packet takes as long as a {@link VirtualClock} says. What is sent to the last
 * address of a network, or to 255.255.255.255, reaches everybody there on that port but its sender. Not thread-safe.
 */
public final class InMemoryNetwork {
    private static final int NETWORK = 0xFFFF_FF00;

    private final VirtualClock clock;
    private final List<Socket> sockets = new ArrayList<>();
    private final List<UdpPacket> sent = new ArrayList<>();
    private Duration latency = Duration.ofMillis(1);
    private int toLose;

    /** Takes the packets that come to a socket. */
    @FunctionalInterface
    public interface Receiver {
        /** A packet came. */
        void received(UdpPacket packet);
    }

    /** A UDP socket of a host. */
    public final class Socket implements AutoCloseable {
        private final Ipv4Address address;
        private final int port;
        private final Receiver receiver;

        private Socket(Ipv4Address address, int port, Receiver receiver) {
            this.address = address;
            this.port = port;
            this.receiver = receiver;
        }

        /** Sends a packet. */
        public void send(UdpEndpoint to, Octets payload) {
            UdpPacket packet = new UdpPacket(UdpEndpoint.of(address, port), to, payload, 0);
            sent.add(packet);
            if (toLose > 0) {
                toLose--;
                return;
            }
            clock.after(
                    latency,
                    () -> List.copyOf(sockets).stream()
                            .filter(socket -> socket.hears(this, to))
                            .forEach(socket -> socket.receiver.received(packet)));
        }

        private boolean hears(Socket sender, UdpEndpoint to) {
            if (to.port() != port) {
                return false;
            }
            Ipv4Address network = new Ipv4Address(address.bits() | ~NETWORK);
            boolean near = (address.bits() & NETWORK) == (sender.address.bits() & NETWORK);
            boolean everybody = to.address().equals(IpAddress.of(network))
                    || (near && to.address().equals(IpAddress.of(Ipv4Address.LIMITED_BROADCAST)));
            return everybody ? sender != this : to.address().equals(IpAddress.of(address));
        }

        /** Hears nothing more. */
        @Override
        public void close() {
            sockets.remove(this);
        }
    }

    /** A network without hosts. */
    public InMemoryNetwork(VirtualClock clock) {
        this.clock = clock;
    }

    /**
     * A socket of a host.
     *
     * @param address such as {@code 10.0.0.1}
     */
    public Socket open(String address, int port, Receiver receiver) {
        Socket socket = new Socket(Ipv4Address.parse(address), port, receiver);
        sockets.add(socket);
        return socket;
    }

    /** How long a packet takes from now on. One millisecond unless told otherwise. */
    public void latency(Duration oneWay) {
        latency = oneWay;
    }

    /** The next packets get lost. */
    public void loseNext(int packets) {
        toLose = packets;
    }

    /** Everything that was sent, in order, what got lost too. */
    public List<UdpPacket> sent() {
        return List.copyOf(sent);
    }
}
