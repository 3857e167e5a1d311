package io.mailslot4j.protocol.netlogon;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
import io.mailslot4j.protocol.wire.Unsigned;

/**
 * What messages of Windows NT and later end in.
 *
 * @param version NtVersion
 * @param lmNtToken 0 to 65535: 0xFFFF
 * @param lm20Token 0 to 65535: 0xFFFF
 */
public record Trailer(NtVersion version, int lmNtToken, int lm20Token) {
    static final int SIZE = 8;

    private static final int VERSION = 4;
    private static final int TOKEN = 0xFFFF;
    private static final int TOKENS = -1;

    /** Checks the ranges. */
    public Trailer {
        Unsigned.check16(lmNtToken, "LmNtToken");
        Unsigned.check16(lm20Token, "Lm20Token");
    }

    /** With the tokens that everybody sends. */
    public static Trailer of(int version) {
        return new Trailer(new NtVersion(version), TOKEN, TOKEN);
    }

    static Trailer read(PacketReader in) {
        return new Trailer(new NtVersion(in.i32le("NtVersion")), in.u16le("LmNtToken"), in.u16le("Lm20Token"));
    }

    /** Whether the tokens that everybody sends are where those of a trailer at {@code start} would be. */
    static boolean isAt(Octets message, int start) {
        return start <= message.size() - SIZE && message.getInt(start + VERSION) == TOKENS;
    }

    /** The version of a message that ends in a trailer, behind which some senders have more octets. */
    static NtVersion versionAtEnd(PacketReader in) {
        Octets message = in.whole();
        int end = message.size() - SIZE;
        if (end < in.position()) {
            return new NtVersion(0);
        }
        int start = end;
        while (start >= in.position() && !isAt(message, start)) {
            start--;
        }
        return new NtVersion(message.getIntLe(start < in.position() ? end : start));
    }

    /** Whether there is more before the trailer, which a message of that version has. */
    static boolean isBehindMore(PacketReader in, int version) {
        return in.remaining() > SIZE
                && !isAt(in.whole(), in.position())
                && versionAtEnd(in).has(version);
    }

    /** Padding to a multiple of four, if the trailer is at the end of the message only with it. */
    static Octets readPad(PacketReader in) {
        int pad = in.remaining() - SIZE;
        boolean aligns = pad > 0 && pad == (-in.position() & 3) && !isAt(in.whole(), in.position());
        return aligns ? in.octets(pad, "padding") : Octets.EMPTY;
    }

    void write(PacketWriter out) {
        out.i32le(version.bits()).u16le(lmNtToken).u16le(lm20Token);
    }
}
