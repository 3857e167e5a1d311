package io.mailslot4j.benchmarks.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What was measured so far: by figure, the value of each pass, or why there is none. */
final class Results {
    private final Map<String, List<Double>> figures = new LinkedHashMap<>();
    private final Map<String, String> missing = new LinkedHashMap<>();
    private final Predicate<Peer> isHere;

    /** @param isHere what this machine has */
    Results(Predicate<Peer> isHere) {
        this.isHere = isHere;
    }

    /** Keeps the value of one pass. */
    void add(String figure, double value) {
        figures.computeIfAbsent(figure, any -> new ArrayList<>()).add(value);
    }

    /** Whether figures that need {@code peer} can be measured here. If not, the report says of them why. */
    boolean canMeasureBy(Peer peer, String... all) {
        boolean here = isHere.test(peer);
        if (!here) {
            for (String figure : all) {
                missing.putIfAbsent(figure, peer.missing());
            }
        }
        return here;
    }

    /** Why a figure could not be measured; empty for one that was, or that nobody asked for. */
    Optional<String> whyNot(String figure) {
        return Optional.ofNullable(missing.get(figure));
    }

    /** What could not be measured, and why. */
    Map<String, String> missing() {
        return Collections.unmodifiableMap(missing);
    }

    boolean has(String figure) {
        return figures.containsKey(figure);
    }

    /**
     * All passes of a figure.
     *
     * @throws IllegalArgumentException if it was not measured
     */
    Series get(String figure) {
        List<Double> values = figures.get(figure);
        if (values == null) {
            throw new IllegalArgumentException("nobody measured " + figure);
        }
        return new Series(values);
    }

    /** The figures in the order in which they came. */
    List<String> figures() {
        return List.copyOf(figures.keySet());
    }
}
