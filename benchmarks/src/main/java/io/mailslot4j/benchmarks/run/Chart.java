package io.mailslot4j.benchmarks.run;

import java.util.List;
import java.util.Locale;

/**
 * The ratios as a picture in SVG: how far each is on the better or the worse side of its floor, on a logarithmic scale,
 * with the spread of the passes and a mark where the goal is. What is wanted to be zero has no place on it.
 */
record Chart(Results results) {
    private static final int LEFT = 470;
    private static final int WIDTH = 1000;
    private static final int ROW = 24;
    private static final int TOP = 46;
    /** The widest that is drawn: eight times worse, and eight times better. */
    private static final double WIDEST = 8;

    private static final List<Double> GRID = List.of(0.125, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0);

    /** A whole SVG file. */
    String svg() {
        List<Goal> goals = Goal.all().stream()
                .filter(goal -> goal.floor() > 0 && goal.canBeJudgedBy(results))
                .toList();
        int bottom = TOP + ROW * goals.size();
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"12\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
                WIDTH + 20,
                bottom + 30));
        text(svg, LEFT, 18, "start", "times better (right) or worse (left) than the floor; | is the goal");
        for (double at : GRID) {
            line(svg, x(at), TOP - 8, x(at), bottom, at == 1 ? "black" : "#ddd", 1);
            text(svg, x(at), TOP - 14, "middle", at < 1 ? "1/" + (int) (1 / at) : String.valueOf((int) at));
        }
        for (int i = 0; i < goals.size(); i++) {
            row(svg, goals.get(i), TOP + ROW * i);
        }
        return svg.append("</svg>\n").toString();
    }

    private void row(StringBuilder svg, Goal goal, int top) {
        Series series = goal.value().apply(results);
        double reached = series.median();
        double at = x(better(goal, reached));
        text(svg, LEFT - 10, top + 16, "end", goal.figure());
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"14\" fill=\"%s\"/>%n",
                Math.min(at, x(1)),
                top + 5,
                Math.max(1, Math.abs(at - x(1))),
                switch (goal.verdict(reached)) {
                    case "goal" -> "#3a8f5c";
                    case "floor" -> "#d9a514";
                    default -> "#c0392b";
                }));
        line(svg, x(better(goal, series.min())), top + 12, x(better(goal, series.max())), top + 12, "#333", 2);
        double wanted = x(better(goal, goal.goal()));
        line(svg, wanted, top + 2, wanted, top + 22, "#00f", 2);
    }

    private static double better(Goal goal, double value) {
        return goal.atMost() ? goal.floor() / value : value / goal.floor();
    }

    private static double x(double ratio) {
        double octaves = Math.log(Math.max(1 / WIDEST, Math.min(WIDEST, ratio))) / Math.log(WIDEST);
        return LEFT + (WIDTH - LEFT) * (1 + octaves) / 2;
    }

    private static void line(StringBuilder svg, double x1, double y1, double x2, double y2, String color, int width) {
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"%d\"/>%n",
                x1,
                y1,
                x2,
                y2,
                color,
                width));
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
                x,
                y,
                anchor,
                text.replace("&", "&amp;").replace("<", "&lt;")));
    }
}
