package io.mailslot4j.pcaps;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.wire.Unsigned;
import java.util.Optional;

/**
 * How the frames of a capture start, by the numbers of the tcpdump registry (tcpdump.org, link-layer header types). Any
 * number may stand in a file; the constants are those whose frames can be read.
 *
 * @param number 0 to 65535
 */
public record LinkType(int number) {
    /** 0: BSD loopback, the address family in the octet order of the capturing machine. */
    public static final LinkType NULL = new LinkType(0);
    /** 1: Ethernet. */
    public static final LinkType ETHERNET = new LinkType(1);
    /** 9: PPP, with or without the HDLC address and control. */
    public static final LinkType PPP = new LinkType(9);
    /** 50: PPP in HDLC-like framing. */
    public static final LinkType PPP_HDLC = new LinkType(50);
    /** 101: IPv4 or IPv6 packets. */
    public static final LinkType RAW = new LinkType(101);
    /** 105: IEEE 802.11 wireless. */
    public static final LinkType IEEE802_11 = new LinkType(105);
    /** 108: OpenBSD loopback, the address family in network order. */
    public static final LinkType LOOP = new LinkType(108);
    /** 113: Linux "cooked" capture, as of the device {@code any}. */
    public static final LinkType LINUX_SLL = new LinkType(113);
    /** 127: Radiotap in front of IEEE 802.11. */
    public static final LinkType IEEE802_11_RADIOTAP = new LinkType(127);
    /** 228: IPv4 packets. */
    public static final LinkType IPV4 = new LinkType(228);
    /** 229: IPv6 packets. */
    public static final LinkType IPV6 = new LinkType(229);
    /** 276: Linux "cooked" capture, second version. */
    public static final LinkType LINUX_SLL2 = new LinkType(276);

    /** DLT_RAW of most systems and of OpenBSD, which got into files before 101 was agreed on. */
    private static final int RAW_12 = 12;

    private static final int RAW_14 = 14;

    /** Checks the range. */
    public LinkType {
        Unsigned.check16(number, "link type");
    }

    /** Whether we can look into such frames. */
    public boolean isRead() {
        return switch (number) {
            case 0, 1, 9, RAW_12, RAW_14, 50, 101, 105, 108, 113, 127, 228, 229, 276 -> true;
            default -> false;
        };
    }

    /**
     * The IP packet in a frame, with whatever follows it there, or empty if the frame holds something else.
     *
     * @throws io.mailslot4j.protocol.MalformedPacketException if the frame ends before that can be told
     */
    Optional<Octets> ip(Octets frame) {
        return switch (number) {
            case 0 -> Loopback.ofAnyOrder(frame);
            case 1 -> Ethernet.ip(frame);
            case 9, 50 -> Ppp.ip(frame);
            case RAW_12, RAW_14, 101, 228, 229 -> Optional.of(frame);
            case 105 -> Wireless.ip(frame);
            case 108 -> Loopback.ofNetworkOrder(frame);
            case 113 -> LinuxCooked.ip(frame);
            case 127 -> Wireless.behindRadiotap(frame);
            case 276 -> LinuxCooked.ip2(frame);
            default -> Optional.empty();
        };
    }
}
