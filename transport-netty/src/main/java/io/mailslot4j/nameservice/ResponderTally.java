package io.mailslot4j.nameservice;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what happens. Thread-safe. */
final class ResponderTally {
    private final Map<ResponderEvent, Long> counts = new ConcurrentHashMap<>();

    void count(ResponderEvent event) {
        counts.merge(event, 1L, Long::sum);
    }

    /** The numbers now. */
    ResponderCounters snapshot() {
        Map<ResponderEvent, Long> events = new EnumMap<>(ResponderEvent.class);
        events.putAll(counts);
        return new ResponderCounters(events);
    }
}
