package io.mailslot4j.pcaps;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.wire.Unsigned;

/**
 * One end of a UDP packet.
 *
 * @param address the address
 * @param port 0 to 65535
 */
public record UdpEndpoint(IpAddress address, int port) {

    /** Checks the range. */
    public UdpEndpoint {
        Unsigned.check16(port, "UDP port");
    }

    /** An end at an IPv4 address. */
    public static UdpEndpoint of(Ipv4Address address, int port) {
        return new UdpEndpoint(IpAddress.of(address), port);
    }

    /** Address and port, such as {@code 192.0.2.7:138} or {@code [2001:db8::7]:138}. */
    @Override
    public String toString() {
        return (address.isV4() ? address.toString() : "[" + address + "]") + ":" + port;
    }
}
