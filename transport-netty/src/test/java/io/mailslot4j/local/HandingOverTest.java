package io.mailslot4j.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailslot4j.NetworkException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Those who share a port, with others that do not behave: too slow, too many, of another version, or making no sense. */
@Timeout(60)
class HandingOverTest {
    private static final InetSocketAddress SENDER = new InetSocketAddress(InetAddress.getLoopbackAddress(), 138);
    private static final PortDescription HERE = new PortDescription(List.of(SENDER), 0, 7, Optional.empty());

    @TempDir
    private Path folder;

    private final SocketLoop loop = new SocketLoop();
    private final Tally tally = new Tally();
    private PacketReceiver toAll = tally;
    private SharedPort port;
    private Path socket;

    /** Counts what comes. */
    private static final class Tally implements PacketReceiver {
        private final AtomicInteger received = new AtomicInteger();

        @Override
        public void received(ByteBuffer packet, InetSocketAddress from, Optional<String> networkInterface) {
            received.incrementAndGet();
        }

        @Override
        public void endOfBatch() {}

        @Override
        public void missed(int packets) {}
    }

    @BeforeEach
    void open() {
        RuntimeFolder meeting = RuntimeFolder.at(folder.resolve("run"));
        socket = SocketName.ofPort("key").in(meeting.create());
        port = new SharedPort(loop, meeting, "key", this::sockets, tally, () -> {});
    }

    @AfterEach
    void close() {
        port.close();
        loop.close();
    }

    private SharedPort.Sockets sockets(PacketReceiver receiver) {
        toAll = receiver;
        return new SharedPort.Sockets() {
            @Override
            public PortDescription describe() {
                return HERE;
            }

            @Override
            public void close() {}
        };
    }

    private SocketChannel connect() throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(socket));
        return channel;
    }

    private static ByteBuffer read(SocketChannel channel) throws IOException {
        return fill(channel, fill(channel, 4).getInt());
    }

    private static ByteBuffer fill(SocketChannel channel, int octets) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(octets);
        while (buffer.hasRemaining()) {
            assertThat(channel.read(buffer)).isPositive();
        }
        return buffer.flip();
    }

    /** What it is told and what it is not told come to the same sum. */
    @Test
    void whoIsTooSlowLosesTheNewestAndIsToldHowMany() throws IOException {
        port.acquire();
        try (SocketChannel member = connect()) {
            assertThat(read(member).get()).isEqualTo(PortFrames.HOLDER);
            int sent = 20_000;
            for (int i = 0; i < sent; i++) {
                toAll.received(ByteBuffer.allocate(500).putInt(0, i), SENDER, Optional.empty());
                toAll.endOfBatch();
            }
            assertThat(tally.received).hasValue(sent);
            int got = 0;
            int missed = 0;
            int end = sent;
            while (got + missed < sent) {
                // The gap is told with the first packet that finds room again.
                toAll.received(ByteBuffer.allocate(4).putInt(0, end), SENDER, Optional.empty());
                toAll.endOfBatch();
                end++;
                ByteBuffer frame = read(member);
                if (frame.get() == PortFrames.MISSED) {
                    missed += PortFrames.readMissed(frame);
                } else {
                    int number = PortFrames.readPacket(frame).octets().getInt();
                    assertThat(number).isEqualTo(got + missed);
                    got++;
                }
            }
            assertThat(missed).isPositive();
        }
    }

    @Test
    void whenTooManyShareOneMoreIsTurnedAway() throws IOException {
        port.acquire();
        List<SocketChannel> members = new ArrayList<>();
        try {
            for (int i = 0; i < Members.MOST_MEMBERS; i++) {
                SocketChannel member = connect();
                members.add(member);
                assertThat(read(member).get()).isEqualTo(PortFrames.HOLDER);
            }
            try (SharedPort another = another(loop)) {
                assertThatThrownBy(another::acquire)
                        .isInstanceOf(NetworkException.class)
                        .hasMessageContaining("as many share it as can");
            }
        } finally {
            for (SocketChannel member : members) {
                member.close();
            }
        }
    }

    /** As one that leaves because it was told to end. */
    @Test
    void whatIsOnItsWayArrivesAlsoWhenAnInterruptedThreadCloses() throws IOException {
        port.acquire();
        int sent = 500;
        try (SocketChannel member = connect()) {
            assertThat(read(member).get()).isEqualTo(PortFrames.HOLDER);
            for (int i = 0; i < sent; i++) {
                toAll.received(ByteBuffer.allocate(1000), SENDER, Optional.empty());
                toAll.endOfBatch();
            }
            CompletableFuture<Void> closed = CompletableFuture.runAsync(() -> {
                Thread.currentThread().interrupt();
                port.close();
                loop.close();
                assertThat(Thread.interrupted()).isTrue();
            });
            for (int i = 0; i < sent; i++) {
                assertThat(read(member).get()).isEqualTo(PortFrames.PACKET);
            }
            closed.join();
        }
    }

    private SharedPort another(SocketLoop theirs) {
        return new SharedPort(
                theirs, RuntimeFolder.at(folder.resolve("run")), "key", this::sockets, new Tally(), () -> {});
    }

    /** Listens under the port's name, and says this to everybody. */
    private CompletableFuture<Integer> impostor(ServerSocketChannel server, byte[] words) throws IOException {
        server.bind(UnixDomainSocketAddress.of(socket));
        return CompletableFuture.supplyAsync(() -> {
            int came = 0;
            try {
                while (true) {
                    try (SocketChannel member = server.accept()) {
                        came++;
                        member.write(ByteBuffer.wrap(words));
                    }
                }
            } catch (IOException closed) {
                return came;
            }
        });
    }

    @Test
    void aHolderOfAnotherVersionIsNamed() throws IOException {
        byte[] greeting = PortFrames.holder(HERE).array();
        greeting[5] = 99;
        CompletableFuture<Integer> connections;
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            connections = impostor(server, greeting);
            assertThatThrownBy(port::acquire)
                    .isInstanceOf(NetworkException.class)
                    .hasMessageContaining("speaks version 99");
        }
        assertThat(connections.join()).isEqualTo(1);
    }

    @Test
    void aHolderThatMakesNoSenseHarmsNobody() throws IOException {
        Random random = new Random(3);
        byte kind = PortFrames.HOLDER;
        for (int i = 0; i < 200; i++) {
            byte[] noise = new byte[1 + random.nextInt(60)];
            random.nextBytes(noise);
            noise[0] = kind;
            byte[] frame = ByteBuffer.allocate(4 + noise.length)
                    .putInt(noise.length)
                    .put(noise)
                    .array();
            CompletableFuture<Integer> connections;
            try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                connections = impostor(server, frame);
                assertThatThrownBy(port::acquire).isInstanceOf(NetworkException.class);
            }
            assertThat(connections.join()).isEqualTo(1);
            Files.delete(socket);
            kind = List.of(PortFrames.HOLDER, PortFrames.PACKET, PortFrames.MISSED, (byte) random.nextInt())
                    .get(i % 4);
        }
        assertThat(port.acquire()).isEqualTo(HERE);
        assertThat(tally.received).hasValue(0);
    }

    /** A process that waits for the port and ends would leave it taken for ever. */
    @Test
    void whoHasLeftDoesNotTakeThePort() {
        port.close();
        assertThatThrownBy(port::acquire).isInstanceOf(NetworkException.class);
        assertThat(port.isAcquired()).isFalse();
        try (SharedPort another = another(loop)) {
            assertThat(another.acquire()).isEqualTo(HERE);
        }
    }

    /** The connection breaks with the first of the packets, and there is nobody left for the second. */
    @Test
    void aMemberThatGoesInTheMiddleOfABatchHoldsUpNobody() throws IOException {
        port.acquire();
        for (int i = 0; i < 20; i++) {
            try (SocketChannel member = connect()) {
                assertThat(read(member).get()).isEqualTo(PortFrames.HOLDER);
                member.shutdownInput();
                toAll.received(ByteBuffer.allocate(500), SENDER, Optional.empty());
                toAll.received(ByteBuffer.allocate(500), SENDER, Optional.empty());
                toAll.endOfBatch();
                loop.executeAndWait(() -> {});
            }
        }
    }

    @Test
    void whoWaitsForATaskIsToldThatItFailed() throws IOException {
        port.acquire();
        assertThatThrownBy(() -> loop.executeAndWait(() -> {
                    throw new AssertionError("broken");
                }))
                .hasMessageContaining("broken");
        loop.executeAndWait(() -> {});
    }
}
