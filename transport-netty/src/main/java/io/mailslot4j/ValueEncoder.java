package io.mailslot4j;

import io.mailslot4j.protocol.Octets;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes one value of {@link Values}. */
final class ValueEncoder {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(64);
    private int count;

    private ValueEncoder() {}

    /** @throws IllegalArgumentException if it is none, or is beyond the bounds */
    static Octets encode(Object value) {
        ValueEncoder encoder = new ValueEncoder();
        encoder.value(value, 0);
        if (encoder.out.size() > Values.MAX_LENGTH) {
            throw tooLong();
        }
        return Octets.wrap(encoder.out.toByteArray());
    }

    private void value(@Nullable Object value, int depth) {
        if (++count > Values.MAX_COUNT) {
            throw new IllegalArgumentException("there are more than " + Values.MAX_COUNT + " values");
        }
        if (Values.NULL.equals(value)) {
            out.write(Values.TAG_NULL);
        } else if (value instanceof Boolean truth) {
            out.write(truth ? Values.TAG_TRUE : Values.TAG_FALSE);
        } else if (value instanceof Long
                || value instanceof Integer
                || value instanceof Short
                || value instanceof Byte) {
            out.write(Values.TAG_LONG);
            long number = ((Number) value).longValue();
            // Small numbers are short, whatever their sign.
            unsigned((number << 1) ^ (number >> 63));
        } else if (value instanceof Double || value instanceof Float) {
            out.write(Values.TAG_DOUBLE);
            out.writeBytes(ByteBuffer.allocate(Double.BYTES)
                    .putDouble(((Number) value).doubleValue())
                    .array());
        } else if (value instanceof BigInteger number) {
            if (number.bitLength() / 8 + 1 > Values.MAX_INTEGER_LENGTH) {
                throw new IllegalArgumentException("a number has more than " + Values.MAX_INTEGER_LENGTH + " octets");
            }
            octets(Values.TAG_BIG_INTEGER, number.toByteArray());
        } else if (value instanceof String text) {
            octets(Values.TAG_TEXT, Utf8.encode(text).toArray());
        } else if (value instanceof byte[] octets) {
            octets(Values.TAG_OCTETS, octets);
        } else {
            collection(value, depth + 1);
        }
    }

    private void collection(@Nullable Object value, int depth) {
        if (depth > Values.MAX_DEPTH) {
            throw new IllegalArgumentException("more than " + Values.MAX_DEPTH + " collections lie in each other");
        }
        if (value instanceof List<?> list) {
            start(Values.TAG_LIST, list);
            list.forEach(element -> value(element, depth));
        } else if (value instanceof Set<?> set) {
            start(Values.TAG_SET, set);
            Set<Object> written = new HashSet<>();
            set.forEach(element -> simple(element, depth, written));
        } else if (value instanceof Map<?, ?> map) {
            start(Values.TAG_MAP, map.keySet());
            Set<Object> written = new HashSet<>();
            map.forEach((key, element) -> {
                simple(key, depth, written);
                value(element, depth);
            });
        } else if (value == null) {
            throw new IllegalArgumentException("null is no value: Values.NULL stands for it");
        } else {
            throw new IllegalArgumentException(value.getClass().getName() + " is no type of values");
        }
    }

    private void start(int tag, Collection<?> elements) {
        out.write(tag);
        unsigned(elements.size());
    }

    /** @param written what is in the set, or a key of the map, already: 1 and 1L come back as the same */
    private void simple(@Nullable Object value, int depth, Set<Object> written) {
        if (value instanceof byte[] || value instanceof Collection || value instanceof Map) {
            throw new IllegalArgumentException("what is in a set, or a key of a map, can be no array or collection");
        }
        value(value, depth);
        if (value != null && !written.add(asItComesBack(value))) {
            throw new IllegalArgumentException(
                    "what is in a set, or a key of a map, comes back as another one: " + value);
        }
    }

    private static Object asItComesBack(Object simple) {
        if (simple instanceof Integer || simple instanceof Short || simple instanceof Byte) {
            return ((Number) simple).longValue();
        }
        return simple instanceof Float number ? (Object) number.doubleValue() : simple;
    }

    private void octets(int tag, byte[] octets) {
        if (octets.length > Values.MAX_LENGTH - out.size()) {
            throw tooLong();
        }
        out.write(tag);
        unsigned(octets.length);
        out.writeBytes(octets);
    }

    private static IllegalArgumentException tooLong() {
        return new IllegalArgumentException("the values have more than " + Values.MAX_LENGTH + " octets");
    }

    /** Seven bits an octet, the lowest first; all but the last have the highest bit set. */
    private void unsigned(long number) {
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
