package io.mailslot4j.pcaps;

/** The kinds of blocks of pcapng files that are read, by number (draft-ietf-opsawg-pcapng). Others are left out. */
final class PcapngBlock {
    /** Starts a section. It reads the same in both octet orders. */
    static final int SECTION_HEADER = 0x0A0D0D0A;

    static final int INTERFACE_DESCRIPTION = 1;
    /** The predecessor of enhanced packets. */
    static final int PACKET = 2;

    static final int SIMPLE_PACKET = 3;
    static final int ENHANCED_PACKET = 6;

    /** Right behind the length of a section header, in the octet order of the section. */
    static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;

    /** Type, length before and length behind. */
    static final int LEAST_LENGTH = 12;
    /** Type, length and what belongs to every section header. */
    static final int LEAST_SECTION_HEADER = 28;

    private PcapngBlock() {}
}
