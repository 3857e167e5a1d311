package io.mailslot4j.net;

import io.mailslot4j.NetworkException;
import io.mailslot4j.NetworkException.Reason;
import io.mailslot4j.delivery.TrafficCounters;
import io.mailslot4j.host.LocalInterface;
import io.mailslot4j.host.RecentInterfaces;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.datagram.DatagramFlags;
import io.mailslot4j.protocol.datagram.DatagramFragmenter;
import io.mailslot4j.protocol.datagram.DatagramHeader;
import io.mailslot4j.protocol.datagram.DatagramMessage;
import io.mailslot4j.protocol.datagram.DatagramType;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.name.NetBiosName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Puts a mailslot write into a datagram with our name on it, and sends that. Thread-safe. */
final class DatagramSender {
    private final NetBiosName computer;
    private final NodeType nodeType;
    private final IntSupplier answerPort;
    private final int remotePort;
    private final int maxDatagramLength;
    private final RecentInterfaces interfaces;
    private final Supplier<PacketSink> sink;
    private final TrafficCounters counters;
    private final AtomicInteger lastId;

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
        this.nodeType = nodeType;
        this.answerPort = answerPort;
        this.remotePort = remotePort;
        this.maxDatagramLength = maxDatagramLength;
        this.interfaces = interfaces;
        this.sink = sink;
        this.counters = counters;
        this.lastId = new AtomicInteger(firstId);
    }

    /** The id of the next datagram. All copies of one message carry the same. */
    int nextId() {
        return lastId.incrementAndGet() & 0xFFFF;
    }

    /** One unique datagram to one address. */
    void unique(NetBiosName destination, Ipv4Address address, MailslotWrite write) {
        Ipv4Address source = interfaces.sourceFor(address);
        send(DatagramType.DIRECT_UNIQUE, nextId(), source, destination, write, address);
    }

    /** One group datagram to one broadcast address. */
    void group(NetBiosName destination, Ipv4Address broadcast, MailslotWrite write, int id) {
        send(DatagramType.DIRECT_GROUP, id, interfaces.sourceFor(broadcast), destination, write, broadcast);
    }

    /** One group datagram to the broadcast address of every interface. If all fail, the first failure is thrown. */
    void group(NetBiosName destination, MailslotWrite write, int id) {
        List<LocalInterface> reached =
                interfaces.now().stream().filter(LocalInterface::hasBroadcast).toList();
        NetworkException failure = null;
        int failures = 0;
        for (LocalInterface i : reached) {
            try {
                send(DatagramType.DIRECT_GROUP, id, i.address(), destination, write, i.broadcast());
            } catch (NetworkException e) {
                failures++;
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null && failures == reached.size()) {
            throw failure;
        }
    }

    private void send(
            DatagramType type,
            int id,
            Ipv4Address source,
            NetBiosName destination,
            MailslotWrite write,
            Ipv4Address address) {
        DatagramHeader header =
                new DatagramHeader(type, DatagramFlags.whole(nodeType), id, source, answerPort.getAsInt());
        NetBiosDatagram datagram = NetBiosDatagram.of(header, computer, destination, write.encode());
        try {
            InetSocketAddress to = new InetSocketAddress(inet(address), remotePort);
            for (DatagramMessage packet : DatagramFragmenter.fragment(datagram, maxDatagramLength)) {
                sink.get().send(packet.encode(), inet(source), to);
                counters.sent();
            }
        } catch (IOException e) {
            counters.sendFailed();
            throw new NetworkException(
                    Reason.INPUT_OUTPUT,
                    "cannot send to " + destination + " at " + address + ":" + remotePort + ": " + e.getMessage(),
                    e);
        }
    }

    private static InetAddress inet(Ipv4Address address) throws UnknownHostException {
        return InetAddress.getByAddress(address.toOctets());
    }
}
