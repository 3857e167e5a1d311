package io.mailslot4j.pcaps;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.DatagramType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Where a number is in a packet.
 *
 * @param offset octets before it
 * @param width octets it has
 * @param littleEndian whether its lowest bits come first
 */
record FieldPlace(int offset, int width, boolean littleEndian) {

    static FieldPlace bigEndian(int offset, int width) {
        return new FieldPlace(offset, width, false);
    }

    static FieldPlace littleEndian(int offset, int width) {
        return new FieldPlace(offset, width, true);
    }

    /** The place so many octets further on. */
    FieldPlace behind(int octets) {
        return new FieldPlace(octets + offset, width, littleEndian);
    }

    /**
     * Changes each number in {@code original}, one bit at a time, and sees that only the octet with that bit changes in the
     * packet. All numbers in the record must be in {@code places}, and no others.
     */
    static <R extends Record> void check(R original, Map<String, FieldPlace> places, Function<R, Octets> encode) {
        List<String> numbers = Arrays.stream(original.getClass().getRecordComponents())
                .filter(component -> isNumber(value(component, original)))
                .map(RecordComponent::getName)
                .toList();
        assertThat(numbers).containsExactlyInAnyOrderElementsOf(places.keySet());
        Octets before = encode.apply(original);
        places.forEach((name, place) -> {
            for (int bit = 0; bit < Byte.SIZE * place.width(); bit++) {
                Optional<Octets> after = flip(original, name, bit).map(encode);
                if (after.isPresent()) {
                    assertThat(differing(before, after.get()))
                            .as(name + ", bit " + bit)
                            .containsExactly(place.octetWith(bit));
                }
            }
        });
    }

    private int octetWith(int bit) {
        int octet = bit / Byte.SIZE;
        return offset + (littleEndian ? octet : width - 1 - octet);
    }

    private static List<Integer> differing(Octets before, Octets after) {
        assertThat(after.size()).isEqualTo(before.size());
        return IntStream.range(0, before.size())
                .filter(i -> before.get(i) != after.get(i))
                .boxed()
                .toList();
    }

    /** A copy with one bit of one component changed, or empty where that is no valid value. */
    @SuppressWarnings("unchecked") // the constructor of a record's class makes such records
    private static <R extends Record> Optional<R> flip(R original, String name, int bit) {
        RecordComponent[] components = original.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = value(components[i], original);
            if (components[i].getName().equals(name)) {
                Optional<Object> flipped = flip(values[i], bit);
                if (flipped.isEmpty()) {
                    return Optional.empty();
                }
                values[i] = flipped.get();
            }
        }
        try {
            return Optional.of((R) original.getClass().getConstructor(types).newInstance(values));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static boolean isNumber(Object value) {
        return value instanceof Number
                || value instanceof DatagramType
                || (value instanceof Record wrapper && isNumberByAnotherName(wrapper));
    }

    /** Whether this has a number and nothing else in it, such as an address or flags. */
    private static boolean isNumberByAnotherName(Record value) {
        RecordComponent[] components = value.getClass().getRecordComponents();
        return components.length == 1 && components[0].getType() == int.class;
    }

    private static Optional<Object> flip(Object value, int bit) {
        if (value instanceof Integer number) {
            return Optional.of(number ^ (1 << bit));
        } else if (value instanceof Long number) {
            return Optional.of(number ^ (1L << bit));
        } else if (value instanceof DatagramType type) {
            return DatagramType.of(type.value() ^ (1 << bit))
                    .filter(DatagramType::carriesData)
                    .map(Object.class::cast);
        } else if (value instanceof Record wrapper && isNumberByAnotherName(wrapper)) {
            String number = wrapper.getClass().getRecordComponents()[0].getName();
            return flip(wrapper, number, bit).map(Object.class::cast);
        }
        return Optional.empty();
    }

    private static Object value(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
