package io.mailslot4j.protocol.text;

import io.mailslot4j.protocol.Octets;
import java.nio.charset.StandardCharsets;

/**
 * Text in UTF-16, lower octets first, in a field of fixed size. What stands behind its first unit of zero has no meaning, but
 * is kept.
 *
 * @param octets the whole field
 */
public record FixedUnicode(Octets octets) {
    private static final int UNIT = 2;

    /**
     * The text, filled up with zeros.
     *
     * @param units units of the field; one of them stays zero
     * @throws IllegalArgumentException if {@code text} has half a character or a NUL, or is too long
     */
    public static FixedUnicode of(String text, int units) {
        return new FixedUnicode(FixedText.field(text, StandardCharsets.UTF_16LE, units * UNIT, UNIT));
    }

    /** The text. Not safe to show: it may have control characters. */
    @Override
    public String toString() {
        int end = 0;
        while (end + 1 < octets.size() && (octets.get(end) != 0 || octets.get(end + 1) != 0)) {
            end += UNIT;
        }
        return octets.slice(0, end).text(StandardCharsets.UTF_16LE);
    }
}
