package io.mailslot4j.protocol.browser;

/**
 * Criteria of an election: the greater number wins (MS-BRWS section 2.2.3). Samba puts any OS level into the highest octet.
 *
 * @param bits all 32
 */
public record ElectionCriteria(int bits) {
    /** A primary domain controller. */
    public static final int PRIMARY_DOMAIN_CONTROLLER = 0x80;
    /** Asks WINS for names. */
    public static final int USES_WINS = 0x20;
    /** Set up to win. */
    public static final int PREFERRED_MASTER = 0x08;
    /** Is the master browser. */
    public static final int RUNNING_MASTER = 0x04;
    /** A backup domain controller. */
    public static final int DOMAIN_CONTROLLER = 0x02;
    /** Is a backup browser. */
    public static final int RUNNING_BACKUP = 0x01;

    /** What kind of system it is, 0 to 255: 0x10 Windows client, 0x20 Windows server. */
    public int osLevel() {
        return bits >>> 24;
    }

    /** The version of the election protocol, 0 to 65535: 0x010F of Windows. */
    public int protocolVersion() {
        return (bits >>> Byte.SIZE) & 0xFFFF;
    }

    /** Whether a flag, one of the constants, is set. */
    public boolean has(int flag) {
        return (bits & flag) != 0;
    }
}
