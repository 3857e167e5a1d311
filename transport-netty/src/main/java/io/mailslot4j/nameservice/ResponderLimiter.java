package io.mailslot4j.nameservice;

import io.mailslot4j.protocol.Ipv4Address;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lets so many answers a second go to one address, and so many in all: a token bucket each. */
final class ResponderLimiter {
    /** Sources that are remembered; beyond that the one that was silent longest is forgotten. The sum still holds. */
    static final int SOURCES = 1024;

    private static final double NANOS = 1e9;

    private static final class Bucket {
        private final int rate;
        private double tokens;
        private long filled;

        Bucket(int rate, long now) {
            this.rate = rate;
            this.tokens = rate;
            this.filled = now;
        }

        boolean take(long now) {
            tokens = Math.min(rate, tokens + (now - filled) / NANOS * rate);
            filled = now;
            if (tokens < 1) {
                return false;
            }
            tokens--;
            return true;
        }
    }

    private static final class Sources extends LinkedHashMap<Ipv4Address, Bucket> {
        private static final long serialVersionUID = 1;

        Sources() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Ipv4Address, Bucket> eldest) {
            return size() > SOURCES;
        }
    }

    private final Timers timers;
    private final int perSource;
    private final Sources sources = new Sources();
    private final Bucket all;

    ResponderLimiter(Timers timers, int perSource, int inAll) {
        this.timers = timers;
        this.perSource = perSource;
        this.all = new Bucket(inAll, timers.nanoTime());
    }

    /** Whether one more answer may go to {@code to} now. Whoever asks too much takes nothing from the others. */
    boolean allows(Ipv4Address to) {
        long now = timers.nanoTime();
        return sources.computeIfAbsent(to, fresh -> new Bucket(perSource, now)).take(now) && all.take(now);
    }
}
