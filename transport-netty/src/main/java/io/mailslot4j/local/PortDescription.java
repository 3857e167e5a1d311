package io.mailslot4j.local;

import java.net.InetSocketAddress;
import java.util.List;

/**
 * What a process has of a UDP port.
 *
 * @param addresses the sockets
 * @param receiveBuffer octets of receive buffer that each has
 * @param process which process it is
 */
public record PortDescription(List<InetSocketAddress> addresses, int receiveBuffer, long process) {}
