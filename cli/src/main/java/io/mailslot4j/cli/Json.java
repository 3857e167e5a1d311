package io.mailslot4j.cli;

import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/** A JSON object in the making, its keys in the order given. Everything outside printable ASCII is escaped. */
final class Json {
    private static final HexFormat HEX = HexFormat.of();

    private final StringBuilder members;

    Json() {
        this(64);
    }

    /** @param expected characters to reserve */
    Json(int expected) {
        members = new StringBuilder(expected);
    }

    Json put(String key, String text) {
        quote(text, key(key));
        return this;
    }

    /** Text that nothing in is to be escaped, such as digits. */
    Json putPlain(String key, String text) {
        key(key).append('"').append(text).append('"');
        return this;
    }

    Json put(String key, long number) {
        key(key).append(number);
        return this;
    }

    Json put(String key, boolean truth) {
        key(key).append(truth);
        return this;
    }

    Json put(String key, Json object) {
        key(key).append('{').append(object.members).append('}');
        return this;
    }

    Json put(String key, List<String> texts) {
        return putAll(key, texts, text -> quote(text, members));
    }

    Json putObjects(String key, List<Json> objects) {
        return putAll(key, objects, object -> members.append(object));
    }

    private <T> Json putAll(String key, List<T> elements, Consumer<T> append) {
        key(key).append('[');
        for (int i = 0; i < elements.size(); i++) {
            members.append(i == 0 ? "" : ",");
            append.accept(elements.get(i));
        }
        members.append(']');
        return this;
    }

    /** Keys are ours, and plain. */
    private StringBuilder key(String key) {
        return members.append(members.isEmpty() ? "\"" : ",\"").append(key).append("\":");
    }

    private static void quote(String text, StringBuilder to) {
        to.append('"');
        if (isPlain(text)) {
            to.append(text);
        } else {
            for (int i = 0; i < text.length(); i++) {
                quote(text.charAt(i), to);
            }
        }
        to.append('"');
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c <= '~' && c != '"' && c != '\\';
    }

    private static void quote(char c, StringBuilder to) {
        if (isPlain(c)) {
            to.append(c);
        } else if (c == '"' || c == '\\') {
            to.append('\\').append(c);
        } else {
            to.append("\\u").append(HEX.toHexDigits(c));
        }
    }

    /** The object on one line. */
    @Override
    public String toString() {
        return "{" + members + "}";
    }
}
