package io.mailslot4j.protocol.mailslot;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.DatagramFlags;
import io.mailslot4j.protocol.datagram.DatagramHeader;
import io.mailslot4j.protocol.datagram.DatagramType;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.name.NetBiosNameEncoding;
import java.nio.ByteBuffer;

/**
 * The shortcut for the datagrams that nearly all messages leave in: in one piece, with names without scope, and a mailslot
 * write as Windows sends it in them. Nothing is made while one is written, and it is written once. The way back is
 * {@link PlainMailslotWrite}.
 *
 * <p>What this writes, {@link NetBiosDatagram#encode} of {@link MailslotWrite#of} writes the same; whatever else there is,
 * mistakes included, is left to them. One object writes one datagram after the other. Not thread-safe.
 */
public final class PlainMailslotEncoder {
    private static final int LENGTH = 10;
    private static final int NAMES = 14;
    private static final int SMB = NAMES + 2 * NetBiosNameEncoding.LENGTH_WITHOUT_SCOPE;
    private static final int PATH = SMB + MailslotWrite.NAME_OFFSET + MailslotWrite.PREFIX.length();

    private final int maxPacket;
    private final ByteBuffer buffer;

    /** @param maxPacket octets that a UDP payload may have */
    public PlainMailslotEncoder(int maxPacket) {
        this.maxPacket = maxPacket;
        buffer = ByteBuffer.allocateDirect(Math.max(maxPacket, PATH));
        // Most of a datagram is the same each time, and stays there.
        NetBiosDatagram any = NetBiosDatagram.of(
                new DatagramHeader(DatagramType.DIRECT_UNIQUE, DatagramFlags.whole(NodeType.B), 0, Ipv4Address.ANY, 0),
                NetBiosName.BROADCAST,
                NetBiosName.BROADCAST,
                MailslotWrite.of(MailslotWrite.PREFIX + "x", Octets.EMPTY).encode());
        any.encode().slice(0, PATH).copyTo(buffer, 0);
    }

    /** What was written is here, between position and limit. Nobody else may change it. */
    public ByteBuffer buffer() {
        return buffer;
    }

    /**
     * Writes a datagram; false if it is none of these or too long, and then nothing was written.
     *
     * @param slot whose path is meant, its target does not matter
     * @param data the message
     */
    public boolean write(
            DatagramHeader header, NetBiosName source, NetBiosName destination, MailslotName slot, Octets data) {
        int end = PATH + slot.path().length();
        int dataOffset = (end - SMB + 1 + 3) & ~3;
        if (!header.type().carriesData()
                || !source.scope().isEmpty()
                || !destination.scope().isEmpty()
                || end - SMB - MailslotWrite.NAME_OFFSET > MailslotWrite.MAX_NAME
                || data.size() > maxPacket - SMB - dataOffset) {
            return false;
        }
        int size = SMB + dataOffset + data.size();
        buffer.clear().limit(size);
        write(header);
        buffer.putShort(LENGTH, (short) (size - NAMES));
        NetBiosNameEncoding.writePlain(source, buffer, NAMES);
        NetBiosNameEncoding.writePlain(destination, buffer, NAMES + NetBiosNameEncoding.LENGTH_WITHOUT_SCOPE);
        writeWords(dataOffset, data.size());
        writePath(slot.path(), end, SMB + dataOffset);
        data.copyTo(buffer, SMB + dataOffset);
        return true;
    }

    private void write(DatagramHeader header) {
        buffer.put(0, (byte) header.type().value())
                .put(1, (byte) header.flags().value())
                .putShort(2, (short) header.id())
                .putInt(4, header.sourceAddress().bits())
                .putShort(8, (short) header.sourcePort());
    }

    private void writeWords(int dataOffset, int dataSize) {
        u16le(TransactionWords.TOTAL_DATA_COUNT_OFFSET, dataSize);
        u16le(TransactionWords.PARAMETER_OFFSET_OFFSET, dataOffset);
        u16le(TransactionWords.DATA_COUNT_OFFSET, dataSize);
        u16le(TransactionWords.DATA_OFFSET_OFFSET, dataOffset);
        u16le(TransactionWords.BYTE_COUNT_OFFSET, dataOffset - MailslotWrite.NAME_OFFSET + dataSize);
    }

    private void u16le(int offset, int value) {
        buffer.putShort(SMB + offset, Short.reverseBytes((short) value));
    }

    /** With the NUL, and the padding. */
    private void writePath(String path, int end, int dataStart) {
        for (int at = PATH; at < end; at++) {
            buffer.put(at, (byte) path.charAt(at - PATH));
        }
        for (int at = end; at < dataStart; at++) {
            buffer.put(at, (byte) 0);
        }
    }
}
