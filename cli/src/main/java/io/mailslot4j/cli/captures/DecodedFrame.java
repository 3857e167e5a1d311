package io.mailslot4j.cli.captures;

import io.mailslot4j.pcaps.UdpEndpoint;
import io.mailslot4j.protocol.Octets;
import java.time.Instant;
import java.util.List;

/**
 * A frame on one of our ports.
 *
 * @param number of the frame in its file
 * @param payload of the UDP packet, or what was captured of it
 * @param missing octets of the payload that were not captured
 * @param body what it carries, as far as that could be read
 * @param notes what is odd although it could be read
 */
public record DecodedFrame(
        long number,
        Instant time,
        UdpEndpoint source,
        UdpEndpoint destination,
        Octets payload,
        int missing,
        FrameBody body,
        List<String> notes) {}
