package io.mailslot4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OctetsTest {
    private final Octets octets = Octets.ofHex("00ff7f80");

    @Test
    void areUnsigned() {
        assertThat(octets.get(1)).isEqualTo(255);
        assertThat(octets.get(3)).isEqualTo(128);
    }

    @Test
    void areEqualByContentWhereverTheyAreStored() {
        Octets slice = Octets.ofHex("aa00ff7f80bb").slice(1, 4);
        assertThat(slice).isEqualTo(octets).hasSameHashCodeAs(octets).isNotEqualTo(octets.from(1));
        assertThat(slice.toHex()).isEqualTo("00ff7f80");
    }

    @Test
    void cannotBeChangedThroughTheArrayTheyCameFromOrGive() {
        byte[] array = {1, 2};
        Octets copy = Octets.copyOf(array);
        array[0] = 9;
        copy.toArray()[1] = 9;
        assertThat(copy.toHex()).isEqualTo("0102");
    }

    /** As the messages of a program do. */
    @Test
    void thatDifferInACounterOnlyDoNotShareAFewHashes() {
        byte[] text = new byte[130];
        Set<Integer> places = new HashSet<>();
        for (int i = 0; i < 0x10000; i++) {
            text[6] = (byte) (i >>> 8);
            text[7] = (byte) i;
            int hash = Octets.wrap(text).hashCode();
            places.add((hash ^ (hash >>> 16)) & 0xFFFF);
        }
        assertThat(places).hasSizeGreaterThan(0x10000 / 2);
    }

    @Test
    void refuseSlicesBeyondTheirEnds() {
        assertThatThrownBy(() -> octets.slice(2, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> octets.slice(-1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> octets.slice(1, Integer.MAX_VALUE)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> octets.slice(1, 1).get(1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void readNumbersWithinTheirSlice() {
        Octets slice = Octets.ofHex("ff0102030405060708ff").slice(1, 8);
        assertThat(slice.getShort(6)).isEqualTo((short) 0x0708);
        assertThat(slice.getInt(4)).isEqualTo(0x05060708);
        assertThat(slice.getLong(0)).isEqualTo(0x0102030405060708L);
        assertThat(slice.getShortLe(6)).isEqualTo((short) 0x0807);
        assertThat(slice.getIntLe(4)).isEqualTo(0x08070605);
        assertThat(slice.getLongLe(0)).isEqualTo(0x0807060504030201L);
        assertThatThrownBy(() -> slice.getShortLe(7)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> slice.getIntLe(5)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> slice.getLongLe(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> slice.getShort(7)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> slice.getInt(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> slice.getLong(1))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("octets 1+8 of 8");
    }

    @Test
    void readTextWithinTheirSlice() {
        Octets slice = Octets.ofHex("ff41e942ff").slice(1, 3);
        assertThat(slice.text(StandardCharsets.ISO_8859_1)).isEqualTo("A\u00e9B");
        assertThat(slice.text(1, 2, StandardCharsets.ISO_8859_1)).isEqualTo("\u00e9B");
        assertThatThrownBy(() -> slice.text(1, 3, StandardCharsets.ISO_8859_1))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void findAnOctetWithinTheirSlice() {
        Octets slice = Octets.ofHex("00ff0000ff00").slice(1, 4);
        assertThat(slice.indexOf(0xFF, 0)).isZero();
        assertThat(slice.indexOf(0xFF, 1)).isEqualTo(3);
        assertThat(slice.indexOf(0, 3)).isEqualTo(-1);
        assertThat(slice.indexOf(0, 4)).isEqualTo(-1);
        assertThatThrownBy(() -> slice.indexOf(0, 5)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
