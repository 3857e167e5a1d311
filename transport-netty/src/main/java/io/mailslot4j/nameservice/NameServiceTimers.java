package io.mailslot4j.nameservice;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * How long the name service waits, and how often it tries.
 *
 * @param times each zero or more, and 100 years at most; those that are missing are those of Windows
 * @param broadcasts how often a packet is broadcast, 1 or more (BCAST_REQ_RETRY_COUNT)
 * @param unicasts how often a server or a host is asked, 1 or more (UCAST_REQ_RETRY_COUNT)
 */
public record NameServiceTimers(Map<NameServiceTimer, Duration> times, int broadcasts, int unicasts) {
    /** For ever is no longer: nanoseconds have no room for much more. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    /** Those of Windows. */
    public static final NameServiceTimers WINDOWS = new NameServiceTimers(Map.of(), 3, 3);

    /** Those of the RFC, and of Windows where the RFC says nothing. */
    public static final NameServiceTimers RFC = WINDOWS.with(NameServiceTimer.BROADCAST_RETRY, Duration.ofMillis(250))
            .with(NameServiceTimer.UNICAST_RETRY, Duration.ofSeconds(5));

    /** The shorter of both, as Samba has them. */
    public static final NameServiceTimers DEFAULT =
            WINDOWS.with(NameServiceTimer.BROADCAST_RETRY, RFC.get(NameServiceTimer.BROADCAST_RETRY));

    /** Fills in what is missing. */
    public NameServiceTimers {
        if (broadcasts < 1 || unicasts < 1) {
            throw new IllegalArgumentException("a packet is sent at least once");
        }
        EnumMap<NameServiceTimer, Duration> all = new EnumMap<>(NameServiceTimer.class);
        for (NameServiceTimer timer : NameServiceTimer.values()) {
            Duration time = times.getOrDefault(timer, timer.windows());
            if (time.isNegative()) {
                throw new IllegalArgumentException(timer + " cannot be negative: " + time);
            }
            all.put(timer, time.compareTo(LONGEST) < 0 ? time : LONGEST);
        }
        times = Collections.unmodifiableMap(all);
    }

    /** How long {@code timer} runs. */
    public Duration get(NameServiceTimer timer) {
        return Objects.requireNonNull(times.get(timer));
    }

    /** These, but with another {@code time} for {@code timer}. */
    public NameServiceTimers with(NameServiceTimer timer, Duration time) {
        Map<NameServiceTimer, Duration> changed = new EnumMap<>(NameServiceTimer.class);
        changed.putAll(times);
        changed.put(timer, time);
        return new NameServiceTimers(changed, broadcasts, unicasts);
    }

    /** These, but so many tries, each 1 or more. */
    public NameServiceTimers withTries(int newBroadcasts, int newUnicasts) {
        return new NameServiceTimers(times, newBroadcasts, newUnicasts);
    }

    /** How long to wait when a server asks for {@code seconds}, an unsigned number of 32 bits (Samba's rule). */
    Duration waitFor(int seconds) {
        Duration asked = Duration.ofSeconds(Integer.toUnsignedLong(seconds));
        Duration longest = get(NameServiceTimer.LONGEST_WAIT);
        boolean sensible = asked.compareTo(get(NameServiceTimer.SHORTEST_WAIT)) >= 0 && asked.compareTo(longest) <= 0;
        return sensible ? asked : longest;
    }

    /** What to ask a server for, as an unsigned number of 32 bits. */
    int winsTtl() {
        return (int) get(NameServiceTimer.WINS_TTL).toSeconds();
    }

    /** When to refresh a name that a server gave us for {@code ttl} seconds, an unsigned number of 32 bits. */
    Duration refreshAfter(int ttl) {
        Duration half = Duration.ofSeconds(Integer.toUnsignedLong(ttl) / 2);
        if (half.isZero()) {
            return get(NameServiceTimer.INITIAL_REFRESH);
        }
        Duration smallest = get(NameServiceTimer.SMALLEST_REFRESH);
        return half.compareTo(smallest) < 0 ? smallest : half;
    }
}
