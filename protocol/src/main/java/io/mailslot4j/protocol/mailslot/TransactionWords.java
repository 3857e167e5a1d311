package io.mailslot4j.protocol.mailslot;

import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
import io.mailslot4j.protocol.wire.Unsigned;

/**
 * The words of an SMB_COM_TRANSACTION request that do not follow from its name and data (MS-MAIL section 2.2.1, MS-CIFS
 * section 2.2.4.33.1). Receivers look at none of them, and senders differ; they are kept so that a message can be
 * written back as it came.
 *
 * @param totalParameterCount TotalParameterCount
 * @param totalDataCount TotalDataCount, which should be the octets of data
 * @param maxParameterCount MaxParameterCount
 * @param maxDataCount MaxDataCount
 * @param maxSetupCount MaxSetupCount
 * @param reserved1 Reserved1
 * @param flags Flags of the transaction
 * @param timeout Timeout in milliseconds, as unsigned 32 bits
 * @param reserved2 Reserved2
 * @param parameterCount ParameterCount
 * @param parameterOffset ParameterOffset
 * @param reserved3 Reserved3
 * @param priority Setup[1], 0 to 9, larger is more urgent
 * @param mailslotClass Setup[2]: 1 reliable, 2 unreliable; a datagram always carries the second
 * @param byteCount ByteCount, which should be the octets behind it
 */
public record TransactionWords(
        int totalParameterCount,
        int totalDataCount,
        int maxParameterCount,
        int maxDataCount,
        int maxSetupCount,
        int reserved1,
        int flags,
        int timeout,
        int reserved2,
        int parameterCount,
        int parameterOffset,
        int reserved3,
        int priority,
        int mailslotClass,
        int byteCount) {
    /** Class 2, the only one that travels in datagrams. */
    public static final int UNRELIABLE = 2;

    static final int WORD_COUNT = 17;
    static final int SETUP_COUNT = 3;
    static final int WRITE_OPCODE = 1;

    /** Where some of them are in the SMB message. */
    static final int TOTAL_DATA_COUNT_OFFSET = 35;

    static final int PARAMETER_OFFSET_OFFSET = 53;
    static final int DATA_COUNT_OFFSET = 55;
    static final int DATA_OFFSET_OFFSET = 57;
    static final int SETUP_COUNT_OFFSET = 59;
    static final int OPCODE_OFFSET = 61;
    static final int BYTE_COUNT_OFFSET = 67;

    private static final int WINDOWS_MAX_PARAMETER_COUNT = 2;

    /** Checks the ranges. */
    public TransactionWords {
        Unsigned.check16(totalParameterCount, "TotalParameterCount");
        Unsigned.check16(totalDataCount, "TotalDataCount");
        Unsigned.check16(maxParameterCount, "MaxParameterCount");
        Unsigned.check16(maxDataCount, "MaxDataCount");
        Unsigned.check8(maxSetupCount, "MaxSetupCount");
        Unsigned.check8(reserved1, "Reserved1");
        Unsigned.check16(flags, "Flags");
        Unsigned.check16(reserved2, "Reserved2");
        Unsigned.check16(parameterCount, "ParameterCount");
        Unsigned.check16(parameterOffset, "ParameterOffset");
        Unsigned.check8(reserved3, "Reserved3");
        Unsigned.check16(priority, "Priority");
        Unsigned.check16(mailslotClass, "Class");
        Unsigned.check16(byteCount, "ByteCount");
    }

    /** What a Windows client writes for a message whose data starts at {@code dataOffset}. */
    static TransactionWords windows(int dataCount, int dataOffset, int byteCount) {
        return new TransactionWords(
                0,
                dataCount,
                WINDOWS_MAX_PARAMETER_COUNT,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                dataOffset,
                0,
                0,
                UNRELIABLE,
                byteCount);
    }

    static TransactionWords read(PacketReader in) {
        expect(in, in.u8("word count"), WORD_COUNT, 1, "word count");
        int totalParameterCount = in.u16le("total parameter count");
        int totalDataCount = in.u16le("total data count");
        int maxParameterCount = in.u16le("max parameter count");
        int maxDataCount = in.u16le("max data count");
        int maxSetupCount = in.u8("max setup count");
        int reserved1 = in.u8("reserved 1");
        int flags = in.u16le("transaction flags");
        int timeout = in.i32le("timeout");
        int reserved2 = in.u16le("reserved 2");
        int parameterCount = in.u16le("parameter count");
        int parameterOffset = in.u16le("parameter offset");
        // Not kept: they are the data's own, and MailslotWrite looks them up when it gets there.
        in.u16le("data count");
        in.u16le("data offset");
        expect(in, in.u8("setup count"), SETUP_COUNT, 1, "setup count");
        int reserved3 = in.u8("reserved 3");
        expect(in, in.u16le("mailslot opcode"), WRITE_OPCODE, 2, "mailslot opcode");
        int priority = in.u16le("priority");
        int mailslotClass = in.u16le("class");
        int byteCount = in.u16le("byte count");
        return new TransactionWords(
                totalParameterCount,
                totalDataCount,
                maxParameterCount,
                maxDataCount,
                maxSetupCount,
                reserved1,
                flags,
                timeout,
                reserved2,
                parameterCount,
                parameterOffset,
                reserved3,
                priority,
                mailslotClass,
                byteCount);
    }

    private static void expect(PacketReader in, int actual, int expected, int size, String field) {
        if (actual != expected) {
            throw in.malformed(field, size, actual + " is not " + expected);
        }
    }

    void write(PacketWriter out, int dataCount, int dataOffset) {
        out.u8(WORD_COUNT).u16le(totalParameterCount).u16le(totalDataCount);
        out.u16le(maxParameterCount).u16le(maxDataCount).u8(maxSetupCount).u8(reserved1);
        out.u16le(flags).i32le(timeout).u16le(reserved2);
        out.u16le(parameterCount).u16le(parameterOffset).u16le(dataCount).u16le(dataOffset);
        out.u8(SETUP_COUNT).u8(reserved3);
        out.u16le(WRITE_OPCODE).u16le(priority).u16le(mailslotClass).u16le(byteCount);
    }
}
