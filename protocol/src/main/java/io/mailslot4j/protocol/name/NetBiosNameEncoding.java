package io.mailslot4j.protocol.name;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
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
        for (int i = 0; i < NetBiosName.LENGTH; i++) {
            int octet = name.octets().get(i);
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
        for (int i = 0; i < NetBiosName.LENGTH; i++) {
            int octet = name.octets().get(i);
            out.u8('A' + (octet >> 4)).u8('A' + (octet & 0xF));
        }
        out.octets(name.scope().labels()).u8(0);
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
        byte[] octets = new byte[NetBiosName.LENGTH];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) ((half(in, field) << 4) | half(in, field));
        }
        return NetBiosName.ofOctets(Octets.wrap(octets)).in(readScope(in, field));
    }

    private static int half(PacketReader in, String field) {
        int half = in.u8(field) - 'A';
        if (half < 0 || half > 0xF) {
            throw in.malformed(field, 1, "octet " + hex(half + 'A') + " is not a letter of A to P");
        }
        return half;
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
