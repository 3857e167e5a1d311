package io.mailslot4j.net;

import io.mailslot4j.NetworkException;
import io.mailslot4j.NetworkStatus;
import io.mailslot4j.host.EventLoops;
import io.mailslot4j.host.NmbdSocket;
import io.mailslot4j.host.PacketSocket;
import io.mailslot4j.host.SocketListener;
import io.mailslot4j.local.PacketReceiver;
import io.mailslot4j.local.PortDescription;
import io.mailslot4j.local.SharedPort;
import io.mailslot4j.protocol.Ipv4Address;
import io.netty.channel.IoEventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The sockets that we receive on, and send from while they are open: one for all interfaces, or two for each chosen one,
 * on its own address and on its broadcast address, and one on 255.255.255.255, so that nothing addressed to another gets in.
 * One thread serves them all.
 */
final class Endpoint implements PacketSink, SharedPort.Sockets {
    private static final int BETWEEN_LOOKS_SECONDS = 2;

    /** @param address 0.0.0.0 if it is the one for all */
    private record Own(Ipv4Address address, PacketSocket socket) {}

    private final PacketReceiver receiver;
    private final MultiThreadIoEventLoopGroup group;
    private final IoEventLoop loop;
    private final LastReads lastReads;
    private final List<PacketSocket> sockets = new ArrayList<>();
    private final List<Own> senders = new ArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    private Endpoint(PacketReceiver receiver) {
        this.receiver = receiver;
        this.group = EventLoops.open("mailslot4j");
        this.loop = group.next();
        this.lastReads = new LastReads(loop);
    }

    /**
     * Opens sockets on all addresses, or none of them.
     *
     * @throws NetworkException if one cannot be had, or none be served
     */
    static Endpoint open(ListenAddresses addresses, PacketReceiver receiver) {
        Endpoint endpoint = new Endpoint(receiver);
        try {
            for (ListenAddress address : addresses.own()) {
                PacketSocket socket = endpoint.bind(address);
                byte[] octets = address.address().getAddress().getAddress();
                endpoint.senders.add(new Own(Ipv4Address.ofOctets(octets), socket));
            }
            for (ListenAddress address : addresses.broadcasts()) {
                endpoint.bind(address);
            }
            return endpoint;
        } catch (RuntimeException | Error e) {
            endpoint.close();
            throw e;
        }
    }

    /**
     * Lets Samba's nmbd have the port too when it starts, which else could not; what is for this host goes to its sockets then.
     *
     * @param nmbdIsThere told when it has started, once and in a thread that must not wait
     */
    void leaveRoomFor(Path nmbdSocket, Runnable nmbdIsThere) {
        sockets.forEach(PacketSocket::leaveRoom);
        lookFor(nmbdSocket, nmbdIsThere);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // It ends with the loop.
    private void lookFor(Path nmbdSocket, Runnable nmbdIsThere) {
        if (NmbdSocket.isThere(nmbdSocket)) {
            nmbdIsThere.run();
        } else {
            loop.schedule(() -> lookFor(nmbdSocket, nmbdIsThere), BETWEEN_LOOKS_SECONDS, TimeUnit.SECONDS);
        }
    }

    private PacketSocket bind(ListenAddress wanted) {
        SocketListener listener = new Hearing(receiver, wanted, lastReads);
        PacketSocket socket =
                PacketSocket.open(loop, onOnePort(wanted.address()), NetworkStatus.WANTED_RECEIVE_BUFFER, listener);
        sockets.add(socket);
        return socket;
    }

    /** Where the system chooses the port, all sockets get the one that it chose for the first. */
    private InetSocketAddress onOnePort(InetSocketAddress address) {
        return address.getPort() == 0 && !sockets.isEmpty()
                ? new InetSocketAddress(
                        address.getAddress(), sockets.get(0).localAddress().getPort())
                : address;
    }

    @Override
    public void send(ByteBuffer packet, Ipv4Address from, InetSocketAddress to) throws IOException {
        try {
            socketOn(from).send(packet, to);
        } catch (ClosedChannelException e) {
            throw new IOException("closed", e);
        }
    }

    /** The socket on that address, or the one for all. */
    private PacketSocket socketOn(Ipv4Address from) {
        for (Own own : senders) {
            if (own.address().equals(from)) {
                return own.socket();
            }
        }
        return senders.get(0).socket();
    }

    @Override
    public PortDescription describe() {
        return new PortDescription(
                sockets.stream().map(PacketSocket::localAddress).toList(),
                sockets.get(0).receiveBuffer(),
                ProcessHandle.current().pid(),
                Optional.empty());
    }

    /** Takes what has come, and no more. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            if (!sockets.isEmpty()) {
                lastReads.await();
            }
            sockets.forEach(PacketSocket::close);
        } finally {
            EventLoops.close(group);
        }
    }
}
