package io.mailslot4j.pcaps;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing on which we and tshark do not agree.
 *
 * @param file name of the capture
 * @param frame number of the frame
 * @param about a column of the table, or {@code datagram}, {@code mailslot write} or {@code name packet} for the message as
 *     a whole
 * @param ours what we say
 * @param theirs what tshark says
 */
record Difference(String file, long frame, String about, String ours, String theirs) {

    /** One line of the list, with nothing in words and what is not printable ASCII as {@code \x07}. */
    String line() {
        return Stream.of(file, Long.toString(frame), about, ours, theirs)
                .map(Difference::escaped)
                .collect(Collectors.joining("\t"));
    }

    private static String escaped(String text) {
        return text.isEmpty()
                ? "nothing"
                : text.chars()
                        .mapToObj(c -> c >= ' ' && c <= '~'
                                ? String.valueOf((char) c)
                                : String.format(Locale.ROOT, "\\x%02x", c))
                        .collect(Collectors.joining());
    }
}
