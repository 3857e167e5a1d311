package io.mailslot4j.testkit;

import io.mailslot4j.protocol.Octets;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.util.Arrays;

/**
 * A {@link ScriptedPeer} on a UDP port of the loopback interface that the system chooses, for tests with the sockets of a {@code
 * MailslotNetwork} or {@code NameService}: their {@code remotePort} is {@link #port()}. Has a thread of its own.
 */
public final class LoopbackPeer implements AutoCloseable {
    private static final int LARGEST = 65_535;

    private final ScriptedPeer script;
    private final DatagramSocket socket;

    private LoopbackPeer(ScriptedPeer script, DatagramSocket socket) {
        this.script = script;
        this.socket = socket;
    }

    /** Opens the port. */
    public static LoopbackPeer open(ScriptedPeer script) throws IOException {
        LoopbackPeer peer = new LoopbackPeer(script, new DatagramSocket(0, InetAddress.getLoopbackAddress()));
        Thread thread = new Thread(peer::serve, "scripted peer");
        thread.setDaemon(true);
        thread.start();
        return peer;
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
        try {
            while (true) {
                packet.setLength(LARGEST);
                socket.receive(packet);
                Octets octets = Octets.wrap(Arrays.copyOf(packet.getData(), packet.getLength()));
                script.received(octets).forEach(reply -> send(reply, packet.getSocketAddress()));
            }
        } catch (IOException closed) {
            // Nobody asks any more.
        }
    }

    private void send(Octets reply, SocketAddress to) {
        try {
            socket.send(new DatagramPacket(reply.toArray(), reply.size(), to));
        } catch (IOException e) {
            script.trouble("a reply of " + reply.size() + " octets to " + to + " was not sent: " + e.getMessage());
        }
    }

    /** Closes the port. */
    @Override
    public void close() {
        socket.close();
    }
}
