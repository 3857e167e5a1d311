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
import io.netty.channel.IoEventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears where Samba's nmbd has the port: what is for this host comes from nmbd, and so does what is broadcast, but as far as
 * we may have a socket for broadcasts beside its own, they come there too, in whatever length and number. The duplicate
 * window recognises copies. Nothing is taken from nmbd, and packets are sent from another port.
 */
final class BesideNmbd implements SharedPort.Sockets {
    private static final Logger LOG = LoggerFactory.getLogger("io.mailslot4j.network");

    private final Path path;
    private final PacketReceiver receiver;
    private final MultiThreadIoEventLoopGroup group;
    private final IoEventLoop loop;
    private final LastReads lastReads;
    private final List<PacketSocket> broadcasts = new CopyOnWriteArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private @Nullable NmbdSocket nmbd;

    private BesideNmbd(Path path, PacketReceiver receiver) {
        this.path = path;
        this.receiver = receiver;
        this.group = EventLoops.open("mailslot4j");
        this.loop = group.next();
        this.lastReads = new LastReads(loop);
    }

    /**
     * Hears from now on.
     *
     * @param path where nmbd hands over what it hears
     * @param nmbdIsGone told when nmbd does so no longer
     * @throws NetworkException if it does not now
     */
    static BesideNmbd open(Path path, ListenAddresses addresses, PacketReceiver receiver, Runnable nmbdIsGone) {
        BesideNmbd beside = new BesideNmbd(path, receiver);
        try {
            // nmbd does not tell where a packet came to: who sent it must do.
            InetSocketAddress anywhere = addresses.own().get(0).address();
            Hearing hearing = beside.hearing(new ListenAddress(anywhere, Optional.empty(), addresses.networks()));
            beside.nmbd =
                    NmbdSocket.open(beside.loop, path, new AfterBroadcasts(hearing, beside.broadcasts), nmbdIsGone);
            // Only now, as it is nmbd that has the port: another program might miss what is for it.
            addresses.besideOthers().forEach(beside::tryToBind);
            return beside;
        } catch (RuntimeException | Error e) {
            beside.close();
            throw e;
        }
    }

    /**
     * What nmbd hands over has come to our own sockets already, if it was broadcast. They are read first: otherwise a message
     * could overtake those before it.
     */
    private record AfterBroadcasts(SocketListener hearing, List<PacketSocket> broadcasts) implements SocketListener {
        @Override
        public void received(ByteBuffer packet, InetSocketAddress from) {
            broadcasts.forEach(PacketSocket::readNow);
            hearing.received(packet, from);
        }

        @Override
        public void endOfBatch() {
            hearing.endOfBatch();
        }
    }

    private Hearing hearing(ListenAddress address) {
        return new Hearing(receiver, address, lastReads);
    }

    private void tryToBind(ListenAddress wanted) {
        try {
            broadcasts.add(PacketSocket.openBeside(
                    loop, wanted.address(), NetworkStatus.WANTED_RECEIVE_BUFFER, hearing(wanted)));
        } catch (NetworkException e) {
            LOG.info(
                    "broadcasts come by nmbd only, which loses some of many and all that are long: {}", e.getMessage());
        }
    }

    @Override
    public PortDescription describe() {
        return new PortDescription(
                broadcasts.stream().map(PacketSocket::localAddress).toList(),
                broadcasts.isEmpty() ? 0 : broadcasts.get(0).receiveBuffer(),
                ProcessHandle.current().pid(),
                Optional.of(path));
    }

    /** Takes what has come, and no more. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            NmbdSocket asked = nmbd;
            if (asked != null) {
                lastReads.await();
                asked.close();
            }
            broadcasts.forEach(PacketSocket::close);
        } finally {
            EventLoops.close(group);
        }
    }
}
