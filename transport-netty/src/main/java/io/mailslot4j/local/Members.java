package io.mailslot4j.local;

import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Those who share the port that this process has: each gets every packet as it came, and judges it for itself. Packets come
 * on the thread of the UDP sockets, members on that of the loop.
 */
final class Members implements PacketReceiver {
    /** As much as a socket's own buffer: of one who does not read, the newest packets are lost then, and counted. */
    private static final int MOST_UNSENT_OCTETS = 4 << 20;
    /** Others that can share the port at once. */
    static final int MOST_MEMBERS = 256;
    /** For all of them: many who do not read get less each. */
    private static final long UNSENT_OCTETS_OF_ALL =
            Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 16);
    /** Octets of packets on their way from one thread to the other. */
    private static final int MOST_QUEUED_OCTETS = 4 << 20;
    /** How long those who are slow may take to get the last packets. */
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final SocketLoop loop;
    private final PacketReceiver own;
    private final AtomicInteger queuedOctets = new AtomicInteger();
    private volatile boolean any;

    /** Of the thread of the UDP sockets. */
    private List<ByteBuffer> batch = new ArrayList<>();
    /** Packets that found no room since the last that did, and those before the batch. Of the same thread. */
    private int missedByAll;

    private int missedBeforeBatch;
    /** How many packets each has missed. Of the thread of the loop. */
    private final Map<Connection, Integer> missed = new HashMap<>();

    /** @param own gets the packets too */
    Members(SocketLoop loop, PacketReceiver own) {
        this.loop = loop;
        this.own = own;
    }

    /** The connection with a new member. */
    Role member(PortDescription description) {
        return new Role() {
            @Override
            public void opened(Connection connection) {
                if (missed.size() >= MOST_MEMBERS) {
                    connection.send(Frames.busy());
                    connection.close();
                    return;
                }
                missed.put(connection, 0);
                any = true;
                connection.send(PortFrames.holder(description));
            }

            @Override
            public void received(Connection connection, ByteBuffer frame) throws ProtocolException {
                throw new ProtocolException("a member has nothing to say");
            }

            @Override
            public void closed(Connection connection) {
                missed.remove(connection);
                any = !missed.isEmpty();
            }
        };
    }

    @Override
    public void received(ByteBuffer packet, InetSocketAddress from, Optional<String> networkInterface) {
        if (any) {
            if (queuedOctets.get() < MOST_QUEUED_OCTETS) {
                ByteBuffer frame = PortFrames.packet(packet, from, networkInterface);
                queuedOctets.addAndGet(frame.remaining());
                if (batch.isEmpty()) {
                    missedBeforeBatch = missedByAll;
                    missedByAll = 0;
                }
                batch.add(frame);
            } else {
                missedByAll++;
            }
        }
        own.received(packet, from, networkInterface);
    }

    @Override
    public void endOfBatch() {
        try {
            if (!batch.isEmpty()) {
                List<ByteBuffer> whole = batch;
                batch = new ArrayList<>();
                int lost = missedBeforeBatch;
                loop.execute(() -> handOver(lost, whole));
            }
        } finally {
            own.endOfBatch();
        }
    }

    @Override
    public void missed(int packets) {
        own.missed(packets);
    }

    private void handOver(int lost, List<ByteBuffer> packets) {
        packets.forEach(packet -> queuedOctets.addAndGet(-packet.remaining()));
        for (Connection member : List.copyOf(missed.keySet())) {
            missed.computeIfPresent(member, (same, before) -> before + lost);
            packets.forEach(packet -> handOver(member, packet));
        }
    }

    private void handOver(Connection member, ByteBuffer packet) {
        Integer before = missed.get(member);
        if (before == null) {
            // Gone with one of the packets before.
            return;
        }
        if (member.unsentOctets() > Math.min(MOST_UNSENT_OCTETS, UNSENT_OCTETS_OF_ALL / missed.size())) {
            missed.replace(member, before + 1);
            return;
        }
        if (before > 0) {
            missed.replace(member, 0);
            member.send(PortFrames.missed(before));
        }
        member.send(packet.duplicate());
    }

    /** Ends all connections when the members have what was meant for them. */
    void leave() {
        List<CompletableFuture<Void>> gone = new ArrayList<>();
        loop.executeAndWait(() -> List.copyOf(missed.keySet()).forEach(member -> gone.add(member.closeWhenSent())));
        // An interrupt of before is not for us: who is told to end closes what it has.
        boolean interrupted = Thread.interrupted();
        try {
            CompletableFuture.allOf(gone.toArray(CompletableFuture<?>[]::new))
                    .get(FAREWELL.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        } catch (TimeoutException | ExecutionException tooSlow) {
            loop.executeAndWait(() -> List.copyOf(missed.keySet()).forEach(Connection::close));
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
