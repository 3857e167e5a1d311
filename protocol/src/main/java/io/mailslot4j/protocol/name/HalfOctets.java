package io.mailslot4j.protocol.name;

/**
 * The letters A to P that stand for the halves of octets in an encoded name (RFC 1001 section 14.1), eight at a time: each
 * of the eight octets of a number is treated for itself.
 */
final class HalfOctets {
    private static final long EACH = 0x0101_0101_0101_0101L;
    private static final long HIGH_HALVES = 0xF0F0_F0F0_F0F0_F0F0L;

    private HalfOctets() {}

    /** Whether all eight octets are letters of A to P. */
    static boolean areLetters(long octets) {
        // The lowest octet that is none borrows from the next, but is found itself.
        return (halves(octets) & HIGH_HALVES) == 0;
    }

    /** The four octets that eight letters stand for. */
    static int fromLetters(long letters) {
        long halves = halves(letters);
        long octets = (halves | (halves >>> 4)) & 0x00FF_00FF_00FF_00FFL;
        long pairs = (octets | (octets >>> 8)) & 0x0000_FFFF_0000_FFFFL;
        return (int) (pairs | (pairs >>> 16));
    }

    private static long halves(long letters) {
        return letters - 'A' * EACH;
    }

    /** The eight letters for four octets. */
    static long toLetters(int octets) {
        long pairs = ((octets & 0xFFFF_0000L) << 16) | (octets & 0xFFFFL);
        long single = (pairs | (pairs << 8)) & 0x00FF_00FF_00FF_00FFL;
        long halves = (single | (single << 4)) & 0x0F0F_0F0F_0F0F_0F0FL;
        return halves + 'A' * EACH;
    }
}
