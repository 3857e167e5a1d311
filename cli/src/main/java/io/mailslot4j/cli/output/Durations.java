package io.mailslot4j.cli.output;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them. */
public final class Durations {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|m|h|)");

    private Durations() {}

    /**
     * Reads {@code 500ms}, {@code 5s}, {@code 2m}, {@code 1h}, or seconds without a unit.
     *
     * @throws IllegalArgumentException if {@code text} is anything else
     */
    public static Duration parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a length of time such as 500ms, 5s, 2m or 1h");
        }
        long number = Long.parseLong(form.group(1));
        return switch (form.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofSeconds(number);
        };
    }

    /** The shortest of the forms that {@link #parse} reads. */
    public static String format(Duration length) {
        long millis = length.toMillis();
        return millis % 1000 != 0 ? millis + "ms" : millis / 1000 + "s";
    }
}
