package io.mailslot4j.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A JSON object in the making, its keys in the order given. Everything outside printable ASCII is escaped. */
final class Json {
    private final StringBuilder members = new StringBuilder();

    Json put(String key, String text) {
        return member(key, quoted(text));
    }

    Json put(String key, long number) {
        return member(key, Long.toString(number));
    }

    Json put(String key, boolean truth) {
        return member(key, Boolean.toString(truth));
    }

    Json put(String key, Json object) {
        return member(key, object.toString());
    }

    Json put(String key, List<String> texts) {
        return member(key, texts.stream().map(Json::quoted).collect(Collectors.joining(",", "[", "]")));
    }

    Json putObjects(String key, List<Json> objects) {
        return member(key, objects.stream().map(Json::toString).collect(Collectors.joining(",", "[", "]")));
    }

    private Json member(String key, String value) {
        members.append(members.isEmpty() ? "" : ",")
                .append(quoted(key))
                .append(':')
                .append(value);
        return this;
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /** The object on one line. */
    @Override
    public String toString() {
        return "{" + members + "}";
    }
}
