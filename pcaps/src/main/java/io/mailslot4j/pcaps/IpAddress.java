package io.mailslot4j.pcaps;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import java.util.Optional;

/**
 * An IPv4 or IPv6 address, as it stands in a packet.
 *
 * @param octets 4 or 16
 */
public record IpAddress(Octets octets) {
    private static final int V4 = 4;
    private static final int V6 = 16;
    private static final int GROUPS = 8;

    /** Checks the length. */
    public IpAddress {
        if (octets.size() != V4 && octets.size() != V6) {
            throw new IllegalArgumentException("an IP address has 4 or 16 octets, not " + octets.size());
        }
    }

    /** The IPv4 address. */
    public static IpAddress of(Ipv4Address address) {
        return new IpAddress(Octets.wrap(address.toOctets()));
    }

    /** This address, unless it is of IPv6. */
    public Optional<Ipv4Address> ipv4() {
        return isV4() ? Optional.of(Ipv4Address.ofOctets(octets.toArray())) : Optional.empty();
    }

    /** Whether this is an address of IPv4. */
    public boolean isV4() {
        return octets.size() == V4;
    }

    /** The dotted quad, or the text form of RFC 5952 without its special cases for embedded IPv4. */
    @Override
    public String toString() {
        return isV4() ? Ipv4Address.ofOctets(octets.toArray()).toString() : groups();
    }

    private String groups() {
        int gap = 0;
        int gapLength = 1;
        for (int start = 0; start < GROUPS; start++) {
            int length = zerosFrom(start);
            if (length > gapLength) {
                gap = start;
                gapLength = length;
            }
        }
        return gapLength == 1 ? groups(0, GROUPS) : groups(0, gap) + "::" + groups(gap + gapLength, GROUPS);
    }

    private int zerosFrom(int start) {
        int end = start;
        while (end < GROUPS && group(end) == 0) {
            end++;
        }
        return end - start;
    }

    private String groups(int start, int end) {
        StringBuilder text = new StringBuilder();
        for (int i = start; i < end; i++) {
            text.append(i == start ? "" : ":").append(Integer.toHexString(group(i)));
        }
        return text.toString();
    }

    private int group(int index) {
        return octets.get(2 * index) << Byte.SIZE | octets.get(2 * index + 1);
    }
}
