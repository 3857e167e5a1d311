package io.mailslot4j.cli.output;

import io.mailslot4j.protocol.Octets;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/** A JSON object in the making, its keys in the order given. Everything outside printable ASCII is escaped. */
public final class Json {
    private static final HexFormat HEX = HexFormat.of();

    /** From the brace on, but without the one that closes. */
    private final AsciiText text;

    public Json() {
        this(64);
    }

    /** @param expected characters to reserve */
    Json(int expected) {
        text = new AsciiText(expected).add('{');
    }

    /** Takes all members out, so that it can be filled again. */
    public void clear() {
        text.shortenTo(1);
    }

    public Json put(String key, String value) {
        key(key);
        quote(value);
        return this;
    }

    /** Text that nothing in is to be escaped, such as digits. */
    public Json putPlain(String key, String value) {
        key(key).addQuoted(value);
        return this;
    }

    /** Octets as hexadecimal digits. */
    public Json put(String key, Octets octets) {
        key(key).add('"').addHex(octets).add('"');
        return this;
    }

    public Json put(String key, long number) {
        key(key).add(number);
        return this;
    }

    public Json put(String key, boolean truth) {
        key(key).add(truth ? "true" : "false");
        return this;
    }

    public Json put(String key, Json object) {
        key(key).add(object.text).add('}');
        return this;
    }

    public Json put(String key, List<String> texts) {
        return putAll(key, texts, this::quote);
    }

    public Json putObjects(String key, List<Json> objects) {
        return putAll(key, objects, object -> text.add(object.text).add('}'));
    }

    private <T> Json putAll(String key, List<T> elements, Consumer<T> append) {
        key(key).add('[');
        for (int i = 0; i < elements.size(); i++) {
            text.add(i == 0 ? "" : ",");
            append.accept(elements.get(i));
        }
        text.add(']');
        return this;
    }

    /** Keys are ours, and plain. */
    private AsciiText key(String key) {
        if (text.size() > 1) {
            text.add(',');
        }
        return text.addQuoted(key).add(':');
    }

    private void quote(String value) {
        if (isPlain(value)) {
            text.addQuoted(value);
            return;
        }
        text.add('"');
        int written = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!isPlain(c)) {
                text.add(value, written, i);
                escape(c);
                written = i + 1;
            }
        }
        text.add(value, written, value.length()).add('"');
    }

    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (!isPlain(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c <= '~' && c != '"' && c != '\\';
    }

    private void escape(char c) {
        if (c == '"' || c == '\\') {
            text.add('\\').add(c);
        } else {
            text.add("\\u").add(HEX.toHexDigits(c));
        }
    }

    /** Writes the object, and ends the line. */
    void writeLine(OutputStream out) throws IOException {
        int end = text.size();
        text.add("}\n").writeTo(out);
        text.shortenTo(end);
    }

    /** The object on one line. */
    @Override
    public String toString() {
        return text + "}";
    }
}
