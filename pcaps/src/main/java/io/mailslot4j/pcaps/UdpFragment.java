package io.mailslot4j.pcaps;

import io.mailslot4j.protocol.Octets;

/**
 * A fragment of an IP packet that carries UDP (RFC 791 section 3.2, RFC 8200 section 4.5). The first one starts with the UDP
 * header, the others have none. {@link FragmentAssembler} puts them together.
 *
 * @param source where it came from
 * @param destination where it went to
 * @param identification the same in all fragments of a packet, 0 to 65535, of IPv6 to 4,294,967,295
 * @param offset where {@code data} belongs in the payload of the whole IP packet, in octets, 0 to 65528
 * @param more whether this is not the last fragment
 * @param data what was captured of this piece
 * @param missing octets of this piece that were not captured
 */
public record UdpFragment(
        IpAddress source,
        IpAddress destination,
        long identification,
        int offset,
        boolean more,
        Octets data,
        int missing)
        implements FrameContent {}
