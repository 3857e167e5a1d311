package io.mailslot4j.cli.output;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What came from the network, made safe to show on a terminal. Printable text in UTF-8 is shown as it is; every other
 * octet as {@code \x1b}, and a backslash as two, so that the octets can be told from what is shown. Characters that
 * would turn or hide text are not printable.
 */
public final class Shown {
    private Shown() {}

    /** Octets, as text where they are text. */
    public static String octets(Octets octets) {
        StringBuilder shown = new StringBuilder();
        ByteBuffer in = ByteBuffer.wrap(octets.toArray());
        CharBuffer text = CharBuffer.allocate(in.remaining());
        CharsetDecoder decoder = strictUtf8();
        while (in.hasRemaining()) {
            var stop = decoder.reset().decode(in, text, true);
            append(shown, text.flip().toString());
            text.clear();
            // Only now, so that octets stand where they came.
            for (int i = stop.isError() ? stop.length() : 0; i > 0; i--) {
                hex(shown, in.get());
            }
        }
        return shown.toString();
    }

    /** Text of any characters. */
    public static String text(String text) {
        StringBuilder shown = new StringBuilder();
        append(shown, text);
        return shown.toString();
    }

    /** Text whose characters are octets, as in ISO 8859-1. */
    static String latin(String text) {
        return octets(Octets.wrap(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /**
     * The name of a slot as its reader calls it, without {@code \MAILSLOT\} before it. Backslashes, which part it, are doubled
     * only where something else in it is escaped.
     */
    public static String slot(String slot) {
        String path = slot.substring(MailslotWrite.PREFIX.length());
        String withoutBackslashes = path.replace("\\", "");
        return latin(withoutBackslashes).equals(withoutBackslashes) ? path : latin(path);
    }

    /** A line of our own that may quote something from elsewhere: backslashes stay, for it has mailslot names in it. */
    public static String line(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isPrintable(c)) {
                shown.appendCodePoint(c);
            } else {
                escape(shown, c);
            }
        });
        return shown.toString();
    }

    /** The octets as text if they are UTF-8 and every character of it is printable. */
    public static Optional<String> asPrintable(Octets octets) {
        CharBuffer text = CharBuffer.allocate(octets.size());
        boolean broken = strictUtf8()
                .decode(ByteBuffer.wrap(octets.toArray()), text, true)
                .isError();
        String decoded = text.flip().toString();
        return broken || !decoded.codePoints().allMatch(Shown::isPrintable) ? Optional.empty() : Optional.of(decoded);
    }

    private static CharsetDecoder strictUtf8() {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static void append(StringBuilder shown, String text) {
        text.codePoints().forEach(c -> {
            if (c == '\\') {
                shown.append("\\\\");
            } else if (isPrintable(c)) {
                shown.appendCodePoint(c);
            } else {
                escape(shown, c);
            }
        });
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static void escape(StringBuilder shown, int c) {
        for (byte octet : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
            hex(shown, octet);
        }
    }

    private static void hex(StringBuilder shown, byte octet) {
        shown.append("\\x")
                .append(Character.forDigit(octet >> 4 & 0xF, 16))
                .append(Character.forDigit(octet & 0xF, 16));
    }
}
