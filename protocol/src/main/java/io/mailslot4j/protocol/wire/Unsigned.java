package io.mailslot4j.protocol.wire;

/** Range checks for values that will be written in one or two octets. */
public final class Unsigned {
    private Unsigned() {}

    /** @throws IllegalArgumentException unless {@code value} fits in an octet */
    public static void check8(int value, String field) {
        check(value, 0xFF, field);
    }

    /** @throws IllegalArgumentException unless {@code value} fits in 16 bits */
    public static void check16(int value, String field) {
        check(value, 0xFFFF, field);
    }

    private static void check(int value, int max, String field) {
        if (value < 0 || value > max) {
            throw new IllegalArgumentException(field + " is " + value + ", but must be 0 to " + max);
        }
    }
}
