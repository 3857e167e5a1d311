package io.mailslot4j.protocol.datagram;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.wire.PacketWriter;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts fragmented datagrams together (RFC 1002 section 5.3.3), within hard bounds: few at a time, two seconds each, no
 * more octets than a datagram may have, no overlap. Fragments may come in any order. Both forms of later fragments are
 * understood, those with names and those without.
 *
 * <p>Knows no clock: the caller says what time it is. Not thread-safe.
 */
public final class DatagramReassembler {
    /** Two encoded names of 255 octets and 512 octets of user data (RFC 1001 section 17.1.2). */
    public static final int MAX_DATA_SECTION = 1022;
    /** FRAGMENT_TO of RFC 1002 section 6. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(2);
    /** How many datagrams may be incomplete at once unless told otherwise. */
    public static final int DEFAULT_TABLE_SIZE = 64;

    /** What became of a packet. */
    public sealed interface Result permits Whole, Waiting, Refused {}

    /** A datagram in one piece, as if it had come so. */
    public record Whole(NetBiosDatagram datagram) implements Result {}

    /** The packet is kept until the rest comes. */
    public record Waiting() implements Result {}

    /** The packet is dropped, and with it what was kept of the same datagram. */
    public record Refused(String reason) implements Result {}

    private static final String OVERLAP = "fragments overlap";

    private record Key(Ipv4Address sender, int id) {}

    private final int tableSize;
    private final long timeoutNanos;
    private final Map<Key, Partial> table = new LinkedHashMap<>();
    private int expired;

    /** With the default bounds. */
    public DatagramReassembler() {
        this(DEFAULT_TABLE_SIZE, DEFAULT_TIMEOUT);
    }

    /**
     * With other bounds.
     *
     * @param tableSize how many datagrams may be incomplete at once
     * @param timeout how long each, from its first fragment
     */
    public DatagramReassembler(int tableSize, Duration timeout) {
        this.tableSize = tableSize;
        this.timeoutNanos = timeout.toNanos();
    }

    /** How many datagrams are incomplete. */
    public int pending() {
        return table.size();
    }

    /**
     * Takes a packet: a datagram in one piece comes back at once, a fragment when its datagram is complete.
     *
     * @param message the packet
     * @param sender where it came from, by its IP header
     * @param nowNanos the time in nanoseconds on any clock that only goes forward
     */
    public Result accept(DatagramMessage message, Ipv4Address sender, long nowNanos) {
        expire(nowNanos);
        if (message instanceof NetBiosDatagram datagram
                && datagram.packetOffset() == 0
                && !datagram.header().flags().more()) {
            return new Whole(datagram);
        }
        Key key = new Key(sender, message.header().id());
        Partial partial = table.get(key);
        if (partial == null) {
            if (table.size() >= tableSize) {
                return new Refused("too many incomplete datagrams");
            }
            partial = new Partial(nowNanos);
            table.put(key, partial);
        }
        String trouble = partial.add(message);
        if (trouble != null) {
            table.remove(key);
            return new Refused(trouble);
        }
        Result result = partial.result();
        if (!(result instanceof Waiting)) {
            table.remove(key);
        }
        return result;
    }

    /** How many fragments were forgotten, because the rest of their datagram did not come, since this was asked last. */
    public int takeExpired() {
        int count = expired;
        expired = 0;
        return count;
    }

    /**
     * Forgets what has waited too long.
     *
     * @param nowNanos as for {@link #accept}
     */
    public void expire(long nowNanos) {
        long nanos = nowNanos - timeoutNanos;
        Iterator<Partial> oldestFirst = table.values().iterator();
        while (oldestFirst.hasNext()) {
            Partial partial = oldestFirst.next();
            if (partial.startNanos - nanos >= 0) {
                return;
            }
            expired += partial.pieces();
            oldestFirst.remove();
        }
    }

    /** The pieces of one datagram that have come. */
    private static final class Partial {
        private final long startNanos;
        /** User data by its place: in the data section for pieces without names, else in the user data. */
        private final TreeMap<Integer, Octets> plain = new TreeMap<>();

        private final TreeMap<Integer, Octets> named = new TreeMap<>();
        private @Nullable NetBiosDatagram first;
        private @Nullable DatagramMessage last;
        private int lastEnd;
        private int size;

        Partial(long startNanos) {
            this.startNanos = startNanos;
        }

        /** What is wrong with the piece, or null. */
        @Nullable
        String add(DatagramMessage message) {
            Octets data;
            int offset;
            TreeMap<Integer, Octets> pieces;
            if (message instanceof NetBiosDatagram piece) {
                data = piece.userData();
                offset = piece.packetOffset();
                pieces = named;
                if (offset == 0) {
                    first = piece;
                }
            } else if (message instanceof DatagramFragment piece) {
                data = piece.data();
                offset = piece.packetOffset();
                pieces = plain;
            } else {
                return "not a fragment";
            }
            Octets known = pieces.get(offset);
            if (known != null && known.equals(data)) {
                return null;
            }
            boolean more = message.header().flags().more();
            if (more && data.isEmpty()) {
                return "a fragment without data";
            }
            size += data.size();
            if (offset + data.size() > MAX_DATA_SECTION || size > MAX_DATA_SECTION) {
                return "longer than " + MAX_DATA_SECTION + " octets";
            }
            if (overlaps(pieces, offset, data.size()) || pieces.put(offset, data) != null || (!more && last != null)) {
                return OVERLAP;
            }
            if (!more) {
                last = message;
                lastEnd = offset + data.size();
            }
            return null;
        }

        int pieces() {
            return plain.size() + named.size();
        }

        /** Only neighbours can: what a hostile sender cuts into single octets must not cost more with each. */
        private static boolean overlaps(NavigableMap<Integer, Octets> pieces, int offset, int size) {
            Map.Entry<Integer, Octets> before = pieces.lowerEntry(offset);
            Integer behind = pieces.higherKey(offset);
            return (before != null && before.getKey() + before.getValue().size() > offset)
                    || (behind != null && behind < offset + size);
        }

        /** The datagram, if there are as many octets as it has; only now it is seen whether pieces of the two forms overlap. */
        Result result() {
            if (first == null || last == null) {
                return new Waiting();
            }
            int names = first.namesLength();
            int whole = last instanceof NetBiosDatagram ? lastEnd : lastEnd - names;
            if (size < whole) {
                return new Waiting();
            }
            TreeMap<Integer, Octets> all = new TreeMap<>(named);
            plain.forEach((offset, data) -> all.put(offset - names, data));
            PacketWriter userData = new PacketWriter(size);
            int end = 0;
            for (Map.Entry<Integer, Octets> piece : all.entrySet()) {
                if (piece.getKey() != end) {
                    return new Refused(OVERLAP);
                }
                end += piece.getValue().size();
                userData.octets(piece.getValue());
            }
            if (end != whole || all.size() < pieces()) {
                return new Refused(OVERLAP);
            }
            DatagramHeader header = first.header();
            DatagramFlags flags = DatagramFlags.whole(header.flags().nodeType());
            return new Whole(
                    NetBiosDatagram.of(header.with(flags), first.source(), first.destination(), userData.done()));
        }
    }
}
