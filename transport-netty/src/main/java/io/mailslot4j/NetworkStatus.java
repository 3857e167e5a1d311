package io.mailslot4j;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a network is and how it fares.
 *
 * @param computerName our NetBIOS computer name
 * @param workgroup our domain or workgroup
 * @param listening the sockets that messages are received on; none before the first reader opens
 * @param receiveBuffer octets of receive buffer that the system granted for each; 0 while none is open
 * @param kernelDrops datagrams that the system threw away because the buffer was full, where it tells
 * @param holder the process that has these sockets and hands over to us, if it is not this one
 * @param nmbdSocket the socket at which Samba's nmbd hands over what it hears, if that has the port. To the sockets above comes
 *     only what is broadcast then; there may be none
 * @param problem why no messages come from the network, although a reader is open
 * @param namesProblem why others cannot find us by name, although that is wanted and a reader is open
 */
public record NetworkStatus(
        String computerName,
        String workgroup,
        List<InetSocketAddress> listening,
        int receiveBuffer,
        OptionalLong kernelDrops,
        OptionalLong holder,
        Optional<Path> nmbdSocket,
        Optional<NetworkException> problem,
        Optional<NetworkException> namesProblem) {

    /** Octets of receive buffer that the system is asked for, for each socket: what many give unasked holds 166 datagrams. */
    public static final int WANTED_RECEIVE_BUFFER = 4 << 20;
}
