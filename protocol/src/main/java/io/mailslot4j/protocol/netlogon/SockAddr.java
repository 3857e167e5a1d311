package io.mailslot4j.protocol.netlogon;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.wire.PacketReader;
import io.mailslot4j.protocol.wire.PacketWriter;
import io.mailslot4j.protocol.wire.Unsigned;

/**
 * The address of a domain controller, as a {@code sockaddr_in} behind its size (MS-ADTS section 6.3.1.9).
 *
 * @param family 0 to 65535: 2
 * @param port 0 to 65535: 0
 * @param address the address
 * @param zero eight octets of zero
 */
public record SockAddr(int family, int port, Ipv4Address address, Octets zero) {
    static final int SIZE = 16;

    private static final int AF_INET = 2;
    private static final int ZERO = 8;

    /** Checks the ranges. */
    public SockAddr {
        Unsigned.check16(family, "address family");
        Unsigned.check16(port, "port");
        if (zero.size() != ZERO) {
            throw new IllegalArgumentException("a sockaddr_in has " + ZERO + " octets of zero");
        }
    }

    /** The address of a domain controller. */
    public static SockAddr of(Ipv4Address address) {
        return new SockAddr(AF_INET, 0, address, Octets.zeros(ZERO));
    }

    /** Whether one comes next. Some senders forget the bit of NtVersion that says so. */
    static boolean isNext(PacketReader in) {
        return in.remaining() >= 1 + SIZE + Trailer.SIZE
                && in.whole().get(in.position()) == SIZE
                && in.whole().get(in.position() + 1) == AF_INET
                && in.whole().get(in.position() + 2) == 0;
    }

    static SockAddr read(PacketReader in) {
        in.u8("DC address size");
        return new SockAddr(
                in.u16le("DC address family"),
                in.u16("DC address port"),
                in.ipv4("DC address"),
                in.octets(ZERO, "DC address padding"));
    }

    void write(PacketWriter out) {
        out.u8(SIZE).u16le(family).u16(port).ipv4(address).octets(zero);
    }
}
