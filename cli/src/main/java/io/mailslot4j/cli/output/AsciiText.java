package io.mailslot4j.cli.output;

import io.mailslot4j.protocol.Octets;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** ASCII text in the making, as the octets that are written in the end: there is nothing to encode then. Not thread-safe. */
final class AsciiText {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private static final long EACH = 0x0101_0101_0101_0101L;
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] octets;
    private int size;

    /** @param expected characters to reserve */
    AsciiText(int expected) {
        octets = new byte[expected];
    }

    int size() {
        return size;
    }

    /** Forgets everything behind the first {@code newSize} characters. */
    void shortenTo(int newSize) {
        size = newSize;
    }

    AsciiText add(char c) {
        reserve(1);
        octets[size++] = (byte) c;
        return this;
    }

    /** @param text of ASCII only */
    AsciiText add(String text) {
        return add(text, 0, text.length());
    }

    /** The characters from {@code start} to before {@code end}. */
    @SuppressWarnings("deprecation") // Takes characters for octets, which these are, and that without a copy.
    AsciiText add(String text, int start, int end) {
        reserve(end - start);
        text.getBytes(start, end, octets, size);
        size += end - start;
        return this;
    }

    /** As {@link #add(String)}, between quotation marks. */
    @SuppressWarnings("deprecation")
    AsciiText addQuoted(String text) {
        int length = text.length();
        reserve(length + 2);
        octets[size] = '"';
        text.getBytes(0, length, octets, size + 1);
        octets[size + length + 1] = '"';
        size += length + 2;
        return this;
    }

    AsciiText add(AsciiText text) {
        reserve(text.size);
        System.arraycopy(text.octets, 0, octets, size, text.size);
        size += text.size;
        return this;
    }

    AsciiText add(long number) {
        return number >= 0 && number <= 9 ? add((char) ('0' + number)) : add(Long.toString(number));
    }

    /** Two lower-case hexadecimal digits an octet. */
    AsciiText addHex(Octets data) {
        int count = data.size();
        reserve(2 * count);
        byte[] to = octets;
        // Where the second half of the digits will be, the octets themselves are until their digits take their place.
        data.copyTo(to, size + count);
        int from = size + count;
        int end = from + count;
        int at = size;
        for (; end - from >= Integer.BYTES; from += Integer.BYTES, at += Long.BYTES) {
            LONGS.set(to, at, digitsOf((int) INTS.get(to, from)));
        }
        for (; from < end; from++) {
            int octet = to[from];
            to[at++] = HEX[octet >> 4 & 0xF];
            to[at++] = HEX[octet & 0xF];
        }
        size = at;
        return this;
    }

    /** The eight digits of four octets, each of the eight treated for itself. */
    private static long digitsOf(int four) {
        long pairs = ((four & 0xFFFF_0000L) << 16) | (four & 0xFFFFL);
        long single = (pairs | (pairs << 8)) & 0x00FF_00FF_00FF_00FFL;
        long halves = (single | (single << 4)) & 0x0F0F_0F0F_0F0F_0F0FL;
        long letters = ((halves + 6 * EACH) >>> 4) & EACH;
        return halves + '0' * EACH + letters * ('a' - '0' - 10);
    }

    private void reserve(int more) {
        if (more > octets.length - size) {
            octets = Arrays.copyOf(octets, Math.max(2 * octets.length, size + more));
        }
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(octets, 0, size);
    }

    @Override
    public String toString() {
        return new String(octets, 0, size, StandardCharsets.US_ASCII);
    }
}
