package io.mailslot4j.logging;

import java.nio.charset.StandardCharsets;

/** Text as it is measured and cut for messages: by its octets in UTF-8. */
final class Utf8Text {
    private Utf8Text() {}

    /** The text, with {@code ?} for each half of a surrogate pair, which UTF-8 cannot say. */
    static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** Where the longest beginning of well-formed {@code text} ends, from {@code start}, that has at most {@code octets} octets. */
    static int end(String text, int start, int octets) {
        int room = octets;
        int end = start;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            room -= octetsOf(codePoint);
            if (room < 0) {
                break;
            }
            end += Character.charCount(codePoint);
        }
        return end;
    }

    private static int octetsOf(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        return codePoint < 0x10000 ? 3 : 4;
    }

    /** The text without the line ends behind it. */
    static String withoutLineEnd(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(0, end);
    }
}
