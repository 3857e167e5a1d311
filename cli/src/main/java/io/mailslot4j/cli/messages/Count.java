package io.mailslot4j.cli.messages;

/** Reads a number of messages. */
final class Count {
    private Count() {}

    static Long parse(String text) {
        if (!text.matches("[1-9]\\d{0,17}")) {
            throw new IllegalArgumentException("'" + text + "' is not a number of 1 or more");
        }
        return Long.valueOf(text);
    }
}
