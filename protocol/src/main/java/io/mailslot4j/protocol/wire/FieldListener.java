package io.mailslot4j.protocol.wire;

import io.mailslot4j.protocol.Octets;

/** Is told what a {@link PacketReader} reads, field by field, for those who want to show where everything stands. */
@FunctionalInterface
public interface FieldListener {
    /**
     * Octets were read. A field that is read in several steps is told in as many.
     *
     * @param name of the field
     * @param offset in the packet as it came
     * @param octets what stands there
     */
    void field(String name, int offset, Octets octets);
}
