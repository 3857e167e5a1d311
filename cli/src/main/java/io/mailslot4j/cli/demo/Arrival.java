package io.mailslot4j.cli.demo;

import io.mailslot4j.cli.output.Shown;
import io.mailslot4j.protocol.Octets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message that the listener got.
 *
 * @param from the sender's computer name
 * @param to the name that it was sent to, suffix included
 * @param kind such as {@code direct-group}
 * @param text what it says
 */
record Arrival(String from, String to, String kind, String text) {
    private static final Pattern LINE = Pattern.compile(".*\"kind\":\"(?<kind>[^\"]*)\","
            + "\"from\":\\{\"name\":\"(?<from>[^\"]*)\".*"
            + "\"to\":\\{\"name\":\"(?<to>[^\"]*)\",\"suffix\":\"(?<suffix>..)\".*"
            + "\"payload\":\"(?<payload>[0-9a-f]*)\".*");

    /** Reads a line of {@code listen --json}. */
    static Arrival parse(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a line of listen --json: " + line);
        }
        return new Arrival(
                parts.group("from"),
                parts.group("to") + "<" + parts.group("suffix") + ">",
                parts.group("kind"),
                Shown.octets(Octets.ofHex(parts.group("payload"))));
    }
}
