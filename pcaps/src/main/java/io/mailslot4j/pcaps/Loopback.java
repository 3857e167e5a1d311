package io.mailslot4j.pcaps;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.wire.PacketReader;
import java.util.Optional;
import java.util.Set;

/** The loopback of BSD and its relatives: an address family in four octets. */
final class Loopback {
    private static final int AF_INET = 2;
    /** AF_INET6 of NetBSD and OpenBSD, FreeBSD, Darwin, and of Windows under Npcap and Linux. */
    private static final Set<Integer> AF_INET6 = Set.of(24, 28, 30, 23, 10);

    private static final int FAMILY_BITS = 0xFFFF;

    private Loopback() {}

    /** The family in the order of the machine that captured; it is a small number, so that can be told. */
    static Optional<Octets> ofAnyOrder(Octets frame) {
        PacketReader in = new PacketReader(frame, 0);
        int family = in.i32("address family");
        return ip((family & ~FAMILY_BITS) == 0 ? family : Integer.reverseBytes(family), in);
    }

    static Optional<Octets> ofNetworkOrder(Octets frame) {
        PacketReader in = new PacketReader(frame, 0);
        return ip(in.i32("address family"), in);
    }

    private static Optional<Octets> ip(int family, PacketReader in) {
        return family == AF_INET || AF_INET6.contains(family) ? Optional.of(in.rest()) : Optional.empty();
    }
}
