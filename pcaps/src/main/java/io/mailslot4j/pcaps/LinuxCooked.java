package io.mailslot4j.pcaps;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.wire.PacketReader;
import java.util.Optional;

/** The headers that Linux makes up where a device has none of its own, or several devices are captured at once. */
final class LinuxCooked {
    private static final int BEFORE_PROTOCOL = 14;
    private static final int BEHIND_PROTOCOL_2 = 18;

    private LinuxCooked() {}

    /** LINKTYPE_LINUX_SLL: the protocol comes last. */
    static Optional<Octets> ip(Octets frame) {
        PacketReader in = new PacketReader(frame, 0);
        in.octets(BEFORE_PROTOCOL, "cooked header");
        return EtherType.ip(in);
    }

    /** LINKTYPE_LINUX_SLL2: the protocol comes first, what belongs to it behind the header. */
    static Optional<Octets> ip2(Octets frame) {
        PacketReader in = new PacketReader(frame, 0);
        int protocol = in.u16("cooked header");
        in.octets(BEHIND_PROTOCOL_2, "cooked header");
        return EtherType.ip(protocol, in);
    }
}
