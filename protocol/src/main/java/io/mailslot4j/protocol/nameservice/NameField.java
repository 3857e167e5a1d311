package io.mailslot4j.protocol.nameservice;

import static io.mailslot4j.protocol.name.NetBiosNameEncoding.LENGTH_WITHOUT_SCOPE;

import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.name.NetBiosNameEncoding;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
import java.util.Optional;

/**
 * A name in a packet of the name service, which may end in a pointer to labels that stand earlier (RFC 1002 section 4.1).
 *
 * @param name the name
 * @param tail where the rest of its labels stands, or empty if all stand here
 */
public record NameField(NetBiosName name, Optional<Pointer> tail) {
    /** Where the first question's name stands, which is what everybody points to. */
    public static final int FIRST_QUESTION = 12;

    private static final int POINTER = 0xC0;
    private static final int MAX_POINTER = 0x3FFF;
    /** One pointer is in use, two are conceivable; each points backwards, so even without a limit none could loop. */
    private static final int MAX_JUMPS = 10;

    /**
     * Checks the pointer.
     *
     * @throws IllegalArgumentException if it stands behind the end of the name
     */
    public NameField {
        int length = NetBiosNameEncoding.length(name);
        if (tail.isPresent() && tail.get().literal() >= length) {
            throw new IllegalArgumentException("a name of " + length + " octets has no pointer behind "
                    + tail.get().literal());
        }
    }

    /**
     * The end of a name that stands elsewhere.
     *
     * @param literal octets of the encoded name before the pointer
     * @param target where the rest stands, in octets from the start of the packet, 0 to 16383
     */
    public record Pointer(int literal, int target) {
        /** Checks the range. */
        public Pointer {
            if (literal < 0 || target < 0 || target > MAX_POINTER) {
                throw new IllegalArgumentException("no label pointer goes to octet " + target);
            }
        }
    }

    /** A name that stands here in full. */
    public static NameField of(NetBiosName name) {
        return new NameField(name, Optional.empty());
    }

    /** A name that is that of the first question. */
    public static NameField sameAsQuestion(NetBiosName name) {
        return new NameField(name, Optional.of(new Pointer(0, FIRST_QUESTION)));
    }

    /** Reads a name, following pointers backwards only. They count from the start of what is read. */
    static NameField read(PacketReader in, String field) {
        if (in.remaining() >= LENGTH_WITHOUT_SCOPE && NetBiosNameEncoding.isPlain(in.whole(), in.position())) {
            return of(NetBiosNameEncoding.readPlain(in.octets(LENGTH_WITHOUT_SCOPE, field), 0));
        }
        PacketWriter labels = new PacketWriter(LENGTH_WITHOUT_SCOPE);
        int literal = 0;
        int next = in.u8(field);
        while (next != 0 && next < POINTER) {
            labels.u8(next).octets(in.octets(next, field));
            literal += 1 + next;
            next = in.u8(field);
        }
        if (next == 0) {
            return of(decode(labels.u8(0).done(), in, field, literal + 1));
        }
        int target = ((next & ~POINTER) << 8) | in.u8(field);
        follow(in, field, target, labels);
        NetBiosName name = decode(labels.u8(0).done(), in, field, literal + 2);
        return new NameField(name, Optional.of(new Pointer(literal, target)));
    }

    private static void follow(PacketReader in, String field, int first, PacketWriter labels) {
        int limit = in.position() - 2;
        int target = first;
        for (int jumps = 0; jumps < MAX_JUMPS; jumps++) {
            if (target >= limit) {
                throw in.malformed(field, 2, "a label pointer to octet " + target + ", which is not before it");
            }
            limit = target;
            PacketReader there = new PacketReader(in.whole().from(target), in.origin() + target);
            int next = there.u8(field);
            while (next != 0 && next < POINTER) {
                labels.u8(next).octets(there.octets(next, field));
                next = there.u8(field);
            }
            if (next == 0) {
                return;
            }
            target = ((next & ~POINTER) << 8) | there.u8(field);
        }
        throw in.malformed(field, 2, "more than " + MAX_JUMPS + " label pointers");
    }

    /** Checks the labels as in a datagram; errors count from where the field starts, {@code size} octets back. */
    private static NetBiosName decode(Octets labels, PacketReader in, String field, int size) {
        try {
            return NetBiosNameEncoding.read(new PacketReader(labels, 0), field);
        } catch (MalformedPacketException e) {
            throw in.malformed(field, size, e.reason());
        }
    }

    void write(PacketWriter out) {
        if (tail.isEmpty()) {
            NetBiosNameEncoding.write(name, out);
            return;
        }
        PacketWriter whole = new PacketWriter(NetBiosNameEncoding.length(name));
        NetBiosNameEncoding.write(name, whole);
        out.octets(whole.done().slice(0, tail.get().literal()));
        out.u16((POINTER << 8) | tail.get().target());
    }
}
