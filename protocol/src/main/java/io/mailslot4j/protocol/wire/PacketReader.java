package io.mailslot4j.protocol.wire;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.Octets;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * The cursor that every message is read with. Each read names its field, moves on, and fails with a
 * {@link MalformedPacketException} instead of leaving the packet. Not thread-safe.
 */
public final class PacketReader {
    private final Octets octets;
    private final int origin;
    private final @Nullable FieldListener listener;
    private int position;

    /**
     * @param octets what to read
     * @param origin where {@code octets} start in the packet as it came, so that errors give offsets in that packet
     */
    public PacketReader(Octets octets, int origin) {
        this(octets, origin, null);
    }

    /**
     * A cursor that tells what is read with it.
     *
     * @param octets what to read
     * @param origin where {@code octets} start in the packet as it came
     * @param listener is told, unless null
     */
    public PacketReader(Octets octets, int origin, @Nullable FieldListener listener) {
        this.octets = octets;
        this.origin = origin;
        this.listener = listener;
    }

    /** Where what this reads starts in the packet as it came. */
    public int origin() {
        return origin;
    }

    /** Octets read so far. */
    public int position() {
        return position;
    }

    /** Octets not yet read. */
    public int remaining() {
        return octets.size() - position;
    }

    /** An unsigned octet. */
    public int u8(String field) {
        need(1, field);
        int value = octets.get(position);
        move(1, field);
        return value;
    }

    /** An unsigned 16-bit number, most significant octet first. */
    public int u16(String field) {
        need(2, field);
        int value = Short.toUnsignedInt(octets.getShort(position));
        move(2, field);
        return value;
    }

    /** An unsigned 16-bit number, least significant octet first. */
    public int u16le(String field) {
        need(2, field);
        int value = Short.toUnsignedInt(octets.getShortLe(position));
        move(2, field);
        return value;
    }

    /** A 32-bit number, most significant octet first. */
    public int i32(String field) {
        need(4, field);
        int value = octets.getInt(position);
        move(4, field);
        return value;
    }

    /** A 32-bit number, least significant octet first. */
    public int i32le(String field) {
        need(4, field);
        int value = octets.getIntLe(position);
        move(4, field);
        return value;
    }

    /** A 64-bit number, least significant octet first. */
    public long i64le(String field) {
        need(8, field);
        long value = octets.getLongLe(position);
        move(8, field);
        return value;
    }

    /** The next 8 octets as a number, most significant first, without moving on; they must be there. */
    public long peekI64() {
        return octets.getLong(position);
    }

    /** Moves over octets that were looked at already, and belong to a field. */
    public void skip(int count, String field) {
        move(count, field);
    }

    /** Four octets as an address. */
    public Ipv4Address ipv4(String field) {
        return new Ipv4Address(i32(field));
    }

    /** The next {@code count} octets. */
    public Octets octets(int count, String field) {
        need(count, field);
        Octets slice = octets.slice(position, count);
        move(count, field);
        return slice;
    }

    /** The next {@code count} octets as text. */
    public String text(int count, Charset charset, String field) {
        need(count, field);
        String text = octets.text(position, count, charset);
        move(count, field);
        return text;
    }

    /** The octets before the next one of zero, or all that are left if there is none. The zero is not read. */
    public Octets untilZero(String field) {
        int zero = octets.indexOf(0, position);
        Octets slice = octets.slice(position, (zero < 0 ? octets.size() : zero) - position);
        move(slice.size(), field);
        return slice;
    }

    /** Everything that is read with this, also what was read already. */
    public Octets whole() {
        return octets;
    }

    /** All octets not yet read. */
    public Octets rest() {
        Octets rest = octets.from(position);
        move(rest.size(), "rest");
        return rest;
    }

    /** The error for a field that starts {@code back} octets before the cursor. */
    public MalformedPacketException malformed(String field, int back, String reason) {
        return new MalformedPacketException(field, origin + position - back, reason);
    }

    private void move(int count, String field) {
        if (listener != null && count > 0) {
            listener.field(field, origin + position, octets.slice(position, count));
        }
        position += count;
    }

    private void need(int count, String field) {
        // As Octets compares, so that the compiler does it once.
        if (position > octets.size() - count) {
            throw malformed(field, 0, "needs " + count + " octets, " + remaining() + " left");
        }
    }
}
