package io.mailslot4j.protocol.wire;

import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Every field of a packet, for those who want to show or compare them.
 *
 * @param fields in the order in which they were read, each once
 * @param trouble why there are no more, if the packet is malformed
 */
public record PacketFields(List<Field> fields, Optional<MalformedPacketException> trouble) {

    /**
     * One field.
     *
     * @param name in the words of the specification
     * @param offset in the packet as it came
     * @param octets what stands there
     */
    public record Field(String name, int offset, Octets octets) {}

    /** Copies the list. */
    public PacketFields {
        fields = List.copyOf(fields);
    }

    /**
     * Reads a packet, and keeps what was read.
     *
     * @param octets the packet, or a part of it
     * @param origin where {@code octets} start in the packet as it came
     * @param read such as {@code DatagramMessage::read}
     */
    public static PacketFields of(Octets octets, int origin, Consumer<PacketReader> read) {
        List<Field> fields = new ArrayList<>();
        FieldListener listener = (name, offset, part) -> add(fields, octets, origin, new Field(name, offset, part));
        try {
            read.accept(new PacketReader(octets, origin, listener));
            return new PacketFields(fields, Optional.empty());
        } catch (MalformedPacketException e) {
            return new PacketFields(fields, Optional.of(e));
        }
    }

    /** Joins the steps in which a field was read. */
    private static void add(List<Field> fields, Octets whole, int origin, Field next) {
        Field last = fields.isEmpty() ? null : fields.get(fields.size() - 1);
        boolean goesOn = last != null && last.name.equals(next.name) && last.offset + last.octets.size() == next.offset;
        if (last == null || !goesOn) {
            fields.add(next);
            return;
        }
        int size = last.octets.size() + next.octets.size();
        fields.set(fields.size() - 1, new Field(last.name, last.offset, whole.slice(last.offset - origin, size)));
    }
}
