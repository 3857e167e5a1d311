package io.mailslot4j.benchmarks.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;

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

    /** Of the pass in which {@code other} was greatest. */
    double whereMost(Series other) {
        return values.get(other.values.indexOf(other.max()));
    }

    /** Pass by pass. */
    Series over(Series other) {
        return with(other, (mine, theirs) -> mine / theirs);
    }

    /** Pass by pass. */
    Series minus(Series other) {
        return with(other, (mine, theirs) -> mine - theirs);
    }

    private Series with(Series other, DoubleBinaryOperator operator) {
        List<Double> results = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            results.add(operator.applyAsDouble(values.get(i), other.values.get(i)));
        }
        return new Series(results);
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
