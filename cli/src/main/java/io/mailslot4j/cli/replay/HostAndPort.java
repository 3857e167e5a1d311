package io.mailslot4j.cli.replay;

import io.mailslot4j.protocol.Ipv4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/** Reads an IPv4 address, and the UDP port behind a colon unless it is that of datagrams. */
final class HostAndPort {
    static final int DATAGRAM_PORT = 138;

    private HostAndPort() {}

    static InetSocketAddress parse(String text) {
        String[] parts = text.split(":", 2);
        if (!Ipv4Address.isDottedQuad(parts[0])) {
            throw new IllegalArgumentException("'" + parts[0] + "' is not an IPv4 address");
        }
        return new InetSocketAddress(address(parts[0]), parts.length == 1 ? DATAGRAM_PORT : port(parts[1]));
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByAddress(Ipv4Address.parse(text).toOctets());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four octets are an address", e);
        }
    }

    private static int port(String text) {
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > 0xFFFF) {
            throw new IllegalArgumentException("'" + text + "' is not a UDP port, 1 to 65535");
        }
        return port;
    }
}
