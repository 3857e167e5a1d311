package io.mailslot4j.host;

import io.mailslot4j.NetworkException;
import io.mailslot4j.protocol.Ipv4Address;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What senders know of the interfaces: up to a second old, because asking the system takes many times as long as sending a
 * datagram. Whoever asks does not look at the clock, which would be a twentieth of sending: a timer tells what is old.
 * Thread-safe.
 */
public final class RecentInterfaces {
    private static final int MOST_WAYS = 1000;
    private static final Duration SECOND = Duration.ofSeconds(1);

    /**
     * How a datagram gets to an address.
     *
     * @param source the address of ours that it leaves from
     * @param broadcast whether it gets to all in a network that we are in
     */
    public record Way(Ipv4Address source, boolean broadcast) {}

    private static final class Known {
        final List<LocalInterface> interfaces;
        final Map<Ipv4Address, Way> ways = new ConcurrentHashMap<>();
        volatile boolean old;

        Known(List<LocalInterface> interfaces) {
            this.interfaces = interfaces;
        }
    }

    private final Interfaces interfaces;
    private final Executor afterASecond;
    private volatile @Nullable Known known;

    /** With a thread that lives for a second. That of the JDK's timers would never end, nor would the class loader of whoever came first. */
    public RecentInterfaces(Interfaces interfaces) {
        this(interfaces, RecentInterfaces::afterASecond);
    }

    /** @param afterASecond does what it is told a second later, on any thread */
    public RecentInterfaces(Interfaces interfaces, Executor afterASecond) {
        this.interfaces = interfaces;
        this.afterASecond = afterASecond;
    }

    private static void afterASecond(Runnable action) {
        Thread timer = new Thread(
                () -> {
                    LockSupport.parkNanos(SECOND.toNanos());
                    action.run();
                },
                "mailslot4j-second");
        timer.setDaemon(true);
        try {
            timer.start();
        } catch (OutOfMemoryError noMoreThreads) {
            action.run();
        }
    }

    /**
     * The interfaces to use now.
     *
     * @throws NetworkException as {@link Interfaces#now()}
     */
    public List<LocalInterface> now() {
        return known().interfaces;
    }

    /**
     * The way to {@code destination}.
     *
     * @throws NetworkException as {@link Interfaces#now()}
     */
    public Way wayTo(Ipv4Address destination) {
        Known now = known();
        Way way = now.ways.get(destination);
        if (way == null) {
            way = find(destination, now.interfaces);
            if (now.ways.size() < MOST_WAYS) {
                now.ways.put(destination, way);
            }
        }
        return way;
    }

    private Known known() {
        Known last = known;
        if (last == null || last.old) {
            Known fresh = new Known(interfaces.now());
            // First, so that nothing is known for ever if there can be no timer.
            afterASecond.execute(() -> fresh.old = true);
            known = fresh;
            return fresh;
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
