package io.mailslot4j.protocol.browser;

import io.mailslot4j.protocol.wire.Unsigned;
import java.util.Optional;

/**
 * The version of an operating system, as a host announces it (MS-BRWS, appendix, note on OSVersionMajor).
 *
 * @param major 0 to 255
 * @param minor 0 to 255
 */
public record OsVersion(int major, int minor) {

    /** Checks the ranges. */
    public OsVersion {
        Unsigned.check8(major, "OSVersionMajor");
        Unsigned.check8(minor, "OSVersionMinor");
    }

    /** The Windows that has this version, and others that say they do: Samba says 6.1. */
    public Optional<String> windows() {
        return switch (major << Byte.SIZE | minor) {
            case 0x0400 -> Optional.of("Windows NT 4.0 or 95");
            case 0x040A -> Optional.of("Windows 98");
            case 0x045A -> Optional.of("Windows Me");
            case 0x0500 -> Optional.of("Windows 2000");
            case 0x0501 -> Optional.of("Windows XP");
            case 0x0502 -> Optional.of("Windows Server 2003");
            case 0x0600 -> Optional.of("Windows Vista or Server 2008");
            case 0x0601 -> Optional.of("Windows 7 or Server 2008 R2");
            case 0x0602 -> Optional.of("Windows 8 or Server 2012");
            case 0x0603 -> Optional.of("Windows 8.1 or Server 2012 R2");
            case 0x0A00 -> Optional.of("Windows 10, Server 2016 or later");
            default -> Optional.empty();
        };
    }

    /** Such as {@code 6.1}. */
    @Override
    public String toString() {
        return major + "." + minor;
    }
}
