package io.mailslot4j.protocol.wire;

/** Range checks for values that will be written in one or two octets. */
public final class Unsigned {
    private Unsigned() {}

    /**
     * Checks a value for one octet.
     *
     * @throws IllegalArgumentException unless it is 0 to 255
     */
    public static void check8(int value, String field) {
        check(value, 0xFF, field);
    }

    /**
     * Checks a value for two octets.
     *
     * @throws IllegalArgumentException unless it is 0 to 65535
     */
    public static void check16(int value, String field) {
        check(value, 0xFFFF, field);
    }

    private static void check(int value, int max, String field) {
        if (value < 0 || value > max) {
            throw new IllegalArgumentException(field + " is " + value + ", but must be 0 to " + max);
        }
    }
}
