package io.mailslot4j.protocol.datagram;

import io.mailslot4j.protocol.Octets;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a datagram into fragments (RFC 1001 section 17.1.2). Hardly any receiver puts fragments together, and MS-MAIL
 * forbids them for mailslot writes, so use this only towards a peer that is known to.
 */
public final class DatagramFragmenter {
    /** What RFC 1002 section 6 calls MAX_DATAGRAM_LENGTH: octets of one packet with its IP and UDP headers. */
    public static final int DEFAULT_MAX_DATAGRAM_LENGTH = 576;

    private static final int IP_AND_UDP = 28;

    private DatagramFragmenter() {}

    /**
     * Octets of UDP payload up to which a datagram is sent in one piece.
     *
     * @param maxDatagramLength octets that a packet may have, 20 of IP header and 8 of UDP header included
     */
    public static int maxPacket(int maxDatagramLength) {
        return maxDatagramLength - IP_AND_UDP;
    }

    /**
     * The packets to send for {@code datagram}: itself if it fits.
     *
     * @param maxDatagramLength octets that a packet may have, 20 of IP header and 8 of UDP header included
     * @throws IllegalArgumentException if a fragment of that size could not even hold the names
     */
    public static List<DatagramMessage> fragment(NetBiosDatagram datagram, int maxDatagramLength) {
        int room = maxPacket(maxDatagramLength) - NetBiosDatagram.NAMES_OFFSET;
        int names = datagram.namesLength();
        if (names + datagram.userData().size() <= room) {
            return List.of(datagram);
        }
        if (room <= names) {
            throw new IllegalArgumentException("packets of " + maxDatagramLength + " octets cannot hold two names of "
                    + names + " octets and data: allow at least " + (maxDatagramLength - room + names + 1));
        }
        NodeType node = datagram.header().flags().nodeType();
        Octets data = datagram.userData();
        List<DatagramMessage> fragments = new ArrayList<>();
        fragments.add(new NetBiosDatagram(
                datagram.header().with(DatagramFlags.of(node, true, true)),
                datagram.length(),
                0,
                datagram.source(),
                datagram.destination(),
                data.slice(0, room - names)));
        for (int at = room - names; at < data.size(); at += room) {
            int size = Math.min(room, data.size() - at);
            boolean more = at + size < data.size();
            fragments.add(new DatagramFragment(
                    datagram.header().with(DatagramFlags.of(node, false, more)),
                    datagram.length(),
                    names + at,
                    data.slice(at, size)));
        }
        return fragments;
    }
}
