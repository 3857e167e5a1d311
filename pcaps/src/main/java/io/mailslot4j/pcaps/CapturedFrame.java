package io.mailslot4j.pcaps;

import io.mailslot4j.protocol.Octets;
import java.time.Instant;

/**
 * One frame of a capture file.
 *
 * @param number 1 for the first frame of the file, as tshark counts
 * @param time when it was captured, as finely as the file has it but no finer than nanoseconds; 1970 if it has none
 * @param linkType how {@code octets} start
 * @param originalLength octets the frame had on the wire, 0 to 4,294,967,295; more than {@code octets} has if the capture
 *     program cut it
 * @param octets what was captured of it
 */
public record CapturedFrame(long number, Instant time, LinkType linkType, long originalLength, Octets octets) {

    /**
     * A frame with nothing around the IP packet, to be written.
     *
     * @throws IllegalArgumentException as {@link UdpPacket#toIpPacket()}
     */
    public static CapturedFrame of(long number, Instant time, UdpPacket packet) {
        Octets octets = packet.toIpPacket();
        return new CapturedFrame(number, time, LinkType.RAW, octets.size(), octets);
    }
}
