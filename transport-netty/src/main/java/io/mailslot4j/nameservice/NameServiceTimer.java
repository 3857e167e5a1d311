package io.mailslot4j.nameservice;

import java.time.Duration;

/**
 * A time that the name service waits, with what Windows has for it (RFC 1002 section 6, MS-NBTE section 3.1.2, Microsoft
 * KB314053). Where they say nothing, the value is ours.
 */
public enum NameServiceTimer {
    /** Between two broadcasts of one packet (BCAST_REQ_RETRY_TIMEOUT). */
    BROADCAST_RETRY(Duration.ofMillis(750)),
    /** How long a server or a host has to answer before it is asked again (UCAST_REQ_RETRY_TIMEOUT). */
    UNICAST_RETRY(Duration.ofMillis(1500)),
    /** How long a lookup by broadcast waits for further answers after the first. Zero: the first counts. */
    GATHER(Duration.ZERO),
    /** How long further owners of a name of ours have to answer, after the first (CONFLICT_TIMER). */
    CONFLICT(Duration.ofSeconds(1)),
    /** How long after an inquiry a further conflict demand about the name is not looked into. */
    CONFLICT_REST(Duration.ofMinutes(1)),
    /** The longest that an answer is remembered (CacheTimeout). */
    CACHE(Duration.ofMinutes(10)),
    /** How long it is remembered that nobody answered. */
    NEGATIVE_CACHE(Duration.ofSeconds(5)),
    /**
     * How long a WINS server is asked to keep our names if we do not refresh them, in whole seconds: 300,000 s, as
     * Samba too. Zero is for ever. The server has the last word.
     */
    WINS_TTL(Duration.ofMinutes(5_000)),
    /** The least between two refreshes of a name of ours. */
    SMALLEST_REFRESH(Duration.ofMinutes(5)),
    /** Between two refreshes where the WINS server said nothing of how long it keeps a name (InitialRefreshTimeout). */
    INITIAL_REFRESH(Duration.ofMinutes(16)),
    /** How long a WINS server that kept silent is left alone (WinsDownTimeout). */
    WINS_DOWN(Duration.ofSeconds(15)),
    /** The longest that a name of ours stays at another WINS server than the first, before the first is asked again. */
    WINS_RETURN(Duration.ofHours(1)),
    /** How long the hosts file and DNS may take. */
    HOSTS(Duration.ofSeconds(2)),
    /** The least that a server may ask us to wait; Samba's bounds, what is outside becomes the longest. */
    SHORTEST_WAIT(Duration.ofSeconds(9)),
    /** The most that a server may ask us to wait. */
    LONGEST_WAIT(Duration.ofSeconds(105)),
    /** Between two looks at the addresses of this host, while it owns names. */
    INTERFACE_CHECK(Duration.ofSeconds(3));

    private final Duration windows;

    NameServiceTimer(Duration windows) {
        this.windows = windows;
    }

    Duration windows() {
        return windows;
    }
}
