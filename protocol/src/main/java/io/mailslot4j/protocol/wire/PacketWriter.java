package io.mailslot4j.protocol.wire;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Writes the fields of one message in order into an array that grows as needed. Not thread-safe. */
public final class PacketWriter {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle SHORT_LE =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] array;
    private int size;

    /**
     * An empty packet.
     *
     * @param expected octets to reserve
     */
    public PacketWriter(int expected) {
        array = new byte[expected];
    }

    /** The low 8 bits. */
    public PacketWriter u8(int value) {
        reserve(1);
        array[size++] = (byte) value;
        return this;
    }

    /** The low 16 bits, most significant octet first. */
    public PacketWriter u16(int value) {
        reserve(Short.BYTES);
        SHORT.set(array, size, (short) value);
        size += Short.BYTES;
        return this;
    }

    /** The low 16 bits, least significant octet first. */
    public PacketWriter u16le(int value) {
        reserve(Short.BYTES);
        SHORT_LE.set(array, size, (short) value);
        size += Short.BYTES;
        return this;
    }

    /** 32 bits, most significant octet first. */
    public PacketWriter i32(int value) {
        reserve(Integer.BYTES);
        INT.set(array, size, value);
        size += Integer.BYTES;
        return this;
    }

    /** 32 bits, least significant octet first. */
    public PacketWriter i32le(int value) {
        return i32(Integer.reverseBytes(value));
    }

    /** 64 bits, least significant octet first. */
    public PacketWriter i64le(long value) {
        return i64(Long.reverseBytes(value));
    }

    /** 64 bits, most significant octet first. */
    public PacketWriter i64(long value) {
        reserve(Long.BYTES);
        LONG.set(array, size, value);
        size += Long.BYTES;
        return this;
    }

    /** The characters of {@code text}, the low 8 bits of each: ISO 8859-1. */
    public PacketWriter latin1(String text) {
        int count = text.length();
        reserve(count);
        for (int i = 0; i < count; i++) {
            array[size + i] = (byte) text.charAt(i);
        }
        size += count;
        return this;
    }

    /** Four octets. */
    public PacketWriter ipv4(Ipv4Address address) {
        return i32(address.bits());
    }

    /** All of {@code octets}. */
    public PacketWriter octets(Octets octets) {
        reserve(octets.size());
        octets.copyTo(array, size);
        size += octets.size();
        return this;
    }

    /** What was written. The writer must not be used afterwards. */
    public Octets done() {
        return Octets.wrap(size == array.length ? array : Arrays.copyOf(array, size));
    }

    private void reserve(int count) {
        if (count > array.length - size) {
            array = Arrays.copyOf(array, Math.max(array.length * 2, size + count));
        }
    }
}
