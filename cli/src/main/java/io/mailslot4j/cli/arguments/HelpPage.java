package io.mailslot4j.cli.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The help of a command, for terminals of 80 columns. */
public final class HelpPage {
    private static final int COLUMNS = 80;
    private static final int GAP = 3;
    private static final String MARGIN = "  ";
    private static final String NO_LETTER = "    ";

    private final String command;
    private final Usage usage;
    private final int width;

    private HelpPage(String command, Usage usage) {
        this.command = command;
        this.usage = usage;
        this.width = Stream.concat(
                        usage.operands().stream().map(operand -> NO_LETTER + operand.form()),
                        usage.allOptions().map(HelpPage::form))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    /**
     * The help of a command.
     *
     * @param command as it is typed
     */
    public static String of(String command, Usage usage) {
        return new HelpPage(command, usage).text();
    }

    private String text() {
        List<String> parts = new ArrayList<>();
        parts.add(usage.header() + "\n" + synopsis() + "\n");
        parts.add(usage.text());
        parts.add(operands() + options(usage.options()));
        if (!usage.network().isEmpty()) {
            parts.add("The network:\n" + options(usage.network()));
        }
        parts.add(usage.ending());
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("\n"));
    }

    private String synopsis() {
        return "Usage: " + command + " [OPTIONS]"
                + usage.operands().stream().map(operand -> " " + operand.form()).collect(Collectors.joining());
    }

    private String operands() {
        return usage.operands().stream()
                .map(operand -> entry(NO_LETTER + operand.form(), operand.description()))
                .collect(Collectors.joining());
    }

    private String options(List<Option> options) {
        return options.stream()
                .map(option -> entry(form(option), option.description()))
                .collect(Collectors.joining());
    }

    private static String form(Option option) {
        return option.letter().map(letter -> "-" + letter + ", ").orElse(NO_LETTER) + option.form();
    }

    /** What it is called, and beside it what it is, broken between words. */
    private String entry(String form, String description) {
        String start = MARGIN + form + " ".repeat(width - form.length() + GAP);
        String indent = " ".repeat(start.length()) + MARGIN;
        StringBuilder lines = new StringBuilder(start);
        int column = start.length();
        for (String word : description.split(" ", -1)) {
            if (column + word.length() > COLUMNS) {
                // The blank behind the last word goes with it.
                lines.setLength(lines.length() - 1);
                lines.append('\n').append(indent);
                column = indent.length();
            }
            lines.append(word).append(' ');
            column += word.length() + 1;
        }
        lines.setLength(lines.length() - 1);
        return lines.append('\n').toString();
    }
}
