package io.mailslot4j.protocol;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;

/** An immutable run of octets. Slices share their storage; equality is by content. */
public final class Octets {
    /** No octets. */
    public static final Octets EMPTY = new Octets(new byte[0], 0, 0);

    /** 2^64 over the golden ratio. */
    private static final long ODD = 0x9E37_79B9_7F4A_7C15L;

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle SHORT_LE =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT_LE = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG_LE =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] array;
    private final int start;
    private final int size;

    private Octets(byte[] array, int start, int size) {
        this.array = array;
        this.start = start;
        this.size = size;
    }

    /** A copy of {@code bytes}. */
    public static Octets copyOf(byte[] bytes) {
        return wrap(bytes.clone());
    }

    /** {@code bytes} themselves, without a copy: the caller gives the array away and must not change it again. */
    public static Octets wrap(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new Octets(bytes, 0, bytes.length);
    }

    /** The octets written as hexadecimal digits, two each. */
    public static Octets ofHex(String hex) {
        return wrap(HexFormat.of().parseHex(hex));
    }

    /** {@code count} octets of zero. */
    public static Octets zeros(int count) {
        return wrap(new byte[count]);
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** Octet {@code index} as a number of 0 to 255. */
    public int get(int index) {
        check(index, Byte.BYTES);
        return array[start + index] & 0xFF;
    }

    /** Two octets from {@code index} as one number, most significant octet first. */
    public short getShort(int index) {
        check(index, Short.BYTES);
        return (short) SHORT.get(array, start + index);
    }

    /** Two octets from {@code index} as one number, least significant octet first. */
    public short getShortLe(int index) {
        check(index, Short.BYTES);
        return (short) SHORT_LE.get(array, start + index);
    }

    /** Four octets from {@code index} as one number, most significant octet first. */
    public int getInt(int index) {
        check(index, Integer.BYTES);
        return (int) INT.get(array, start + index);
    }

    /** Four octets from {@code index} as one number, least significant octet first. */
    public int getIntLe(int index) {
        check(index, Integer.BYTES);
        return (int) INT_LE.get(array, start + index);
    }

    /** Eight octets from {@code index} as one number, most significant octet first. */
    public long getLong(int index) {
        check(index, Long.BYTES);
        return (long) LONG.get(array, start + index);
    }

    /** Eight octets from {@code index} as one number, least significant octet first. */
    public long getLongLe(int index) {
        check(index, Long.BYTES);
        return (long) LONG_LE.get(array, start + index);
    }

    /** {@code count} octets from {@code from}, sharing storage with this. */
    public Octets slice(int from, int count) {
        check(from, count);
        return count == 0 ? EMPTY : new Octets(array, start + from, count);
    }

    /** Where the first octet of {@code value} is, at {@code from} or behind; -1 if there is none. */
    public int indexOf(int value, int from) {
        check(from, 0);
        for (int at = start + from; at < start + size; at++) {
            if (array[at] == (byte) value) {
                return at - start;
            }
        }
        return -1;
    }

    private void check(int from, int count) {
        if (from < 0 || count < 0 || from > size - count) {
            throw new IndexOutOfBoundsException("octets " + from + "+" + count + " of " + size);
        }
    }

    /** The octets from {@code from} to the end, sharing storage with this. */
    public Octets from(int from) {
        return slice(from, size - from);
    }

    /** A fresh array with these octets. */
    public byte[] toArray() {
        return Arrays.copyOfRange(array, start, start + size);
    }

    /** Copies all octets into {@code target} from {@code at}. */
    public void copyTo(byte[] target, int at) {
        System.arraycopy(array, start, target, at, size);
    }

    /** Copies all octets into {@code target} from {@code at}, whose position stays. */
    public void copyTo(ByteBuffer target, int at) {
        target.put(at, array, start, size);
    }

    /** The octets read as text. */
    public String text(Charset charset) {
        return text(0, size, charset);
    }

    /** {@code count} octets from {@code from} read as text. */
    public String text(int from, int count, Charset charset) {
        check(from, count);
        return new String(array, start + from, count, charset);
    }

    /** Lower-case hexadecimal digits, two an octet, without separators. */
    public String toHex() {
        return HexFormat.of().formatHex(array, start, start + size);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets o
                && Arrays.equals(array, start, start + size, o.array, o.start, o.start + o.size);
    }

    @Override
    public int hashCode() {
        long hash = size;
        long other = 0;
        int at = 0;
        // Two at a time: a processor that waits for one product makes another.
        for (; at <= size - 2 * Long.BYTES; at += 2 * Long.BYTES) {
            hash = spread(hash ^ getLong(at));
            other = spread(other ^ getLong(at + Long.BYTES));
        }
        hash = spread(hash) ^ other;
        for (; at < size; at++) {
            hash = spread(hash ^ array[start + at]);
        }
        return (int) hash;
    }

    /** Texts that differ in a counter only, as the messages of a program do, must not share a few hashes. */
    private static long spread(long bits) {
        long product = bits * ODD;
        return product ^ (product >>> 32);
    }

    /** {@link #toHex()}. */
    @Override
    public String toString() {
        return toHex();
    }
}
