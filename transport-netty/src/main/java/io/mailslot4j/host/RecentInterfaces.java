package io.mailslot4j.host;

import io.mailslot4j.NetworkException;
import io.mailslot4j.protocol.Ipv4Address;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What senders know of the interfaces: up to a second old, because asking the system takes many times as long as sending a
 * datagram. Thread-safe.
 */
public final class RecentInterfaces {
    private static final long OLDEST = TimeUnit.SECONDS.toNanos(1);
    private static final int MOST_WAYS = 1000;

    /**
     * How a datagram gets to an address.
     *
     * @param source the address of ours that it leaves from
     * @param broadcast whether it gets to all in a network that we are in
     */
    public record Way(Ipv4Address source, boolean broadcast) {}

    private record Known(long at, List<LocalInterface> interfaces, Map<Ipv4Address, Way> ways) {}

    private final Interfaces interfaces;
    private final LongSupplier nanoTime;
    private volatile @Nullable Known known;

    /** @param nanoTime a clock that only goes forward, in nanoseconds */
    public RecentInterfaces(Interfaces interfaces, LongSupplier nanoTime) {
        this.interfaces = interfaces;
        this.nanoTime = nanoTime;
    }

    /**
     * The interfaces to use now.
     *
     * @throws NetworkException as {@link Interfaces#now()}
     */
    public List<LocalInterface> now() {
        return known().interfaces();
    }

    /**
     * The way to {@code destination}. All of it at once, because each question takes a look at the clock.
     *
     * @throws NetworkException as {@link Interfaces#now()}
     */
    public Way wayTo(Ipv4Address destination) {
        Known now = known();
        Way way = now.ways().get(destination);
        if (way == null) {
            way = find(destination, now.interfaces());
            if (now.ways().size() < MOST_WAYS) {
                now.ways().put(destination, way);
            }
        }
        return way;
    }

    private Known known() {
        long time = nanoTime.getAsLong();
        Known last = known;
        if (last == null || time - last.at() >= OLDEST) {
            last = new Known(time, interfaces.now(), new ConcurrentHashMap<>());
            known = last;
        }
        return last;
    }

    private static Way find(Ipv4Address destination, List<LocalInterface> interfaces) {
        Ipv4Address source = null;
        boolean broadcast = false;
        for (LocalInterface i : interfaces) {
            if (source == null && i.contains(destination)) {
                source = i.address();
            }
            broadcast |= i.hasBroadcast() && i.broadcast().equals(destination);
        }
        return new Way(source == null ? routedSourceFor(destination) : source, broadcast);
    }

    /** Asks the routing table: connecting a datagram socket sends nothing. */
    private static Ipv4Address routedSourceFor(Ipv4Address destination) {
        try (DatagramSocket probe = new DatagramSocket()) {
            probe.connect(new InetSocketAddress(InetAddress.getByAddress(destination.toOctets()), 138));
            byte[] own = probe.getLocalAddress().getAddress();
            return own.length == 4 ? Ipv4Address.ofOctets(own) : Ipv4Address.ANY;
        } catch (IOException | UncheckedIOException unreachable) {
            return Ipv4Address.ANY;
        }
    }
}
