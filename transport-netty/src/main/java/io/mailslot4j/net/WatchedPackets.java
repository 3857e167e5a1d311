package io.mailslot4j.net;

import io.mailslot4j.PacketWatcher;
import io.mailslot4j.local.PacketReceiver;
import io.mailslot4j.protocol.Octets;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows a {@link PacketWatcher} the datagrams of a network, whether we have the port or another process has it. */
final class WatchedPackets {
    private static final Logger LOG = LoggerFactory.getLogger("io.mailslot4j.network");

    private final PacketWatcher watcher;
    private final IntSupplier port;

    /** @param port where we receive */
    WatchedPackets(PacketWatcher watcher, IntSupplier port) {
        this.watcher = watcher;
        this.port = port;
    }

    /** Shows what comes, and hands it on. Nothing tells to which of our addresses it came. */
    PacketReceiver receiver(PacketReceiver next) {
        return new PacketReceiver() {
            @Override
            public void received(ByteBuffer packet, InetSocketAddress from, Optional<String> networkInterface) {
                show(from, new InetSocketAddress(port.getAsInt()), copyOf(packet));
                next.received(packet, from, networkInterface);
            }

            @Override
            public void endOfBatch() {
                next.endOfBatch();
            }

            @Override
            public void missed(int packets) {
                next.missed(packets);
            }
        };
    }

    /**
     * Shows what was sent.
     *
     * @param sentFrom the port of {@code sockets}
     */
    PacketSink sink(PacketSink sockets, IntSupplier sentFrom) {
        return (packet, from, to) -> {
            Octets octets = copyOf(packet);
            sockets.send(packet, from, to);
            show(new InetSocketAddress(InetAddress.getByAddress(from.toOctets()), sentFrom.getAsInt()), to, octets);
        };
    }

    private static Octets copyOf(ByteBuffer packet) {
        byte[] octets = new byte[packet.remaining()];
        packet.get(packet.position(), octets);
        return Octets.wrap(octets);
    }

    /** Whatever the watcher does, the packet goes on. */
    private void show(InetSocketAddress from, InetSocketAddress to, Octets packet) {
        try {
            watcher.seen(from, to, packet);
        } catch (Throwable e) {
            LOG.warn("a watcher of packets failed", e);
        }
    }
}
