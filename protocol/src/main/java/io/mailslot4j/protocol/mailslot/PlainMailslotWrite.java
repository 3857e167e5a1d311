package io.mailslot4j.protocol.mailslot;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.DatagramFlags;
import io.mailslot4j.protocol.datagram.DatagramType;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.name.NetBiosNameEncoding;
import io.mailslot4j.protocol.smb.SmbHeader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The shortcut for the datagrams that nearly all messages come in: in one piece, with names without scope, and a mailslot
 * write in them. Nothing is made while one is read, and it is read in place.
 *
 * <p>What this reads, {@link io.mailslot4j.protocol.datagram.DatagramMessage#decode} and {@link MailslotWrite#decode} read
 * the same; whatever else there is, mistakes included, is left to them. One object reads one datagram after the other. Not
 * thread-safe.
 */
public final class PlainMailslotWrite {
    private static final int NAMES = 14;
    private static final int SMB = NAMES + 2 * NetBiosNameEncoding.LENGTH_WITHOUT_SCOPE;
    private static final int SLOT = SMB + MailslotWrite.NAME_OFFSET;
    private static final int LETTERS = 32;
    private static final long MAGIC_AND_COMMAND = 0xFF534D4225L;
    private static final long MAILSLOT = 0x4D41494C534C4F54L;
    private static final long UPPER_CASE = 0xDFDF_DFDF_DFDF_DFDFL;
    private static final int RECENT_NAMES = 64;

    private final byte[] buffer;
    private final Octets octets;
    private final NetBiosName[] recentNames = new NetBiosName[RECENT_NAMES];
    private int slotSize;
    private int dataStart;
    private int dataSize;

    /** @param maxPacket octets that a UDP payload may have */
    public PlainMailslotWrite(int maxPacket) {
        buffer = new byte[maxPacket];
        octets = Octets.wrap(buffer);
        Arrays.fill(recentNames, NetBiosName.BROADCAST);
    }

    /** Where the UDP payload must be before it is read. */
    public byte[] buffer() {
        return buffer;
    }

    /**
     * Reads what is in the buffer; false if it is something else, and then nothing more may be asked.
     *
     * @param size octets of the UDP payload
     */
    public boolean read(int size) {
        return size > SLOT && isWholeDatagram() && isWrite() && isSlot(size) && isInside(size);
    }

    private boolean isWholeDatagram() {
        int type = octets.get(0);
        boolean more = new DatagramFlags(octets.get(1)).more();
        int packetOffset = u16le(12);
        return type >= DatagramType.DIRECT_UNIQUE.value()
                && type <= DatagramType.BROADCAST.value()
                && !more
                && packetOffset == 0
                && NetBiosNameEncoding.isPlain(octets, NAMES)
                && NetBiosNameEncoding.isPlain(octets, NAMES + NetBiosNameEncoding.LENGTH_WITHOUT_SCOPE);
    }

    private boolean isWrite() {
        return octets.getLong(SMB) >>> 24 == MAGIC_AND_COMMAND
                && octets.get(SMB + SmbHeader.SIZE) == TransactionWords.WORD_COUNT
                && octets.get(SMB + TransactionWords.SETUP_COUNT_OFFSET) == TransactionWords.SETUP_COUNT
                && u16le(SMB + TransactionWords.OPCODE_OFFSET) == TransactionWords.WRITE_OPCODE;
    }

    private boolean isSlot(int size) {
        dataStart = SMB + u16le(SMB + TransactionWords.DATA_OFFSET_OFFSET);
        int end = SLOT;
        int limit = Math.min(dataStart, size);
        while (end < limit && buffer[end] != 0) {
            end++;
        }
        slotSize = end - SLOT;
        return end < limit
                && slotSize > MailslotWrite.PREFIX.length()
                && slotSize <= MailslotWrite.MAX_NAME
                && buffer[SLOT] == '\\'
                && (octets.getLong(SLOT + 1) & UPPER_CASE) == MAILSLOT
                && buffer[SLOT + MailslotWrite.PREFIX.length() - 1] == '\\';
    }

    private boolean isInside(int size) {
        dataSize = u16le(SMB + TransactionWords.DATA_COUNT_OFFSET);
        return dataStart <= size && dataSize <= size - dataStart;
    }

    private int u16le(int index) {
        return Short.toUnsignedInt(octets.getShortLe(index));
    }

    /** MSG_TYPE. */
    public DatagramType type() {
        int type = octets.get(0);
        return type == DatagramType.DIRECT_UNIQUE.value()
                ? DatagramType.DIRECT_UNIQUE
                : type == DatagramType.DIRECT_GROUP.value() ? DatagramType.DIRECT_GROUP : DatagramType.BROADCAST;
    }

    /** DGM_ID. */
    public int id() {
        return Short.toUnsignedInt(octets.getShort(2));
    }

    /** SOURCE_NAME. */
    public NetBiosName source() {
        return name(NAMES);
    }

    /** DESTINATION_NAME. */
    public NetBiosName destination() {
        return name(NAMES + NetBiosNameEncoding.LENGTH_WITHOUT_SCOPE);
    }

    /** The same few names come again and again, and need not be made each time. */
    private NetBiosName name(int start) {
        long firstEight = NetBiosNameEncoding.eightOctets(octets, start + 1);
        long lastEight = NetBiosNameEncoding.eightOctets(octets, start + 1 + LETTERS / 2);
        int place = (Long.hashCode(firstEight) + 31 * Long.hashCode(lastEight)) & (RECENT_NAMES - 1);
        NetBiosName recent = recentNames[place];
        if (recent.firstEight() != firstEight || recent.lastEight() != lastEight) {
            recent = NetBiosName.ofOctets(firstEight, lastEight);
            recentNames[place] = recent;
        }
        return recent;
    }

    /** The name of the slot, such as {@code \MAILSLOT\LISTENER}. */
    public String slot() {
        return new String(buffer, SLOT, slotSize, StandardCharsets.ISO_8859_1);
    }

    /** Where the name of the slot is in the buffer. */
    public int slotStart() {
        return SLOT;
    }

    /** Octets of the name of the slot. */
    public int slotSize() {
        return slotSize;
    }

    /** Octets of the message. */
    public int dataSize() {
        return dataSize;
    }

    /** The message, of its own. */
    public Octets data() {
        return Octets.wrap(Arrays.copyOfRange(buffer, dataStart, dataStart + dataSize));
    }
}
