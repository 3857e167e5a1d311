package io.mailslot4j.protocol.text;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Text in the OEM code page of its sender, which a packet does not name. Only ASCII means the same on every machine.
 *
 * @param octets the text, without a zero
 * @param terminated whether a zero follows, as it should; some senders leave it out at the end of a message
 */
public record OemText(Octets octets, boolean terminated) {
    /** No text. */
    public static final OemText EMPTY = new OemText(Octets.EMPTY, true);

    /** Checks that this can be written. */
    public OemText {
        for (int i = 0; i < octets.size(); i++) {
            if (octets.get(i) == 0) {
                throw new IllegalArgumentException("text with a zero in it, at " + i);
            }
        }
    }

    /**
     * Text of ASCII.
     *
     * @throws IllegalArgumentException if it has other characters, or a NUL
     */
    public static OemText of(String text) {
        return of(text, StandardCharsets.US_ASCII);
    }

    /**
     * Text in an OEM code page.
     *
     * @throws IllegalArgumentException if it has characters that {@code oem} has not, or a NUL
     */
    public static OemText of(String text, Charset oem) {
        if (!oem.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("'" + text + "' has characters that " + oem + " has not");
        }
        return new OemText(Octets.wrap(text.getBytes(oem)), true);
    }

    /** Reads text up to its zero, or to the end of the packet. */
    public static OemText read(PacketReader in, String field) {
        Octets octets = in.untilZero(field);
        boolean terminated = in.remaining() > 0;
        if (terminated) {
            in.u8(field);
        }
        return new OemText(octets, terminated);
    }

    /** Writes the text, and the zero. */
    public void write(PacketWriter out) {
        out.octets(octets);
        if (terminated) {
            out.u8(0);
        }
    }

    /** The text read in a code page. */
    public String text(Charset oem) {
        return octets.text(oem);
    }

    /** The text, one character an octet as in ISO 8859-1. Not safe to show: it may have control characters. */
    @Override
    public String toString() {
        return text(StandardCharsets.ISO_8859_1);
    }
}
