package io.mailslot4j.protocol.nameservice;

import io.mailslot4j.protocol.wire.Unsigned;

/**
 * QUESTION_TYPE and RR_TYPE (RFC 1002 sections 4.2.1.2 and 4.2.1.3). Unknown ones are kept.
 *
 * @param value 0 to 65535
 */
public record RecordType(int value) {
    /** 0x0001: an address, in a redirect. */
    public static final RecordType A = new RecordType(0x0001);
    /** 0x0002: a name server, in a redirect. */
    public static final RecordType NS = new RecordType(0x0002);
    /** 0x000A: nothing, in a negative answer. */
    public static final RecordType NULL = new RecordType(0x000A);
    /** 0x0020: the addresses of a name. */
    public static final RecordType NB = new RecordType(0x0020);
    /** 0x0021: the names of a node. */
    public static final RecordType NBSTAT = new RecordType(0x0021);

    /** Checks the range. */
    public RecordType {
        Unsigned.check16(value, "record type");
    }
}
