package io.mailslot4j.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.NetworkStatus;
import io.mailslot4j.host.Interfaces;
import io.mailslot4j.local.PacketReceiver;
import io.mailslot4j.local.SocketLoop;
import io.mailslot4j.nameservice.NameService;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.mailslot.SizeLimit;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ReceptionTest {
    private static final NetBiosName PC = NetBiosName.of("PC", NameSuffix.WORKSTATION);
    private static final Duration SHORT = Duration.ofMillis(20);

    @TempDir
    private Path folder;

    private final SocketLoop loop = new SocketLoop();
    private final NameService names = NameService.create();
    private final BlockingQueue<Integer> sizes = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        names.close();
        loop.close();
    }

    private NetworkOptions options(int port, boolean shared) {
        return new NetworkOptions(
                PC,
                PC,
                List.of(),
                false,
                true,
                false,
                false,
                List.of("127.0.0.1"),
                port,
                port,
                NodeType.B,
                SizeLimit.WINDOWS,
                Integer.MAX_VALUE,
                Map.of(),
                Duration.ZERO,
                Optional.empty(),
                shared,
                Optional.of(folder.resolve("run")),
                Optional.empty(),
                Optional.empty(),
                1 << 20);
    }

    private Reception reception(NetworkOptions options) {
        PacketReceiver receiver = new PacketReceiver() {
            @Override
            public void received(ByteBuffer packet, InetSocketAddress from, Optional<String> networkInterface) {
                sizes.add(packet.remaining());
            }

            @Override
            public void endOfBatch() {}

            @Override
            public void missed(int packets) {}
        };
        return new Reception(
                options,
                new Interfaces(options.interfaces()),
                new Naming(options, names),
                loop,
                new Folders(options.folder(), options.portFolder()),
                receiver,
                SHORT);
    }

    /** Such as Samba's nmbd, when it is stopped. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void thePortThatAProgramOfOthersGivesBackIsTaken(boolean shared) throws IOException, InterruptedException {
        try (DatagramSocket sender = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            DatagramSocket taken = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            int port = taken.getLocalPort();
            try (Reception reception = reception(options(port, shared))) {
                try (taken) {
                    reception.listen();
                    assertThat(status(reception).problem()).isPresent();
                }
                while (status(reception).problem().isPresent()) {
                    LockSupport.parkNanos(SHORT.toNanos());
                }
                assertThat(status(reception).listening()).isNotEmpty();
                sender.send(new DatagramPacket(new byte[7], 7, InetAddress.getLoopbackAddress(), port));
                assertThat(sizes.take()).isEqualTo(7);
            }
        }
    }

    private static NetworkStatus status(Reception reception) {
        return reception.status(PC, PC);
    }
}
