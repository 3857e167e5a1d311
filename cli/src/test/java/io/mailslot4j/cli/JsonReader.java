package io.mailslot4j.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON back, strictly: objects as maps in their order, arrays as lists, numbers as longs. */
public final class JsonReader {
    private final String text;
    private int at;

    private JsonReader(String text) {
        this.text = text;
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> object(String text) {
        JsonReader reader = new JsonReader(text);
        Object value = reader.value();
        if (reader.at != text.length()) {
            throw new IllegalArgumentException("more behind the value at " + reader.at + ": " + text);
        }
        return (Map<String, Object>) value;
    }

    private Object value() {
        char c = text.charAt(at);
        if (c == '{') {
            return members();
        }
        if (c == '[') {
            return elements();
        }
        if (c == '"') {
            return string();
        }
        int start = at;
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        String word = text.substring(start, at);
        return word.equals("true") || word.equals("false") ? Boolean.valueOf(word) : (Object) Long.valueOf(word);
    }

    private Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        expect('{');
        while (text.charAt(at) != '}') {
            String key = string();
            expect(':');
            if (members.put(key, value()) != null) {
                throw new IllegalArgumentException(key + " twice: " + text);
            }
            comma('}');
        }
        expect('}');
        return members;
    }

    private List<Object> elements() {
        List<Object> elements = new ArrayList<>();
        expect('[');
        while (text.charAt(at) != ']') {
            elements.add(value());
            comma(']');
        }
        expect(']');
        return elements;
    }

    private void comma(char end) {
        if (text.charAt(at) != end) {
            expect(',');
        }
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        expect('"');
        while (text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c < ' ' || c > '~') {
                throw new IllegalArgumentException("not escaped at " + at + ": " + text);
            }
            if (c == '\\') {
                c = text.charAt(at++);
                if (c == 'u') {
                    c = (char) Integer.parseInt(text.substring(at, at + 4), 16);
                    at += 4;
                }
            }
            string.append(c);
        }
        expect('"');
        return string.toString();
    }

    private void expect(char c) {
        if (text.charAt(at) != c) {
            throw new IllegalArgumentException("no " + c + " at " + at + ": " + text);
        }
        at++;
    }
}
