package io.mailslot4j.pcaps;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.wire.PacketReader;
import java.util.Optional;

/** Data frames of IEEE 802.11 (section 9.3.2) that are neither encrypted nor in pieces. */
final class Wireless {
    private static final int VERSION_AND_TYPE = 0x0F;
    private static final int DATA = 0x08;
    private static final int NO_DATA = 0x40;
    private static final int QOS = 0x80;
    private static final int TO_AND_FROM_DS = 0x03;
    private static final int MORE_FRAGMENTS = 0x04;
    private static final int PROTECTED = 0x40;
    private static final int ORDER = 0x80;
    private static final int FRAGMENT_NUMBER = 0x0F;
    private static final int AGGREGATE = 0x80;
    private static final int DURATION_AND_THREE_ADDRESSES = 20;
    private static final int ADDRESS = 6;
    private static final int HT_CONTROL = 4;
    private static final int RADIOTAP_UP_TO_LENGTH = 4;
    private static final int LEAST_RADIOTAP = 8;
    private static final int RADIOTAP_TIME = 0x01;
    private static final int RADIOTAP_FLAGS = 0x02;
    private static final int PADDED = 0x20;

    private Wireless() {}

    static Optional<Octets> behindRadiotap(Octets frame) {
        PacketReader in = new PacketReader(frame, 0);
        in.u16("radiotap version");
        int length = in.u16le("radiotap length");
        if (length < LEAST_RADIOTAP) {
            throw in.malformed("radiotap length", 2, length + " is less than " + LEAST_RADIOTAP);
        }
        Octets fields = in.octets(length - RADIOTAP_UP_TO_LENGTH, "radiotap header");
        return ip(in.rest(), isPadded(new PacketReader(fields, RADIOTAP_UP_TO_LENGTH)));
    }

    /** Whether the 802.11 header is filled up to a multiple of four, as some radios do (radiotap.org, Flags). */
    private static boolean isPadded(PacketReader in) {
        int present = in.i32le("radiotap fields");
        for (int more = present; more < 0; ) {
            more = in.i32le("radiotap fields");
        }
        if ((present & RADIOTAP_TIME) != 0) {
            in.octets(-(RADIOTAP_UP_TO_LENGTH + in.position()) & (Long.BYTES - 1), "radiotap time");
            in.i64le("radiotap time");
        }
        return (present & RADIOTAP_FLAGS) != 0 && (in.u8("radiotap flags") & PADDED) != 0;
    }

    static Optional<Octets> ip(Octets frame) {
        return ip(frame, false);
    }

    private static Optional<Octets> ip(Octets frame, boolean padded) {
        PacketReader in = new PacketReader(frame, 0);
        int kind = in.u8("802.11 frame control");
        int flags = in.u8("802.11 frame control");
        if ((kind & VERSION_AND_TYPE) != DATA || (kind & NO_DATA) != 0) {
            return Optional.empty();
        }
        in.octets(DURATION_AND_THREE_ADDRESSES, "802.11 addresses");
        int fragment = in.u16le("802.11 sequence control") & FRAGMENT_NUMBER;
        if ((flags & TO_AND_FROM_DS) == TO_AND_FROM_DS) {
            in.octets(ADDRESS, "802.11 address 4");
        }
        boolean aggregate = (kind & QOS) != 0 && (in.u16le("802.11 QoS control") & AGGREGATE) != 0;
        if ((kind & QOS) != 0 && (flags & ORDER) != 0) {
            in.octets(HT_CONTROL, "802.11 HT control");
        }
        if (padded) {
            in.octets(-in.position() & (Integer.BYTES - 1), "802.11 padding");
        }
        boolean whole = fragment == 0 && (flags & MORE_FRAGMENTS) == 0;
        if ((flags & PROTECTED) != 0 || aggregate || !whole) {
            return Optional.empty();
        }
        return in.octets(EtherType.SNAP.size(), "LLC header").equals(EtherType.SNAP)
                ? EtherType.ip(in)
                : Optional.empty();
    }
}
