package io.mailslot4j.net;

import io.mailslot4j.NetworkException;
import io.mailslot4j.host.NmbdSocket;
import io.mailslot4j.local.PacketReceiver;
import io.mailslot4j.local.SharedPort;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Opens the port that we receive on; where Samba's nmbd has it, hears what nmbd hears. A host that has Samba needs nmbd more
 * than us: whoever starts first, both work.
 *
 * @param nmbdSocket where nmbd hands out what it hears, if it may have this port
 * @param changed told when nmbd has started or ended, and the port is to be opened anew
 */
record PortOpening(Optional<Path> nmbdSocket, Runnable changed) {
    /** @throws NetworkException if neither works */
    SharedPort.Sockets open(ListenAddresses addresses, PacketReceiver receiver) {
        try {
            Endpoint endpoint = Endpoint.open(addresses, receiver);
            // One that is there although the port was free is in another network.
            nmbdSocket
                    .filter(socket -> !NmbdSocket.isThere(socket))
                    .ifPresent(socket -> endpoint.leaveRoomFor(socket, changed));
            return endpoint;
        } catch (NetworkException taken) {
            Path socket = nmbdSocket.orElseThrow(() -> taken);
            try {
                return BesideNmbd.open(socket, addresses, receiver, changed);
            } catch (NetworkException e) {
                throw new NetworkException(taken.reason(), taken.getMessage() + "; " + e.getMessage(), taken);
            }
        }
    }
}
