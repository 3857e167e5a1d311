package io.mailslot4j.net;

import io.mailslot4j.NetworkException;
import io.mailslot4j.NetworkException.Reason;
import io.mailslot4j.delivery.TrafficCounters;
import io.mailslot4j.host.LocalInterface;
import io.mailslot4j.host.PacketSocket;
import io.mailslot4j.host.RecentInterfaces;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.DatagramFlags;
import io.mailslot4j.protocol.datagram.DatagramFragmenter;
import io.mailslot4j.protocol.datagram.DatagramHeader;
import io.mailslot4j.protocol.datagram.DatagramMessage;
import io.mailslot4j.protocol.datagram.DatagramType;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.mailslot.MailslotName;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.mailslot.PlainMailslotEncoder;
import io.mailslot4j.protocol.name.NetBiosName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts a message into a datagram with our name on it, and sends that. Thread-safe. */
final class DatagramSender {
    private static final int MOST_DESTINATIONS = 1000;

    private final NetBiosName computer;
    private final DatagramFlags whole;
    private final IntSupplier answerPort;
    private final int remotePort;
    private final int maxDatagramLength;
    private final RecentInterfaces interfaces;
    private final Supplier<PacketSink> sink;
    private final TrafficCounters counters;
    private final AtomicInteger lastId;
    private final Map<Ipv4Address, InetSocketAddress> destinations = new ConcurrentHashMap<>();
    /** For whoever comes first. Who sends at the same time finds none, and goes the long way. */
    private final AtomicReference<@Nullable PlainMailslotEncoder> plain;

    /**
     * @param computer our own {@code <00>} name
     * @param answerPort the port where an answer would be received; goes into the header
     * @param remotePort the port to send to
     * @param maxDatagramLength octets of an IP packet above which datagrams are sent in fragments
     * @param sink where packets leave now
     * @param firstId where the datagram ids start
     */
    DatagramSender(
            NetBiosName computer,
            NodeType nodeType,
            IntSupplier answerPort,
            int remotePort,
            int maxDatagramLength,
            RecentInterfaces interfaces,
            Supplier<PacketSink> sink,
            TrafficCounters counters,
            int firstId) {
        this.computer = computer;
        this.whole = DatagramFlags.whole(nodeType);
        this.answerPort = answerPort;
        this.remotePort = remotePort;
        this.maxDatagramLength = maxDatagramLength;
        this.interfaces = interfaces;
        this.sink = sink;
        this.counters = counters;
        this.lastId = new AtomicInteger(firstId);
        int maxPacket = Math.min(DatagramFragmenter.maxPacket(maxDatagramLength), PacketSocket.MAX_PACKET);
        this.plain = new AtomicReference<>(new PlainMailslotEncoder(maxPacket));
    }

    /** The id of the next datagram. All copies of one message carry the same. */
    int nextId() {
        return lastId.incrementAndGet() & 0xFFFF;
    }

    /** One unique datagram to one address. */
    void unique(Route.Computer to, MailslotName slot, Octets payload) {
        send(DatagramType.DIRECT_UNIQUE, nextId(), to.source(), to.name(), to.address(), slot, payload);
    }

    /** One group datagram to one broadcast address. */
    void group(NetBiosName destination, Ipv4Address broadcast, MailslotName slot, Octets payload, int id) {
        Ipv4Address source = interfaces.wayTo(broadcast).source();
        send(DatagramType.DIRECT_GROUP, id, source, destination, broadcast, slot, payload);
    }

    /**
     * One group datagram to the broadcast address of every interface. If all fail, the first failure is thrown.
     *
     * @return whether there is such an interface
     */
    boolean group(NetBiosName destination, MailslotName slot, Octets payload, int id) {
        List<LocalInterface> reached =
                interfaces.now().stream().filter(LocalInterface::hasBroadcast).toList();
        NetworkException failure = null;
        int failures = 0;
        for (LocalInterface i : reached) {
            try {
                send(DatagramType.DIRECT_GROUP, id, i.address(), destination, i.broadcast(), slot, payload);
            } catch (NetworkException e) {
                failures++;
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null && failures == reached.size()) {
            throw failure;
        }
        return !reached.isEmpty();
    }

    private void send(
            DatagramType type,
            int id,
            Ipv4Address source,
            NetBiosName destination,
            Ipv4Address address,
            MailslotName slot,
            Octets payload) {
        DatagramHeader header = new DatagramHeader(type, whole, id, source, answerPort.getAsInt());
        PlainMailslotEncoder mine = plain.getAndSet(null);
        try {
            InetSocketAddress to = socketAddress(address);
            if (mine != null && mine.write(header, computer, destination, slot, payload)) {
                send(mine.buffer(), source, to);
                return;
            }
            MailslotWrite write = MailslotWrite.of(slot.slot(), payload);
            NetBiosDatagram datagram = NetBiosDatagram.of(header, computer, destination, write.encode());
            for (DatagramMessage packet : DatagramFragmenter.fragment(datagram, maxDatagramLength)) {
                send(ByteBuffer.wrap(packet.encode().toArray()), source, to);
            }
        } catch (IOException e) {
            counters.sendFailed();
            throw new NetworkException(
                    Reason.INPUT_OUTPUT,
                    "cannot send to " + destination + " at " + address + ":" + remotePort + ": " + e.getMessage(),
                    e);
        } finally {
            if (mine != null) {
                plain.setRelease(mine);
            }
        }
    }

    private void send(ByteBuffer packet, Ipv4Address source, InetSocketAddress to) throws IOException {
        sink.get().send(packet, source, to);
        counters.sent();
    }

    /** Sockets send faster to the very object that they sent to before. */
    private InetSocketAddress socketAddress(Ipv4Address address) throws UnknownHostException {
        InetSocketAddress known = destinations.get(address);
        if (known == null) {
            known = new InetSocketAddress(InetAddress.getByAddress(address.toOctets()), remotePort);
            if (destinations.size() < MOST_DESTINATIONS) {
                destinations.put(address, known);
            }
        }
        return known;
    }
}
