package io.mailslot4j.protocol.smb;

import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
import io.mailslot4j.protocol.wire.Unsigned;
import java.util.Locale;

/**
 * The 32 octets that start every SMB message (MS-CIFS section 2.2.3.1). A mailslot receiver looks at the command only;
 * the rest is kept so that a message can be written back as it came.
 *
 * <pre>
 *   0 FF 'S' 'M' 'B'   4 Command   5 Status (4)   9 Flags   10 Flags2 (2)   12 PIDHigh (2)   14 SecurityFeatures (8)
 *  22 Reserved (2)   24 TID (2)   26 PIDLow (2)   28 UID (2)   30 MID (2)
 * </pre>
 *
 * @param command what the message asks for
 * @param status 0 in a request
 * @param flags Flags
 * @param flags2 Flags2
 * @param pidHigh PIDHigh
 * @param securityFeatures SecurityFeatures
 * @param reserved Reserved
 * @param tid TID
 * @param pidLow PIDLow
 * @param uid UID
 * @param mid MID
 */
public record SmbHeader(
        int command,
        int status,
        int flags,
        int flags2,
        int pidHigh,
        long securityFeatures,
        int reserved,
        int tid,
        int pidLow,
        int uid,
        int mid) {
    /** Octets of this header. */
    public static final int SIZE = 32;
    /** SMB_COM_TRANSACTION, the command of a mailslot write. */
    public static final int TRANSACTION = 0x25;
    /** Flags2: strings are Unicode. Mailslot writes never say so. */
    public static final int FLAGS2_UNICODE = 0x8000;

    private static final int MAGIC = 0xFF534D42;
    private static final int FLAGS_CASELESS_CANONICAL = 0x18;
    private static final int FLAGS2_SECURITY_SIGNATURE = 0x0004;
    private static final int ANY_PROCESS = 0xFEFF;

    /** The header of a mailslot write as MS-MAIL section 2.2.1 wants it. */
    public static final SmbHeader MAILSLOT_WRITE = new SmbHeader(
            TRANSACTION, 0, FLAGS_CASELESS_CANONICAL, FLAGS2_SECURITY_SIGNATURE, 0, 0, 0, 0, ANY_PROCESS, 0, 0);

    /** Checks the ranges. */
    public SmbHeader {
        Unsigned.check8(command, "Command");
        Unsigned.check8(flags, "Flags");
        Unsigned.check16(flags2, "Flags2");
        Unsigned.check16(pidHigh, "PIDHigh");
        Unsigned.check16(reserved, "Reserved");
        Unsigned.check16(tid, "TID");
        Unsigned.check16(pidLow, "PIDLow");
        Unsigned.check16(uid, "UID");
        Unsigned.check16(mid, "MID");
    }

    /**
     * Reads a header.
     *
     * @throws io.mailslot4j.protocol.MalformedPacketException if the octets end early or do not start with FF 'SMB'
     */
    public static SmbHeader read(PacketReader in) {
        int magic = in.i32("SMB protocol");
        if (magic != MAGIC) {
            throw in.malformed("SMB protocol", 4, String.format(Locale.ROOT, "0x%08x is not FF 'SMB'", magic));
        }
        return new SmbHeader(
                in.u8("SMB command"),
                in.i32le("SMB status"),
                in.u8("SMB flags"),
                in.u16le("SMB flags2"),
                in.u16le("SMB PIDHigh"),
                in.i64le("SMB security features"),
                in.u16le("SMB reserved"),
                in.u16le("SMB TID"),
                in.u16le("SMB PIDLow"),
                in.u16le("SMB UID"),
                in.u16le("SMB MID"));
    }

    /** Writes the header. */
    public void write(PacketWriter out) {
        out.i32(MAGIC).u8(command).i32le(status).u8(flags).u16le(flags2).u16le(pidHigh);
        out.i64le(securityFeatures)
                .u16le(reserved)
                .u16le(tid)
                .u16le(pidLow)
                .u16le(uid)
                .u16le(mid);
    }
}
