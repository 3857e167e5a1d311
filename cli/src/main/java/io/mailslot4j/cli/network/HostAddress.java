package io.mailslot4j.cli.network;

/**
 * Where a computer or domain is, as the user says.
 *
 * @param name of it
 * @param address of it
 */
record HostAddress(String name, String address) {
    /** What the user types. */
    static final String FORM = "NAME=ADDRESS";

    static HostAddress parse(String text) {
        int sign = text.indexOf('=');
        if (sign < 0) {
            throw new IllegalArgumentException("'" + text + "' is not " + FORM);
        }
        return new HostAddress(text.substring(0, sign), text.substring(sign + 1));
    }
}
