package io.mailslot4j.protocol.netlogon;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
import java.math.BigInteger;

/**
 * A security identifier behind its size, in 32 bits, and padding to a multiple of four (MS-DTYP section 2.4.2.2). Without an
 * identifier the size is zero.
 *
 * @param pad octets between the size and the identifier
 * @param octets the identifier
 */
public record Sid(Octets pad, Octets octets) {
    /** No identifier. */
    public static final Sid NONE = new Sid(Octets.EMPTY, Octets.EMPTY);

    private static final int FIXED = 8;
    private static final int MAX_PAD = 3;

    static Sid read(PacketReader in) {
        int size = in.i32le("domain SID size");
        int behind = in.remaining() - Trailer.SIZE;
        if (size < 0 || size > behind) {
            throw in.malformed("domain SID size", Integer.BYTES, Integer.toUnsignedString(size) + " octets do not fit");
        }
        int pad = behind - size;
        int byTheRule = size == 0 ? 0 : -in.position() & MAX_PAD;
        if (pad > MAX_PAD || Trailer.isAt(in.whole(), in.position() + byTheRule + size)) { // More follows than should.
            pad = byTheRule;
        }
        return new Sid(in.octets(pad, "padding"), in.octets(size, "domain SID"));
    }

    void write(PacketWriter out) {
        out.i32le(octets.size()).octets(pad).octets(octets);
    }

    /** As usual, such as {@code S-1-5-21-1-2-3}; hex digits if it is none; empty without one. */
    @Override
    public String toString() {
        if (octets.size() < FIXED || octets.size() != FIXED + Integer.BYTES * octets.get(1)) {
            return octets.toHex();
        }
        PacketReader in = new PacketReader(octets, 0);
        StringBuilder text = new StringBuilder("S-").append(in.u8("revision"));
        int count = in.u8("sub-authority count");
        text.append('-').append(new BigInteger(1, in.octets(6, "authority").toArray()));
        for (int i = 0; i < count; i++) {
            text.append('-').append(Integer.toUnsignedString(in.i32le("sub-authority")));
        }
        return text.toString();
    }
}
