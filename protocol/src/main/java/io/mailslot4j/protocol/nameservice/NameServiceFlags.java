package io.mailslot4j.protocol.nameservice;

import io.mailslot4j.protocol.wire.Unsigned;

/**
 * The second 16 bits of every packet of the name service: R, OPCODE, NM_FLAGS and RCODE (RFC 1002 section 4.2.1.1).
 *
 * @param value all 16 bits
 */
public record NameServiceFlags(int value) {
    /** R: a response. */
    public static final int RESPONSE = 0x8000;
    /** AA: from the authority for the name. */
    public static final int AUTHORITATIVE = 0x0400;
    /** TC: truncated. */
    public static final int TRUNCATED = 0x0200;
    /** RD: recursion desired; in a registration, its absence makes an overwrite. */
    public static final int RECURSION_DESIRED = 0x0100;
    /** RA: recursion available, so from a name server. */
    public static final int RECURSION_AVAILABLE = 0x0080;
    /** B: sent to everybody. */
    public static final int BROADCAST = 0x0010;

    private static final int OPCODE_SHIFT = 11;

    /** Checks the range. */
    public NameServiceFlags {
        Unsigned.check16(value, "name service flags");
    }

    /**
     * The flags of a packet.
     *
     * @param bits any of the constants, added
     */
    public static NameServiceFlags of(Opcode opcode, int bits, ResponseCode code) {
        return new NameServiceFlags((opcode.value() << OPCODE_SHIFT) | bits | code.value());
    }

    /** R: whether this is a response. */
    public boolean response() {
        return has(RESPONSE);
    }

    /** OPCODE. */
    public Opcode opcode() {
        return new Opcode((value >> OPCODE_SHIFT) & 0xF);
    }

    /** RCODE. */
    public ResponseCode code() {
        return new ResponseCode(value & 0xF);
    }

    /** Whether a bit, one of the constants, is set. */
    public boolean has(int bit) {
        return (value & bit) != 0;
    }
}
