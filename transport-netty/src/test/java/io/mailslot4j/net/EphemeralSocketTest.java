package io.mailslot4j.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailslot4j.protocol.Ipv4Address;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EphemeralSocketTest {
    private static final Ipv4Address HERE = Ipv4Address.parse("127.0.0.1");
    /** Enough for a direct line, and for it to be used. */
    private static final int MANY = 3 * DirectLine.WORTHWHILE;

    private final EphemeralSocket socket = new EphemeralSocket();
    private final Set<Integer> ports = new HashSet<>();

    @AfterEach
    void close() {
        socket.close();
    }

    private static DatagramSocket listener() throws SocketException {
        return new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    /** A port that nobody else gets. Who has it hears only itself, and so the system says of it that nobody listens. */
    private static DatagramSocket reserved() throws SocketException {
        DatagramSocket socket = shared(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        socket.connect(socket.getLocalSocketAddress());
        return socket;
    }

    private static DatagramSocket shared(InetSocketAddress address) throws SocketException {
        DatagramSocket socket = new DatagramSocket(null);
        socket.setReuseAddress(true);
        socket.bind(address);
        return socket;
    }

    private static InetSocketAddress addressOf(DatagramSocket listener) {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    private void send(int content, InetSocketAddress to) throws IOException {
        socket.send(ByteBuffer.wrap(new byte[] {(byte) content}), HERE, to);
    }

    private int receivedBy(DatagramSocket listener) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[2], 2);
        listener.receive(packet);
        assertThat(packet.getLength()).isEqualTo(1);
        ports.add(packet.getPort());
        return packet.getData()[0];
    }

    @Test
    void manyPacketsForOneDestinationArriveInOrder() throws IOException {
        try (DatagramSocket listener = listener()) {
            for (int i = 0; i < MANY; i++) {
                send(i, addressOf(listener));
                assertThat(socket.port()).isNotZero();
            }
            for (int i = 0; i < MANY; i++) {
                assertThat(receivedBy(listener)).isEqualTo(i);
            }
            assertThat(ports).as("at first any socket, then one of its own").hasSize(2);
            assertThat(ports).contains(socket.port());
        }
    }

    @Test
    void eachPacketArrivesWhereItIsSentTo() throws IOException {
        try (DatagramSocket one = listener();
                DatagramSocket other = listener()) {
            for (int i = 0; i < MANY; i++) {
                send(1, addressOf(one));
            }
            for (int i = 0; i < MANY; i++) {
                send(2, addressOf(other));
                send(3, addressOf(one));
            }
            for (int i = 0; i < MANY; i++) {
                assertThat(receivedBy(one)).isEqualTo(1);
            }
            for (int i = 0; i < MANY; i++) {
                assertThat(receivedBy(one)).isEqualTo(3);
                assertThat(receivedBy(other)).isEqualTo(2);
            }
        }
    }

    /** The system tells a connected socket that nobody listened, in place of sending its next packet. */
    @Test
    void nobodyListeningIsNoErrorAndWhoeverListensNextMissesNothing() throws IOException {
        try (DatagramSocket port = reserved()) {
            for (int i = 0; i < MANY; i++) {
                send(i, addressOf(port));
            }
            try (DatagramSocket listener = shared(addressOf(port))) {
                for (int i = 0; i < MANY; i++) {
                    send(i, addressOf(listener));
                }
                for (int i = 0; i < MANY; i++) {
                    assertThat(receivedBy(listener)).isEqualTo(i);
                }
            }
        }
    }

    @Test
    void whoeverStopsListeningIsHeardAgainOnReturn() throws IOException {
        try (DatagramSocket port = reserved()) {
            try (DatagramSocket listener = shared(addressOf(port))) {
                for (int i = 0; i < MANY; i++) {
                    send(i, addressOf(listener));
                }
            }
            // To a socket that is connected by now.
            send(1, addressOf(port));
            try (DatagramSocket listener = shared(addressOf(port))) {
                send(2, addressOf(listener));
                assertThat(receivedBy(listener)).isEqualTo(2);
            }
        }
    }

    @Test
    void nothingIsSentAfterItIsClosed() throws IOException {
        try (DatagramSocket listener = listener()) {
            for (int i = 0; i < MANY; i++) {
                send(i, addressOf(listener));
            }
            socket.close();
            assertThat(socket.port()).isZero();
            assertThatThrownBy(() -> send(1, addressOf(listener)))
                    .isInstanceOf(IOException.class)
                    .hasMessage("closed");
        }
    }
}
