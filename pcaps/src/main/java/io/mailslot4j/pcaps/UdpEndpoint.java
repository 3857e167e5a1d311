package io.mailslot4j.pcaps;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.wire.Unsigned;

/**
 * One end of a UDP packet.
 *
 * @param address the IPv4 address
 * @param port 0 to 65535
 */
public record UdpEndpoint(Ipv4Address address, int port) {

    /** Checks the range. */
    public UdpEndpoint {
        Unsigned.check16(port, "UDP port");
    }

    /** Address and port, such as {@code 192.0.2.7:138}. */
    @Override
    public String toString() {
        return address + ":" + port;
    }
}
