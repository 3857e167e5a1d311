package io.mailslot4j.cli.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** How much came when, in at most {@value #MOST} spans of equal length, which grow with the capture. */
final class Timeline {
    private static final int MOST = 240;

    private final TreeMap<Long, Integer> counts = new TreeMap<>();
    private long seconds = 1;

    void add(Instant time) {
        counts.merge(Math.floorDiv(time.getEpochSecond(), seconds), 1, Integer::sum);
        while (counts.lastKey() - counts.firstKey() >= MOST) {
            widen();
        }
    }

    private void widen() {
        Map<Long, Integer> before = Map.copyOf(counts);
        seconds *= 2;
        counts.clear();
        before.forEach((span, count) -> counts.merge(Math.floorDiv(span, 2), count, Integer::sum));
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    /** How long each span is. */
    Duration span() {
        return Duration.ofSeconds(seconds);
    }

    /** When the first span starts. */
    Instant start() {
        return Instant.ofEpochSecond(counts.firstKey() * seconds);
    }

    /** When the last span ends. */
    Instant end() {
        return Instant.ofEpochSecond((counts.lastKey() + 1) * seconds);
    }

    /** How many spans there are, from the first with something in it to the last. */
    int size() {
        return Math.toIntExact(counts.lastKey() - counts.firstKey() + 1);
    }

    /** What came in a span, counted from 0. */
    int count(int index) {
        return counts.getOrDefault(counts.firstKey() + index, 0);
    }

    /** The most that came in one span. */
    int most() {
        return counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
