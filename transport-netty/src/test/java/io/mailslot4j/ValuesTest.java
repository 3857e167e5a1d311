package io.mailslot4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.Octets;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values to octets and back. */
class ValuesTest {
    private final Serializer<Object> values = Serializer.values();

    static Stream<Arguments> written() {
        return Stream.of(
                Arguments.of(Values.NULL, "00"),
                Arguments.of(false, "01"),
                Arguments.of(true, "02"),
                Arguments.of(0L, "0300"),
                Arguments.of(-64L, "037f"),
                Arguments.of(63L, "037e"),
                Arguments.of(64L, "038001"),
                Arguments.of(-8192L, "03ff7f"),
                Arguments.of(Long.MAX_VALUE, "03feffffffffffffffff01"),
                Arguments.of(Long.MIN_VALUE, "03ffffffffffffffffff01"),
                Arguments.of(1.5, "043ff8000000000000"),
                Arguments.of(new BigInteger("-129"), "0502ff7f"),
                Arguments.of("abc", "0603616263"),
                Arguments.of("", "0600"),
                Arguments.of("\u20ac", "0603e282ac"),
                Arguments.of(List.of(), "0800"),
                Arguments.of(List.of(1L, "a", List.of()), "0803030206016108" + "00"),
                Arguments.of(Set.of("a"), "09010601" + "61"),
                Arguments.of(Map.of("a", List.of(true)), "0a0106016108" + "0102"));
    }

    @ParameterizedTest
    @MethodSource("written")
    void aValueIsWrittenAsTheTableSays(Object value, String hex) {
        assertThat(values.encode(value).toHex()).isEqualTo(hex);
        assertThat(values.decode(Octets.ofHex(hex))).isEqualTo(value);
    }

    @Test
    void octetsStayOctets() {
        assertThat(values.encode(new byte[] {1, 2}).toHex()).isEqualTo("07020102");
        assertThat((byte[]) values.decode(Octets.ofHex("07020102"))).containsExactly(1, 2);
    }

    @Test
    void shorterNumbersComeBackAsLongOnes() {
        assertThat(values.decode(values.encode(Arrays.asList((byte) 1, (short) 2, 3, 4L, 1.5f))))
                .isEqualTo(List.of(1L, 2L, 3L, 4L, 1.5));
    }

    @Test
    void orderIsKept() {
        Map<Object, Object> map = new LinkedHashMap<>();
        Set<Object> set = new LinkedHashSet<>();
        for (long i = 100; i > 0; i--) {
            map.put(i, i);
            set.add(i);
        }
        assertThat(((Map<?, ?>) values.decode(values.encode(map))).keySet().toArray())
                .isEqualTo(map.keySet().toArray());
        assertThat(((Set<?>) values.decode(values.encode(set))).toArray()).isEqualTo(set.toArray());
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("no type of values", new Object()),
                Arguments.of("no type of values", 'c'),
                Arguments.of("null is no value", Collections.singletonList(null)),
                Arguments.of("half a surrogate pair", "\ud800"),
                Arguments.of("no array or collection", Map.of(List.of(), 1L)),
                Arguments.of("no array or collection", Set.of(new byte[0])),
                Arguments.of("comes back as another one: 1", new LinkedHashSet<>(List.of(1, 1L))),
                Arguments.of("comes back as another one: 0.5", Map.of(0.5, 1, 0.5f, 2)),
                Arguments.of("more than 1024 octets", BigInteger.ONE.shiftLeft(8191)),
                Arguments.of("more than 1048576 values", Collections.nCopies(Values.MAX_COUNT, true)),
                Arguments.of("more than 67108864 octets", List.of(new byte[Values.MAX_LENGTH])),
                Arguments.of("more than 32 collections", nested(33)));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatCannotBeSaidIsRefused(String why, Object value) {
        assertThatThrownBy(() -> values.encode(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void aListInItselfIsRefused() {
        List<Object> list = new ArrayList<>();
        list.add(list);
        assertThatThrownBy(() -> values.encode(list)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsJustWithinTheBoundsPasses() {
        assertThat(values.decode(values.encode(nested(32)))).isEqualTo(nested(32));
        BigInteger longest = BigInteger.ONE.shiftLeft(8190);
        assertThat(values.decode(values.encode(longest))).isEqualTo(longest);
        Object many = Collections.nCopies(Values.MAX_COUNT - 1, true);
        assertThat(values.decode(values.encode(many))).isEqualTo(many);
    }

    private static Object nested(int depth) {
        Object value = 1L;
        for (int i = 0; i < depth; i++) {
            value = List.of(value);
        }
        return value;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", // nothing
                "0b", // no such tag
                "0000", // more than one value
                "03", // a number without octets
                "038000", // longer than need be
                "0380808080808080808002", // more than 64 bits
                "038080808080808080808001", // and still more
                "04000000", // a double of three octets
                "0500", // a number of no octets
                "05020001", // longer than need be
                "0602c328", // not UTF-8
                "06ffffffff0f61", // longer than the message
                "08ffffffff07", // a list of two thousand million
                "080200", // one of two
                "090203020302", // an element twice
                "0a02060161000601610" + "0", // a key twice
                "09010800", // a list in a set
                "0a01070000", // octets as a key
            })
    void whatNobodyWritesIsRefused(String hex) {
        assertThatThrownBy(() -> values.decode(Octets.ofHex(hex))).isInstanceOf(MalformedPacketException.class);
    }

    @Test
    void tooDeepIsRefusedWithoutGoingThere() {
        byte[] deep = HexFormat.of().parseHex("0801".repeat(100_000) + "00");
        assertThatThrownBy(() -> values.decode(Octets.wrap(deep)))
                .isInstanceOf(MalformedPacketException.class)
                .hasMessageContaining("more than 32 collections");
    }

    /** From any octets comes a value, or one typed error; and a value is written in one way only. */
    @Test
    void decodingIsTotal() {
        Random random = new Random(4);
        int good = 0;
        for (int i = 0; i < 100_000; i++) {
            byte[] octets = new byte[random.nextInt(24)];
            for (int j = 0; j < octets.length; j++) {
                // Mostly tags and short lengths, so that much of it is good.
                octets[j] = (byte) (random.nextInt(4) == 0 ? random.nextInt(256) : random.nextInt(11));
            }
            Octets message = Octets.wrap(octets);
            try {
                Object value = values.decode(message);
                good++;
                assertThat(values.encode(value)).isEqualTo(message);
            } catch (MalformedPacketException expected) {
                assertThat(expected.offset()).isBetween(0, octets.length);
            }
        }
        assertThat(good).isGreaterThan(1000);
    }
}
