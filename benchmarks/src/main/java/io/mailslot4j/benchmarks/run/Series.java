package io.mailslot4j.benchmarks.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The same figure of several passes. */
record Series(List<Double> values) {
    Series {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a series needs a pass");
        }
    }

    double median() {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    double min() {
        return values.stream().mapToDouble(d -> d).min().orElseThrow();
    }

    double max() {
        return values.stream().mapToDouble(d -> d).max().orElseThrow();
    }

    /** Pass by pass. */
    Series over(Series other) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            ratios.add(values.get(i) / other.values.get(i));
        }
        return new Series(ratios);
    }

    /** The median, and between which values all passes are. */
    @Override
    public String toString() {
        return format(median()) + " [" + format(min()) + ".." + format(max()) + "]";
    }

    private static String format(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 20 ? "%.2f" : "%.0f", value);
    }
}
