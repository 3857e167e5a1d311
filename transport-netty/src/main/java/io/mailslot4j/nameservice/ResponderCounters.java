package io.mailslot4j.nameservice;

import java.util.Map;

/**
 * What became of the packets that came to port 137 so far. Answers to our own registrations are not among them.
 *
 * @param events how often each happened; those that did not are left out
 */
public record ResponderCounters(Map<ResponderEvent, Long> events) {
    /** Copies the map. */
    public ResponderCounters {
        events = Map.copyOf(events);
    }

    /** How often something happened. */
    public long count(ResponderEvent event) {
        return events.getOrDefault(event, 0L);
    }
}
