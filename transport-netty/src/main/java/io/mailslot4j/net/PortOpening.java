package io.mailslot4j.net;

import io.mailslot4j.NetworkException;
import io.mailslot4j.local.PacketReceiver;
import io.mailslot4j.local.SharedPort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Opens the port that we receive on; where Samba's nmbd has it, hears what nmbd hears.
 *
 * @param nmbdSocket where nmbd hands that over, if it has this port
 * @param nmbdIsGone told when nmbd does so no longer
 */
record PortOpening(Optional<Path> nmbdSocket, Runnable nmbdIsGone) {
    /** @throws NetworkException if neither works */
    SharedPort.Sockets open(ListenAddresses addresses, PacketReceiver receiver) {
        try {
            return Endpoint.open(addresses, receiver);
        } catch (NetworkException taken) {
            Path nmbd = nmbdSocket.filter(PortOpening::mayBeThere).orElseThrow(() -> taken);
            try {
                return BesideNmbd.open(nmbd, addresses, receiver, nmbdIsGone);
            } catch (NetworkException e) {
                throw new NetworkException(taken.reason(), taken.getMessage() + "; " + e.getMessage(), taken);
            }
        }
    }

    /** Where no Samba is, nothing needs to be said of it. */
    private static boolean mayBeThere(Path socket) {
        Path folder = socket.toAbsolutePath().getParent();
        return folder != null && Files.isDirectory(folder);
    }
}
