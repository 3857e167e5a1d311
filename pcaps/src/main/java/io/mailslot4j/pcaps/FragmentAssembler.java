package io.mailslot4j.pcaps;

import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the fragments of UDP packets together, in whatever order they come (RFC 791 section 3.2). What it holds is bounded:
 * at most {@value #MAX_PACKETS} packets of at most 65,535 octets, each for at most a minute of the capture's time. Fragments
 * that overlap with other octets than those already there make their packet unreadable. Not thread-safe.
 */
public final class FragmentAssembler {
    /** Packets that may be in pieces at one time; one more, and the oldest is given up. */
    public static final int MAX_PACKETS = 256;

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /** Before this there is no time to go back. */
    private static final Instant EARLIEST = Instant.MIN.plus(PATIENCE);

    private final Map<Key, FragmentedPacket> waiting = new LinkedHashMap<>();
    private long unused;

    private record Key(IpAddress source, IpAddress destination, long identification) {}

    /** For the frames of one capture. */
    public FragmentAssembler() {}

    /**
     * Takes what a frame holds.
     *
     * @param time when it was captured
     * @return the same, or the UDP packet that is complete with this fragment
     */
    public FrameContent accept(Instant time, FrameContent content) {
        if (!(content instanceof UdpFragment fragment)) {
            return content;
        }
        unused++;
        giveUpWhatIsTooOld(time);
        Key key = new Key(fragment.source(), fragment.destination(), fragment.identification());
        FragmentedPacket packet = waiting.computeIfAbsent(key, unknown -> new FragmentedPacket(time));
        packet.add(fragment);
        Optional<Octets> whole = packet.whole();
        if (whole.isEmpty()) {
            makeRoom();
            return content;
        }
        waiting.remove(key);
        unused -= packet.fragments();
        return udp(fragment, whole.get());
    }

    private static FrameContent udp(UdpFragment last, Octets whole) {
        try {
            return UdpPacket.read(
                    new IpPacket(last.source(), last.destination(), UdpPacket.IP_PROTOCOL, Optional.empty(), whole, 0));
        } catch (MalformedPacketException e) {
            return new NotUdp(e.field() + ": " + e.reason());
        }
    }

    private void giveUpWhatIsTooOld(Instant now) {
        Instant oldest = now.isBefore(EARLIEST) ? Instant.MIN : now.minus(PATIENCE);
        waiting.values().removeIf(packet -> packet.firstSeen().isBefore(oldest));
    }

    private void makeRoom() {
        if (waiting.size() > MAX_PACKETS) {
            Iterator<Key> oldest = waiting.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    /** Fragments that have not become part of a whole packet, so far. */
    public long unused() {
        return unused;
    }
}
