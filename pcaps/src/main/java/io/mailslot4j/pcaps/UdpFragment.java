package io.mailslot4j.pcaps;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;

/**
 * A fragment of an IPv4 packet that carries UDP (RFC 791 section 3.2). Fragments are not put together here; the first one
 * starts with the UDP header, the others have none.
 *
 * @param source where it came from
 * @param destination where it went to
 * @param identification the same in all fragments of a packet, 0 to 65535
 * @param offset where {@code data} belongs in the payload of the whole IP packet, in octets, 0 to 65528
 * @param more whether this is not the last fragment
 * @param data what was captured of this piece
 */
public record UdpFragment(
        Ipv4Address source, Ipv4Address destination, int identification, int offset, boolean more, Octets data)
        implements FrameContent {}
