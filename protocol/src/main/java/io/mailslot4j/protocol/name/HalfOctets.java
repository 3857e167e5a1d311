package io.mailslot4j.protocol.name;

/**
 * The letters A to P that stand for the halves of octets in an encoded name (RFC 1001 section 14.1), eight at a time: each
 * of the eight octets of a number is treated for itself.
 */
final class HalfOctets {
    private static final long EACH = 0x0101_0101_0101_0101L;
    private static final long TOP_BITS = 0x8080_8080_8080_8080L;

    private HalfOctets() {}

    /** Whether all eight octets are letters of A to P. */
    static boolean areLetters(long octets) {
        // With the top bits clear nothing is carried into the next octet.
        long lessThanA = ~(octets + (0x80 - 'A') * EACH);
        long moreThanP = octets + (0x80 - 'P' - 1) * EACH;
        return ((octets | lessThanA | moreThanP) & TOP_BITS) == 0;
    }

    /** The four octets that eight letters stand for. */
    static int fromLetters(long letters) {
        long halves = letters - 'A' * EACH;
        long octets = (halves | (halves >>> 4)) & 0x00FF_00FF_00FF_00FFL;
        long pairs = (octets | (octets >>> 8)) & 0x0000_FFFF_0000_FFFFL;
        return (int) (pairs | (pairs >>> 16));
    }

    /** The eight letters for four octets. */
    static long toLetters(int octets) {
        long pairs = ((octets & 0xFFFF_0000L) << 16) | (octets & 0xFFFFL);
        long single = (pairs | (pairs << 8)) & 0x00FF_00FF_00FF_00FFL;
        long halves = (single | (single << 4)) & 0x0F0F_0F0F_0F0F_0F0FL;
        return halves + 'A' * EACH;
    }
}
