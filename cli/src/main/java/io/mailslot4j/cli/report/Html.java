package io.mailslot4j.cli.report;

import io.mailslot4j.cli.output.Shown;

/** HTML in the making. Text is escaped, and what is not printable is shown as {@code \x1b}. */
final class Html {
    private final StringBuilder html = new StringBuilder();

    /** Markup of our own. */
    Html raw(String markup) {
        html.append(markup);
        return this;
    }

    /** Text from anywhere. */
    Html text(String text) {
        String shown = Shown.line(text);
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
        return this;
    }

    /** A row of a table. */
    Html row(String... cells) {
        raw("<tr>");
        for (String cell : cells) {
            raw("<td>").text(cell).raw("</td>");
        }
        return raw("</tr>\n");
    }

    /** The start of a table: {@code </table></figure>} ends it. */
    Html table(String... headings) {
        raw("<figure><table><tr>");
        for (String heading : headings) {
            raw("<th>").text(heading).raw("</th>");
        }
        return raw("</tr>\n");
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
