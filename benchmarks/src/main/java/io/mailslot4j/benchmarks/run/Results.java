package io.mailslot4j.benchmarks.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured so far: by figure, the value of each pass. */
final class Results {
    private final Map<String, List<Double>> figures = new LinkedHashMap<>();

    /** Keeps the value of one pass. */
    void add(String figure, double value) {
        figures.computeIfAbsent(figure, any -> new ArrayList<>()).add(value);
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
