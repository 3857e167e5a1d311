package io.mailslot4j.protocol.text;

import io.mailslot4j.protocol.Octets;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Text in a field of fixed size. What stands behind its first zero has no meaning, but is kept.
 *
 * @param octets the whole field
 */
public record FixedText(Octets octets) {

    /**
     * ASCII text, filled up with zeros.
     *
     * @param size octets of the field; one of them stays zero
     * @throws IllegalArgumentException if {@code text} has other characters or a NUL, or is too long
     */
    public static FixedText of(String text, int size) {
        return new FixedText(field(text, StandardCharsets.US_ASCII, size, 1));
    }

    static Octets field(String text, Charset charset, int size, int zero) {
        if (!charset.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("'" + text + "' has characters that " + charset + " has not");
        }
        if (text.indexOf(0) >= 0) {
            throw new IllegalArgumentException("a NUL would end '" + text + "' early");
        }
        byte[] encoded = text.getBytes(charset);
        if (encoded.length > size - zero) {
            throw new IllegalArgumentException("'" + text + "' does not fit into " + size + " octets");
        }
        byte[] field = new byte[size];
        System.arraycopy(encoded, 0, field, 0, encoded.length);
        return Octets.wrap(field);
    }

    /** The text read in a code page. */
    public String text(Charset oem) {
        int end = 0;
        while (end < octets.size() && octets.get(end) != 0) {
            end++;
        }
        return octets.slice(0, end).text(oem);
    }

    /** The text, one character an octet as in ISO 8859-1. Not safe to show: it may have control characters. */
    @Override
    public String toString() {
        return text(StandardCharsets.ISO_8859_1);
    }
}
