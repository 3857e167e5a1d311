package io.mailslot4j.protocol.browser;

import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
import io.mailslot4j.protocol.wire.Unsigned;

/**
 * What every announcement of the browser service says of a system.
 *
 * @param version of its operating system
 * @param type what it is
 * @param browserMajor BrowserConfigVersionMajor, 0 to 255: 0x0F of Windows
 * @param browserMinor BrowserConfigVersionMinor, 0 to 255: 0x01 of Windows
 * @param signature 0 to 65535: {@link #SIGNATURE}, but Windows leaves it unset in domain announcements
 */
public record AnnouncedSystem(OsVersion version, ServerType type, int browserMajor, int browserMinor, int signature) {
    /** The signature of announcements. */
    public static final int SIGNATURE = 0xAA55;

    private static final int BROWSER_MAJOR = 0x0F;
    private static final int BROWSER_MINOR = 0x01;

    /** Checks the ranges. */
    public AnnouncedSystem {
        Unsigned.check8(browserMajor, "browser version");
        Unsigned.check8(browserMinor, "browser version");
        Unsigned.check16(signature, "signature");
    }

    /** A system with the browser of Windows. */
    public static AnnouncedSystem of(OsVersion version, ServerType type) {
        return new AnnouncedSystem(version, type, BROWSER_MAJOR, BROWSER_MINOR, SIGNATURE);
    }

    static AnnouncedSystem read(PacketReader in) {
        OsVersion version = new OsVersion(in.u8("OS version major"), in.u8("OS version minor"));
        ServerType type = new ServerType(in.i32le("server type"));
        return new AnnouncedSystem(
                version, type, in.u8("browser version major"), in.u8("browser version minor"), in.u16le("signature"));
    }

    void write(PacketWriter out) {
        out.u8(version.major()).u8(version.minor()).i32le(type.bits());
        out.u8(browserMajor).u8(browserMinor).u16le(signature);
    }
}
