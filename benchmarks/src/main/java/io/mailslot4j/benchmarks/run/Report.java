package io.mailslot4j.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What was measured, as tables and a chart.
 *
 * @param passes how many there were
 * @param started the load average before them
 */
record Report(Results results, int passes, String started) {
    private static final String BEGIN = "<!-- What follows is written by bin/benchmark. -->";
    private static final String END = "<!-- What bin/benchmark writes ends here. -->";
    private static final int WIDEST = 30;
    private static final double OCTETS_LEFT_BY_THE_MEASUREMENT = 0.05;

    /** Puts the report where the last one is, and a chart beside the page. */
    void writeInto(Path page) throws IOException {
        Files.writeString(page.resolveSibling("performance.svg"), new Chart(results).svg());
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(page + " has no place for the results");
        }
        Files.writeString(page, text.substring(0, begin + BEGIN.length()) + "\n\n" + this + "\n" + text.substring(end));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(Programs.machine()).append(". Load average ").append(started);
        text.append(" at the start, ").append(Programs.loadAverage()).append(" at the end. Medians of ");
        text.append(passes).append(" passes, [least..most].\n");
        text.append("Where there must be none of something, the worst pass is judged.\n\n");
        text.append("| figure | floor | goal | reached | |\n|---|---|---|---|---|\n");
        for (Goal goal : Goal.all()) {
            if (goal.canBeJudgedBy(results)) {
                Series value = goal.value().apply(results);
                double judged = goal.judged(value);
                double reached = Math.abs(judged) < OCTETS_LEFT_BY_THE_MEASUREMENT ? 0 : judged;
                text.append(row(goal, value + pause(goal, value), goal.verdict(reached)));
            } else {
                goal.whyNot(results).ifPresent(why -> text.append(row(goal, "not measured: " + why, "")));
            }
        }
        text.append(
                "\nEach is nanoseconds of CPU for a datagram or step, unless it says otherwise; heap is octets:\n\n```\n");
        results.figures().forEach(figure -> text.append(line(figure)));
        results.missing()
                .forEach((figure, why) ->
                        text.append(String.format(Locale.ROOT, "%-52s not measured: %s%n", figure, why)));
        return text.append("```\n").toString();
    }

    private static String row(Goal goal, String reached, String verdict) {
        return String.format(
                Locale.ROOT,
                "| %s | %s %s | %s | %s | %s |%n",
                goal.figure(),
                goal.atMost() ? "≤" : "≥",
                goal.floor(),
                goal.goal(),
                reached,
                verdict);
    }

    /** Where something was lost: whether the machine let the receiver run. */
    private String pause(Goal goal, Series lost) {
        return goal.pause()
                .filter(figure -> lost.max() > 0)
                .map(figure -> String.format(
                        Locale.ROOT,
                        "; in the worst pass its core was away for up to %.0f ms",
                        results.get(figure).whereMost(lost)))
                .orElse("");
    }

    private String line(String figure) {
        Series series = results.get(figure);
        double longest = results.figures().stream()
                .filter(other -> kind(other).equals(kind(figure)))
                .mapToDouble(other -> results.get(other).median())
                .max()
                .orElse(1);
        int width = longest <= 0 ? 0 : (int) Math.round(WIDEST * series.median() / longest);
        return String.format(Locale.ROOT, "%-52s %-26s %s%n", figure, series, "█".repeat(width));
    }

    /** Only like is drawn beside like. */
    private static String kind(String figure) {
        String unit = figure.contains(" ") ? figure.substring(figure.lastIndexOf(' ')) : "";
        boolean step = figure.contains("code");
        boolean sending = figure.contains("send");
        return unit.replace(" group", "") + (step ? "step" : sending ? "send" : "");
    }
}
