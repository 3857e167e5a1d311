package io.mailslot4j.local;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a process has of a UDP port.
 *
 * @param addresses the sockets; none if all comes by that of nmbd
 * @param receiveBuffer octets of receive buffer that each has; 0 if there is none
 * @param process which process it is
 * @param nmbdSocket where Samba's nmbd hands over what it hears, if that has the port
 */
public record PortDescription(
        List<InetSocketAddress> addresses, int receiveBuffer, long process, Optional<Path> nmbdSocket) {}
