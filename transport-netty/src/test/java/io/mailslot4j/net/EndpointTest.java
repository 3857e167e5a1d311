package io.mailslot4j.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.host.SocketKind;
import io.mailslot4j.local.PacketReceiver;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class EndpointTest {
    /** Fewer than the smallest receive buffer of any Linux holds. */
    private static final int PACKETS = 150;

    /** Takes its time over the first packet. */
    private static final class Slow implements PacketReceiver {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final AtomicInteger received = new AtomicInteger();

        @Override
        public void received(ByteBuffer packet, InetSocketAddress from, Optional<String> networkInterface) {
            begun.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            received.incrementAndGet();
        }

        @Override
        public void endOfBatch() {}

        @Override
        public void missed(int packets) {}
    }

    static Stream<SocketKind> kinds() {
        return Stream.of(SocketKind.NIO, SocketKind.best()).distinct();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatHasComeIsTakenBeforeItCloses(SocketKind kind) throws IOException, InterruptedException {
        Slow receiver = new Slow();
        ListenAddress any =
                new ListenAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Optional.empty());
        Endpoint endpoint = Endpoint.open(kind, List.of(any), List.of(), receiver);
        List<InetSocketAddress> addresses = endpoint.describe().addresses();
        Thread closing = new Thread(endpoint::close);
        try (DatagramSocket sender = new DatagramSocket()) {
            sender.send(new DatagramPacket(new byte[1], 1, addresses.get(0)));
            receiver.begun.await();
            for (int i = 1; i < PACKETS; i++) {
                sender.send(new DatagramPacket(new byte[1], 1, addresses.get(i % addresses.size())));
            }
            closing.start();
            while (closing.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        } finally {
            receiver.goOn.countDown();
            closing.join();
        }
        assertThat(receiver.received).hasValue(PACKETS);
    }
}
