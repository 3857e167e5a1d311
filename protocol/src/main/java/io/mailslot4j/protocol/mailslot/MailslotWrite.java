package io.mailslot4j.protocol.mailslot;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.smb.SmbHeader;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One message on its way to a mailslot: an SMB_COM_TRANSACTION request that the user data of a datagram holds (MS-MAIL
 * section 2.2.1).
 *
 * <pre>
 *   0 SMB header (32)   32 transaction words (37)   69 name, NUL   padding   data   trailing
 * </pre>
 *
 * <p>DataOffset is where the data starts here, DataCount how much there is; the data is found by nothing else. MS-MAIL
 * wants padding to a multiple of four, but Windows' own browser and Samba have none.
 *
 * @param header the SMB header
 * @param words what the transaction says besides
 * @param slot the mailslot, such as {@code \MAILSLOT\LISTENER}, one character an octet as in ISO 8859-1
 * @param padding octets between the NUL of the name and the data
 * @param data the message
 * @param trailing octets behind the data, kept but without meaning
 */
public record MailslotWrite(
        SmbHeader header, TransactionWords words, String slot, Octets padding, Octets data, Octets trailing) {
    /** What every slot name starts with, in any case. */
    public static final String PREFIX = "\\MAILSLOT\\";
    /** Where the name starts in the SMB message. */
    public static final int NAME_OFFSET = 69;

    /** A slot name with its message must not exceed this (MS-MAIL section 2.1). */
    static final int MAX_NAME = 443;

    /**
     * Checks that this can be written.
     *
     * @throws IllegalArgumentException if the name has not the prefix and something behind it, or has a NUL or
     *     characters over 0xFF, or the whole is too long for 16-bit offsets
     */
    public MailslotWrite {
        String trouble = troubleWithName(slot);
        if (trouble == null && !hasOctetsOnly(slot)) {
            trouble = "has a NUL or characters over 0xFF";
        }
        if (trouble != null) {
            throw new IllegalArgumentException("slot name '" + slot + "': " + trouble);
        }
        if (NAME_OFFSET + slot.length() + 1 + padding.size() > 0xFFFF || data.size() > 0xFFFF) {
            throw new IllegalArgumentException("a mailslot write cannot have " + data.size() + " octets of data behind "
                    + padding.size() + " of padding: offsets have 16 bits");
        }
    }

    /**
     * The write that a Windows client sends for {@code data}, padding included. Nothing here limits the length: see
     * {@link SizeLimit}.
     *
     * @param slot such as {@code \MAILSLOT\LISTENER}
     */
    public static MailslotWrite of(String slot, Octets data) {
        int unpadded = NAME_OFFSET + slot.length() + 1;
        int dataOffset = (unpadded + 3) & ~3;
        int byteCount = dataOffset - NAME_OFFSET + data.size();
        return new MailslotWrite(
                SmbHeader.MAILSLOT_WRITE,
                TransactionWords.windows(data.size(), dataOffset, byteCount),
                slot,
                Octets.zeros(dataOffset - unpadded),
                data,
                Octets.EMPTY);
    }

    /**
     * Reads the write that a datagram carries. Offsets in errors count from the start of the datagram.
     *
     * @throws io.mailslot4j.protocol.MalformedPacketException if the user data is anything else
     */
    public static MailslotWrite decode(NetBiosDatagram datagram) {
        return read(new PacketReader(datagram.userData(), datagram.userDataOffset()));
    }

    /**
     * Reads a write. Offsets in errors count from the start of {@code smb}.
     *
     * @throws io.mailslot4j.protocol.MalformedPacketException if it is anything else
     */
    public static MailslotWrite decode(Octets smb) {
        return read(new PacketReader(smb, 0));
    }

    /** As {@link #decode(Octets)}, with the cursor at the start. */
    public static MailslotWrite read(PacketReader in) {
        Octets smb = in.whole();
        SmbHeader header = SmbHeader.read(in);
        if (header.command() != SmbHeader.TRANSACTION) {
            throw in.malformed(
                    "SMB command",
                    SmbHeader.SIZE - 4,
                    String.format(Locale.ROOT, "0x%02x is not a transaction (0x25)", header.command()));
        }
        TransactionWords words = TransactionWords.read(in);
        int dataOffset = u16le(smb, TransactionWords.DATA_OFFSET_OFFSET);
        int end = endOfName(in, smb, dataOffset);
        String slot = in.text(end - NAME_OFFSET, StandardCharsets.ISO_8859_1, "slot name");
        String trouble = troubleWithName(slot);
        if (trouble != null) {
            boolean unicode = (header.flags2() & SmbHeader.FLAGS2_UNICODE) != 0;
            throw in.malformed(
                    "slot name", slot.length(), unicode ? trouble + " (the sender says it is Unicode)" : trouble);
        }
        in.u8("slot name");
        Octets padding = in.octets(dataOffset - in.position(), "padding");
        Octets data = in.octets(u16le(smb, TransactionWords.DATA_COUNT_OFFSET), "data");
        return new MailslotWrite(header, words, slot, padding, data, in.rest());
    }

    private static int u16le(Octets smb, int at) {
        return Short.toUnsignedInt(smb.getShortLe(at));
    }

    /** Where the NUL of the name is; it must stand before the data and before the end. */
    private static int endOfName(PacketReader in, Octets smb, int dataOffset) {
        if (dataOffset > smb.size()) {
            throw in.malformed(
                    "data offset", 12, dataOffset + " is beyond the SMB message of " + smb.size() + " octets");
        }
        if (dataOffset <= NAME_OFFSET) {
            throw in.malformed("data offset", 12, dataOffset + " is not behind the slot name");
        }
        int end = smb.indexOf(0, NAME_OFFSET);
        if (end < 0 || end >= dataOffset) {
            throw in.malformed("slot name", 0, "no NUL before the data at " + dataOffset);
        }
        return end;
    }

    private static @Nullable String troubleWithName(String slot) {
        // To compare without regard to case takes long, and nearly all senders write it like that.
        if (!slot.startsWith(PREFIX) && !slot.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
            return "does not start with \\MAILSLOT\\";
        }
        if (slot.length() == PREFIX.length()) {
            return "nothing behind \\MAILSLOT\\";
        }
        if (slot.length() > MAX_NAME) {
            return slot.length() + " characters are more than " + MAX_NAME;
        }
        return null;
    }

    private static boolean hasOctetsOnly(String slot) {
        for (int i = 0; i < slot.length(); i++) {
            if (slot.charAt(i) == 0 || slot.charAt(i) > 0xFF) {
                return false;
            }
        }
        return true;
    }

    /** Where the data starts, in octets from the start of the SMB message. */
    public int dataOffset() {
        return NAME_OFFSET + slot.length() + 1 + padding.size();
    }

    /** What is odd about this message although it can be read, in words; nothing for a message by the book. */
    public List<String> oddities() {
        List<String> odd = new ArrayList<>();
        if (words.totalDataCount() != data.size()) {
            odd.add("total data count " + words.totalDataCount() + " is not the data count " + data.size());
        }
        int behindByteCount = dataOffset() - NAME_OFFSET + data.size();
        if (words.byteCount() != behindByteCount) {
            odd.add("byte count " + words.byteCount() + " is not " + behindByteCount);
        }
        if (!trailing.isEmpty()) {
            odd.add(trailing.size() + " octets behind the data");
        }
        return odd;
    }

    /** The SMB message. */
    public Octets encode() {
        PacketWriter out = new PacketWriter(dataOffset() + data.size() + trailing.size());
        header.write(out);
        words.write(out, data.size(), dataOffset());
        out.latin1(slot).u8(0);
        return out.octets(padding).octets(data).octets(trailing).done();
    }
}
