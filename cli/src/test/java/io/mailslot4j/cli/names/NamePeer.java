package io.mailslot4j.cli.names;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.SocketException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** A host on a UDP port of its own that answers questions about names as a script says. */
public final class NamePeer implements Closeable {
    private static final int LARGEST = 65_535;

    private final Function<NameServicePacket, List<NameServicePacket>> script;
    private final DatagramSocket socket;

    /** @param script the answers to a question */
    public NamePeer(Function<NameServicePacket, List<NameServicePacket>> script) throws SocketException {
        this.script = script;
        // On every address, because a socket on one does not hear broadcasts.
        this.socket = new DatagramSocket(0);
        Thread thread = new Thread(this::answer, "name peer");
        thread.setDaemon(true);
        thread.start();
    }

    public String port() {
        return Integer.toString(socket.getLocalPort());
    }

    private void answer() {
        DatagramPacket question = new DatagramPacket(new byte[LARGEST], LARGEST);
        try {
            while (true) {
                question.setLength(LARGEST);
                socket.receive(question);
                Octets octets = Octets.wrap(Arrays.copyOf(question.getData(), question.getLength()));
                for (NameServicePacket each : script.apply(NameServicePacket.decode(octets))) {
                    byte[] answer = each.encode().toArray();
                    socket.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
                }
            }
        } catch (IOException closed) {
            // Nobody asks any more.
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
