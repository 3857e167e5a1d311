package io.mailslot4j.protocol.text;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A name of DNS in UTF-8, whose end may be left out where it stands further up in the same message (RFC 1035 section 4.1.4,
 * MS-ADTS section 6.3.7).
 *
 * @param labels all labels, each behind its length, without the root label
 * @param tail where the end stands, if it is not here
 */
public record DnsName(Octets labels, Optional<Pointer> tail) {
    /** No name. */
    public static final DnsName EMPTY = new DnsName(Octets.EMPTY, Optional.empty());

    private static final int MAX_LABEL = 63;
    private static final int MAX_NAME = 255;
    private static final int POINTER = 0xC0;
    private static final int MAX_POINTER = 0x3FFF;
    private static final int MAX_JUMPS = 10;

    /**
     * A label pointer.
     *
     * @param literal octets of the labels before it
     * @param target where the rest stands, in octets from the start of the message, 0 to 16383
     */
    public record Pointer(int literal, int target) {
        /** Checks the range. */
        public Pointer {
            if (literal < 0 || target < 0 || target > MAX_POINTER) {
                throw new IllegalArgumentException("a label pointer behind " + literal + " to " + target);
            }
        }
    }

    /** Checks that this can be written. */
    public DnsName {
        int at = 0;
        while (at < labels.size()) {
            int length = labels.get(at);
            at += 1 + length;
            if (length == 0 || length > MAX_LABEL || at > labels.size()) {
                throw new IllegalArgumentException("a label of " + length + " octets in " + labels);
            }
        }
        if (tail.isPresent() && tail.get().literal() > labels.size()) {
            throw new IllegalArgumentException("a label pointer behind the end of the name");
        }
    }

    /**
     * The labels with dots between; empty text is {@link #EMPTY}.
     *
     * @throws IllegalArgumentException if a label is empty or longer than 63 octets, the whole is longer than 255, or it
     *     has half a character
     */
    public static DnsName of(String text) {
        if (text.isEmpty()) {
            return EMPTY;
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("'" + text + "' has half a character");
        }
        PacketWriter out = new PacketWriter(64);
        for (String label : text.split("\\.", -1)) {
            Octets octets = Octets.wrap(label.getBytes(StandardCharsets.UTF_8));
            if (octets.isEmpty() || octets.size() > MAX_LABEL) {
                throw new IllegalArgumentException("'" + text + "' has a label of " + octets.size() + " octets");
            }
            out.u8(octets.size()).octets(octets);
        }
        Octets labels = out.done();
        if (labels.size() >= MAX_NAME) {
            throw new IllegalArgumentException("'" + text + "' is longer than " + MAX_NAME + " octets");
        }
        return new DnsName(labels, Optional.empty());
    }

    /** Reads a name of a message that {@code in} has from its start. */
    public static DnsName read(PacketReader in, String field) {
        PacketWriter labels = new PacketWriter(64);
        int literal = readLabels(in, field, labels, 0);
        if (in.whole().get(in.position() - 1) == 0) {
            return new DnsName(labels.done(), Optional.empty());
        }
        int target = target(in, field);
        follow(in, field, target, labels, literal);
        return new DnsName(labels.done(), Optional.of(new Pointer(literal, target)));
    }

    /** Reads labels and the octet that ends them: zero, or the first of a pointer. */
    private static int readLabels(PacketReader in, String field, PacketWriter labels, int before) {
        int size = 0;
        for (int next = in.u8(field); next != 0 && next < POINTER; next = in.u8(field)) {
            size += 1 + next;
            if (next > MAX_LABEL || before + size >= MAX_NAME) {
                throw in.malformed(field, 1, "a label of " + next + " octets at " + (before + size - 1 - next));
            }
            labels.u8(next).octets(in.octets(next, field));
        }
        return size;
    }

    /** The target of the pointer whose first octet was read already. */
    private static int target(PacketReader in, String field) {
        int high = in.whole().get(in.position() - 1) & ~POINTER;
        return high << Byte.SIZE | in.u8(field);
    }

    private static void follow(PacketReader in, String field, int first, PacketWriter labels, int literal) {
        int limit = in.position() - 2;
        int target = first;
        int size = literal;
        for (int jumps = 0; jumps < MAX_JUMPS; jumps++) {
            if (target >= limit) {
                throw in.malformed(field, 2, "a label pointer to octet " + target + ", which is not before it");
            }
            limit = target;
            PacketReader there = new PacketReader(in.whole(), in.origin());
            there.octets(target, field);
            size += readLabels(there, field, labels, size);
            if (in.whole().get(there.position() - 1) == 0) {
                return;
            }
            target = target(there, field);
        }
        throw in.malformed(field, 2, "more than " + MAX_JUMPS + " label pointers");
    }

    /** Writes the name. If it has a {@link #tail()}, what that points to must be there. */
    public void write(PacketWriter out) {
        if (tail.isEmpty()) {
            out.octets(labels).u8(0);
        } else {
            out.octets(labels.slice(0, tail.get().literal()))
                    .u16(POINTER << Byte.SIZE | tail.get().target());
        }
    }

    /** The labels with dots between. Not safe to show: it may have control characters. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        for (int at = 0; at < labels.size(); at += 1 + labels.get(at)) {
            parts.add(labels.slice(at + 1, labels.get(at)).text(StandardCharsets.UTF_8));
        }
        return String.join(".", parts);
    }
}
