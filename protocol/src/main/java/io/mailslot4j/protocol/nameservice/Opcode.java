package io.mailslot4j.protocol.nameservice;

/**
 * OPCODE, what a packet of the name service is about (RFC 1002 section 4.2.1.1, MS-NBTE section 2.2.2). Unknown ones are
 * kept.
 *
 * @param value 0 to 15
 */
public record Opcode(int value) {
    /** 0: query, or node status. */
    public static final Opcode QUERY = new Opcode(0);
    /** 5: registration, overwrite and their answers; also a conflict demand. */
    public static final Opcode REGISTRATION = new Opcode(5);
    /** 6: release. */
    public static final Opcode RELEASE = new Opcode(6);
    /** 7: wait for acknowledgement. */
    public static final Opcode WACK = new Opcode(7);
    /** 8: refresh. */
    public static final Opcode REFRESH = new Opcode(8);
    /** 9: refresh, as the packet picture of RFC 1002 section 4.2.4 has it. */
    public static final Opcode REFRESH_ALTERNATE = new Opcode(9);
    /** 15: registration of a host with several addresses. */
    public static final Opcode MULTIHOMED_REGISTRATION = new Opcode(15);

    /** Checks the range. */
    public Opcode {
        if (value < 0 || value > 15) {
            throw new IllegalArgumentException("OPCODE is " + value + ", but must be 0 to 15");
        }
    }

    /** Whether this is either of the two refreshes. */
    public boolean isRefresh() {
        return equals(REFRESH) || equals(REFRESH_ALTERNATE);
    }
}
