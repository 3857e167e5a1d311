package io.mailslot4j;

import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.Octets;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads one value of {@link Values}. There is one way to write a value, and no other is read. */
final class ValueDecoder {
    private final Octets octets;
    private int at;
    private int count;

    private ValueDecoder(Octets octets) {
        this.octets = octets;
    }

    /** @throws MalformedPacketException if {@code octets} are not exactly one value within the bounds */
    static Object decode(Octets octets) {
        if (octets.size() > Values.MAX_LENGTH) {
            throw new MalformedPacketException("values", 0, "more than " + Values.MAX_LENGTH + " octets");
        }
        ValueDecoder decoder = new ValueDecoder(octets);
        Object value = decoder.value(0);
        if (decoder.at < octets.size()) {
            throw decoder.malformed("value", decoder.at, "ends, and octets follow");
        }
        return value;
    }

    private Object value(int depth) {
        int start = at;
        if (++count > Values.MAX_COUNT) {
            throw malformed("value", start, "more than " + Values.MAX_COUNT + " values");
        }
        int tag = octet("tag");
        return switch (tag) {
            case Values.TAG_NULL -> Values.NULL;
            case Values.TAG_FALSE -> false;
            case Values.TAG_TRUE -> true;
            case Values.TAG_LONG -> signed();
            case Values.TAG_DOUBLE ->
                ByteBuffer.wrap(take(Double.BYTES, "number").toArray()).getDouble();
            case Values.TAG_BIG_INTEGER -> bigInteger();
            case Values.TAG_TEXT -> text();
            case Values.TAG_OCTETS -> take(length("octets"), "octets").toArray();
            case Values.TAG_LIST -> list(deeper(depth));
            case Values.TAG_SET -> set(deeper(depth));
            case Values.TAG_MAP -> map(deeper(depth));
            default -> throw malformed("tag", start, "0x%02x is none".formatted(tag));
        };
    }

    private int deeper(int depth) {
        if (depth == Values.MAX_DEPTH) {
            throw malformed("value", at - 1, "more than " + Values.MAX_DEPTH + " collections lie in each other");
        }
        return depth + 1;
    }

    private BigInteger bigInteger() {
        int start = at;
        byte[] number = take(length("big integer"), "big integer").toArray();
        if (number.length == 0 || number.length > Values.MAX_INTEGER_LENGTH) {
            throw malformed("big integer", start, number.length + " octets");
        }
        BigInteger value = new BigInteger(number);
        if (!Arrays.equals(value.toByteArray(), number)) {
            throw malformed("big integer", start, "longer than it needs to be");
        }
        return value;
    }

    private String text() {
        int start = at;
        try {
            return Utf8.decode(take(length("text"), "text"));
        } catch (IllegalArgumentException e) {
            throw malformed("text", start, "not UTF-8");
        }
    }

    private List<Object> list(int depth) {
        int size = length("list");
        // Room for what is there, not for what is said to be there.
        List<Object> list = new ArrayList<>(Math.min(size, 16));
        for (int i = 0; i < size; i++) {
            list.add(value(depth));
        }
        return Collections.unmodifiableList(list);
    }

    private Set<Object> set(int depth) {
        Set<Object> set = new LinkedHashSet<>();
        for (int left = length("set"); left > 0; left--) {
            int start = at;
            if (!set.add(simple(depth))) {
                throw malformed("set", start, "an element twice");
            }
        }
        return Collections.unmodifiableSet(set);
    }

    private Map<Object, Object> map(int depth) {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int left = length("map"); left > 0; left--) {
            int start = at;
            if (map.put(simple(depth), value(depth)) != null) {
                throw malformed("map", start, "a key twice");
            }
        }
        return Collections.unmodifiableMap(map);
    }

    private Object simple(int depth) {
        if (at < octets.size() && !Values.isSimple(octets.get(at))) {
            throw malformed("element or key", at, "an array or collection");
        }
        return value(depth);
    }

    /** A count of octets or elements, of which each takes one octet or more. */
    private int length(String field) {
        int start = at;
        long length = unsigned(field);
        if (length < 0 || length > octets.size() - at) {
            throw malformed(field, start, "longer than the message");
        }
        return (int) length;
    }

    private long signed() {
        long number = unsigned("integer");
        return (number >>> 1) ^ -(number & 1);
    }

    private long unsigned(String field) {
        int start = at;
        long number = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = octet(field);
            number |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                if ((next == 0 && shift > 0) || (shift == 63 && next > 1)) {
                    break;
                }
                return number;
            }
        }
        throw malformed(field, start, "a count that nobody writes so");
    }

    private int octet(String field) {
        return take(1, field).get(0);
    }

    private Octets take(int size, String field) {
        if (size > octets.size() - at) {
            throw malformed(field, at, "the message ends");
        }
        Octets taken = octets.slice(at, size);
        at += size;
        return taken;
    }

    private MalformedPacketException malformed(String field, int offset, String reason) {
        return new MalformedPacketException(field, offset, reason);
    }
}
