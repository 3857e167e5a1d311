package io.mailslot4j.protocol.name;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
import java.nio.ByteBuffer;
import java.util.Locale;

/**
 * The two levels in which a NetBIOS name is encoded.
 *
 * <ul>
 *   <li>First level (RFC 1001 section 14.1): each octet becomes two letters of A to P, high half first; the scope follows
 *       behind a dot.
 *   <li>Second level (RFC 1001 section 14.2, RFC 1002 section 4.1): the 32 letters and the labels of the scope, each
 *       behind its length octet, and a zero octet.
 * </ul>
 */
public final class NetBiosNameEncoding {
    /** Octets of the second level for a name without scope. */
    public static final int LENGTH_WITHOUT_SCOPE = 34;

    private static final int LETTERS = 2 * NetBiosName.LENGTH;
    private static final int FIRST_RESERVED_LABEL_LENGTH = 0x40;
    private static final int POINTER = 0xC0;

    private NetBiosNameEncoding() {}

    /** The first level, such as {@code EGFCEFEECACACACACACACACACACACACA.NETBIOS.COM}. */
    public static String firstLevel(NetBiosName name) {
        StringBuilder text = new StringBuilder(LETTERS);
        Octets octets = name.octets();
        for (int i = 0; i < NetBiosName.LENGTH; i++) {
            int octet = octets.get(i);
            text.append((char) ('A' + (octet >> 4))).append((char) ('A' + (octet & 0xF)));
        }
        return name.scope().isEmpty()
                ? text.toString()
                : text.append('.').append(name.scope()).toString();
    }

    /** Octets of the second level of {@code name}. */
    public static int length(NetBiosName name) {
        return LENGTH_WITHOUT_SCOPE + name.scope().labels().size();
    }

    /** Writes the second level. */
    public static void write(NetBiosName name, PacketWriter out) {
        out.u8(LETTERS);
        writeLetters(name.firstEight(), out);
        writeLetters(name.lastEight(), out);
        out.octets(name.scope().labels()).u8(0);
    }

    /** Writes the second level of {@code name}, but for its scope, into {@code target} from {@code start}. */
    public static void writePlain(NetBiosName name, ByteBuffer target, int start) {
        target.put(start, (byte) LETTERS)
                .putLong(start + 1, HalfOctets.toLetters((int) (name.firstEight() >>> 32)))
                .putLong(start + 9, HalfOctets.toLetters((int) name.firstEight()))
                .putLong(start + 17, HalfOctets.toLetters((int) (name.lastEight() >>> 32)))
                .putLong(start + 25, HalfOctets.toLetters((int) name.lastEight()))
                .put(start + LENGTH_WITHOUT_SCOPE - 1, (byte) 0);
    }

    private static void writeLetters(long octets, PacketWriter out) {
        out.i64(HalfOctets.toLetters((int) (octets >>> 32))).i64(HalfOctets.toLetters((int) octets));
    }

    /** Whether {@code start} is where the second level of a name without scope is. */
    public static boolean isPlain(Octets octets, int start) {
        return octets.get(start) == LETTERS
                && octets.get(start + LENGTH_WITHOUT_SCOPE - 1) == 0
                && HalfOctets.areLetters(octets.getLong(start + 1))
                && HalfOctets.areLetters(octets.getLong(start + 9))
                && HalfOctets.areLetters(octets.getLong(start + 17))
                && HalfOctets.areLetters(octets.getLong(start + 25));
    }

    /** The name whose second level is at {@code start}, if it {@linkplain #isPlain is plain}. */
    public static NetBiosName readPlain(Octets octets, int start) {
        return NetBiosName.ofOctets(eightOctets(octets, start + 1), eightOctets(octets, start + 1 + LETTERS / 2));
    }

    /** Eight octets of a name that sixteen letters stand for, most significant octet first. */
    public static long eightOctets(Octets octets, int start) {
        long high = HalfOctets.fromLetters(octets.getLong(start));
        return (high << 32) | (HalfOctets.fromLetters(octets.getLong(start + Long.BYTES)) & 0xFFFF_FFFFL);
    }

    /**
     * Reads the second level as it stands in a datagram, where label pointers are not allowed (RFC 1002 section 4.1).
     *
     * @throws io.mailslot4j.protocol.MalformedPacketException if it is anything else than 32 letters of A to P, labels
     *     of 1 to 63 octets and a zero octet, 255 octets in all at most
     */
    public static NetBiosName read(PacketReader in, String field) {
        int labelLength = in.u8(field);
        if (labelLength != LETTERS) {
            throw in.malformed(
                    field,
                    1,
                    labelLength >= POINTER
                            ? "a label pointer, which datagrams must not have"
                            : "label length " + hex(labelLength) + " is not 0x20");
        }
        long firstEight = readEight(in, field);
        long lastEight = readEight(in, field);
        NetBiosName name = NetBiosName.ofOctets(firstEight, lastEight);
        NameScope scope = readScope(in, field);
        return scope.isEmpty() ? name : name.in(scope);
    }

    private static long readEight(PacketReader in, String field) {
        long high = readFour(in, field);
        return (high << 32) | (readFour(in, field) & 0xFFFF_FFFFL);
    }

    private static int readFour(PacketReader in, String field) {
        if (in.remaining() >= Long.BYTES) {
            long letters = in.peekI64();
            if (HalfOctets.areLetters(letters)) {
                in.skip(Long.BYTES, field);
                return HalfOctets.fromLetters(letters);
            }
        }
        // One of the next octets is wrong, or missing: this finds which.
        while (true) {
            int octet = in.u8(field);
            if (octet < 'A' || octet > 'P') {
                throw in.malformed(field, 1, "octet " + hex(octet) + " is not a letter of A to P");
            }
        }
    }

    private static NameScope readScope(PacketReader in, String field) {
        int labelLength = in.u8(field);
        if (labelLength == 0) {
            return NameScope.EMPTY;
        }
        PacketWriter labels = new PacketWriter(32);
        int size = 0;
        for (; labelLength != 0; labelLength = in.u8(field)) {
            if (labelLength >= FIRST_RESERVED_LABEL_LENGTH) {
                throw in.malformed(
                        field,
                        1,
                        labelLength >= POINTER
                                ? "a label pointer, which datagrams must not have"
                                : "label length " + hex(labelLength) + " is over 63");
            }
            size += 1 + labelLength;
            if (size > NameScope.MAX_ENCODED) {
                throw in.malformed(field, 1, "longer than 255 octets");
            }
            labels.u8(labelLength).octets(in.octets(labelLength, field));
        }
        return new NameScope(labels.done());
    }

    private static String hex(int octet) {
        return String.format(Locale.ROOT, "0x%02x", octet);
    }
}
