package io.mailslot4j.nameservice;

import java.time.Duration;

/**
 * How long the name service waits, and how often it tries (RFC 1002 section 6, MS-NBTE section 3.1.2, Microsoft KB314053).
 *
 * @param broadcastTimeout BCAST_REQ_RETRY_TIMEOUT: between two broadcasts of one packet
 * @param broadcastCount BCAST_REQ_RETRY_COUNT: how often a packet is broadcast
 * @param unicastTimeout UCAST_REQ_RETRY_TIMEOUT: how long a server or host has to answer
 * @param unicastCount UCAST_REQ_RETRY_COUNT: how often it is asked
 * @param conflict CONFLICT_TIMER: how long further owners of a name have to answer, after the first
 * @param cache how long found names are kept at most
 * @param smallestRefresh the least time between two refreshes of one name
 * @param initialRefresh the time between two refreshes where the server gave none
 * @param winsDown how long a server that kept silent is left alone
 * @param lmHostsInclude how long a file that lmhosts includes may take
 * @param shortestWait the least that a server may ask us to wait; Samba's bounds, what is outside becomes the longest
 * @param longestWait the most that a server may ask us to wait
 */
public record NameServiceTimers(
        Duration broadcastTimeout,
        int broadcastCount,
        Duration unicastTimeout,
        int unicastCount,
        Duration conflict,
        Duration cache,
        Duration smallestRefresh,
        Duration initialRefresh,
        Duration winsDown,
        Duration lmHostsInclude,
        Duration shortestWait,
        Duration longestWait) {

    /** Those of Windows. */
    public static final NameServiceTimers WINDOWS = new NameServiceTimers(
            Duration.ofMillis(750),
            3,
            Duration.ofMillis(1500),
            3,
            Duration.ofSeconds(1),
            Duration.ofMinutes(10),
            Duration.ofMinutes(5),
            Duration.ofMinutes(16),
            Duration.ofSeconds(15),
            Duration.ofSeconds(6),
            Duration.ofSeconds(9),
            Duration.ofSeconds(105));

    /** Those of the RFC, and of Windows where the RFC says nothing. */
    public static final NameServiceTimers RFC =
            WINDOWS.withBroadcast(Duration.ofMillis(250), 3).withUnicast(Duration.ofSeconds(5), 3);

    /** Checks that there is at least one try. */
    public NameServiceTimers {
        if (broadcastCount < 1 || unicastCount < 1) {
            throw new IllegalArgumentException("a packet is sent at least once");
        }
    }

    /** These with other broadcasts. */
    public NameServiceTimers withBroadcast(Duration timeout, int count) {
        return new NameServiceTimers(
                timeout,
                count,
                unicastTimeout,
                unicastCount,
                conflict,
                cache,
                smallestRefresh,
                initialRefresh,
                winsDown,
                lmHostsInclude,
                shortestWait,
                longestWait);
    }

    /** These with other questions to servers and hosts. */
    public NameServiceTimers withUnicast(Duration timeout, int count) {
        return new NameServiceTimers(
                broadcastTimeout,
                broadcastCount,
                timeout,
                count,
                conflict,
                cache,
                smallestRefresh,
                initialRefresh,
                winsDown,
                lmHostsInclude,
                shortestWait,
                longestWait);
    }

    /** How long to wait when a server asks for {@code seconds}, an unsigned number of 32 bits (Samba's rule). */
    Duration waitFor(int seconds) {
        Duration asked = Duration.ofSeconds(Integer.toUnsignedLong(seconds));
        return asked.compareTo(shortestWait) < 0 || asked.compareTo(longestWait) > 0 ? longestWait : asked;
    }

    /** When to refresh a name that a server gave us for {@code ttl} seconds, an unsigned number of 32 bits. */
    Duration refreshAfter(int ttl) {
        Duration half = Duration.ofSeconds(Integer.toUnsignedLong(ttl) / 2);
        if (half.isZero()) {
            return initialRefresh;
        }
        return half.compareTo(smallestRefresh) < 0 ? smallestRefresh : half;
    }
}
