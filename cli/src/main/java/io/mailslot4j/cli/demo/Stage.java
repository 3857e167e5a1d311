package io.mailslot4j.cli.demo;

import io.mailslot4j.cli.output.Output;
import java.util.Locale;

/** Where the demo tells its story: lines of aligned columns, with colours where there are any. */
final class Stage {
    /** A colour or weight, by its number in ANSI terminals. */
    enum Style {
        BOLD("1"),
        DIM("2"),
        RED("31"),
        GREEN("32"),
        CYAN("36");

        private final String number;

        Style(String number) {
            this.number = number;
        }
    }

    private final Output out;
    private final boolean colours;
    private final long start = System.nanoTime();

    Stage(Output out, boolean colours) {
        this.out = out;
        this.colours = colours;
    }

    void line(String text) {
        out.line(text);
    }

    /** Someone, and what there is to say. */
    void person(String name, String text) {
        out.line("  " + paint(Style.CYAN, pad(name, 8)) + text);
    }

    /** What came just now. */
    void arrival(Arrival arrival) {
        out.line(String.format(
                Locale.ROOT,
                "  %s %s→ %s %s %s",
                paint(Style.DIM, pad(String.format(Locale.ROOT, "%.2f s", seconds()), 7)),
                paint(Style.CYAN, pad(arrival.from(), 6)),
                pad(arrival.to(), 10),
                paint(Style.DIM, pad(arrival.kind(), 14)),
                paint(Style.BOLD, arrival.text())));
    }

    /** Whether something that must be so is so. */
    void verdict(boolean good, String text) {
        out.line("  " + (good ? paint(Style.GREEN, "✓ ") : paint(Style.RED, "✗ ")) + text);
    }

    void title(String text) {
        out.line(paint(Style.BOLD, text));
    }

    double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    private String paint(Style style, String text) {
        return colours ? "\u001b[" + style.number + "m" + text + "\u001b[0m" : text;
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
