package io.mailslot4j.protocol.datagram;

import java.util.Optional;

/** MSG_TYPE, the first octet of every packet of the datagram service (RFC 1002 section 4.4.1). */
public enum DatagramType {
    /** 0x10: to one holder of a unique name. */
    DIRECT_UNIQUE(0x10),
    /** 0x11: to every holder of a group name. */
    DIRECT_GROUP(0x11),
    /** 0x12: to everybody, addressed to {@code *}. */
    BROADCAST(0x12),
    /** 0x13: a datagram could not be delivered. */
    ERROR(0x13),
    /** 0x14: asks a datagram distribution server whether it would relay to a name. */
    QUERY_REQUEST(0x14),
    /** 0x15: it would. */
    POSITIVE_QUERY_RESPONSE(0x15),
    /** 0x16: it would not. */
    NEGATIVE_QUERY_RESPONSE(0x16);

    private static final DatagramType[] ALL = values();

    private final int value;

    DatagramType(int value) {
        this.value = value;
    }

    /** The octet on the wire. */
    public int value() {
        return value;
    }

    /** Whether this is one of 0x10, 0x11, 0x12, which carry user data. */
    public boolean carriesData() {
        return value <= BROADCAST.value;
    }

    /** The type with this octet, or empty: RFC 1002 defines seven, and no other was ever seen. */
    public static Optional<DatagramType> of(int value) {
        for (DatagramType type : ALL) {
            if (type.value == value) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
