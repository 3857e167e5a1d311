package io.mailslot4j.protocol.text;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
import java.nio.charset.StandardCharsets;

/**
 * Text in UTF-16, lower octets first.
 *
 * @param octets the text, two octets a unit, without a zero unit
 * @param terminated whether a unit of zero follows, as it should
 */
public record UnicodeText(Octets octets, boolean terminated) {
    private static final int UNIT = 2;

    /** Checks that this can be written. */
    public UnicodeText {
        if (octets.size() % UNIT != 0) {
            throw new IllegalArgumentException("UTF-16 text of " + octets.size() + " octets");
        }
        for (int i = 0; i < octets.size(); i += UNIT) {
            if (octets.get(i) == 0 && octets.get(i + 1) == 0) {
                throw new IllegalArgumentException("text with a zero in it, at " + i / UNIT);
            }
        }
    }

    /**
     * The text.
     *
     * @throws IllegalArgumentException if it has half a character (a lone surrogate), or a NUL
     */
    public static UnicodeText of(String text) {
        if (!StandardCharsets.UTF_16LE.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("'" + text + "' has half a character");
        }
        return new UnicodeText(Octets.wrap(text.getBytes(StandardCharsets.UTF_16LE)), true);
    }

    /** Reads text up to its unit of zero, or as far as there are whole units. */
    public static UnicodeText read(PacketReader in, String field) {
        Octets all = in.whole();
        int start = in.position();
        int end = start;
        while (end + 1 < all.size() && (all.get(end) != 0 || all.get(end + 1) != 0)) {
            end += UNIT;
        }
        Octets octets = in.octets(end - start, field);
        boolean terminated = in.remaining() >= UNIT;
        if (terminated) {
            in.u16le(field);
        }
        return new UnicodeText(octets, terminated);
    }

    /** Writes the text, and the unit of zero. */
    public void write(PacketWriter out) {
        out.octets(octets);
        if (terminated) {
            out.u16le(0);
        }
    }

    /** The text. Not safe to show: it may have control characters. */
    @Override
    public String toString() {
        return octets.text(StandardCharsets.UTF_16LE);
    }
}
