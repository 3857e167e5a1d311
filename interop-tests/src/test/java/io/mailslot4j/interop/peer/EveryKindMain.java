package io.mailslot4j.interop.peer;

import io.mailslot4j.protocol.Octets;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/** Sends {@link EveryKind} from the ports of the services to those of another host, whose address is the argument. */
public final class EveryKindMain {
    private EveryKindMain() {}

    /** Sends, and ends. */
    public static void main(String[] args) throws IOException {
        InetAddress other = InetAddress.getAllByName(args[0])[0];
        send(137, other, EveryKind.namePackets());
        send(138, other, EveryKind.datagrams());
    }

    private static void send(int port, InetAddress other, List<Octets> packets) throws IOException {
        try (DatagramSocket socket = new DatagramSocket(port)) {
            for (Octets packet : packets) {
                socket.send(new DatagramPacket(packet.toArray(), packet.size(), new InetSocketAddress(other, port)));
            }
        }
    }
}
