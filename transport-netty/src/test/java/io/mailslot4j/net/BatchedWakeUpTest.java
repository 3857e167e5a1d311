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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Waking a reader costs more than everything else about a packet: those that wait in the socket wake it together. */
@Timeout(60)
class BatchedWakeUpTest {
    /** Fewer than the smallest receive buffer of any Linux holds, and more than Netty reads at once unless told to. */
    private static final int PACKETS = 128;

    /** Those that epoll got with the first packet, the rest, and one to spare. */
    private static final int BATCHES = 3;

    /** Counts the packets of each batch; the first packet has to wait. */
    private static final class Counting implements PacketReceiver {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final LinkedBlockingQueue<Integer> batches = new LinkedBlockingQueue<>();
        private int received;

        @Override
        public void received(ByteBuffer packet, InetSocketAddress from, Optional<String> networkInterface) {
            begun.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            received++;
        }

        @Override
        public void endOfBatch() {
            batches.add(received);
            received = 0;
        }

        @Override
        public void missed(int packets) {}
    }

    static Stream<SocketKind> kinds() {
        return Stream.of(SocketKind.NIO, SocketKind.best()).distinct();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void packetsThatWaitWakeTheirReaderTogether(SocketKind kind) throws IOException, InterruptedException {
        Counting receiver = new Counting();
        ListenAddress any =
                new ListenAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Optional.empty());
        List<Integer> batches = new ArrayList<>();
        try (Endpoint endpoint = Endpoint.open(kind, List.of(any), List.of(), receiver);
                DatagramSocket sender = new DatagramSocket()) {
            InetSocketAddress address = endpoint.describe().addresses().get(0);
            sender.send(new DatagramPacket(new byte[1], 1, address));
            receiver.begun.await();
            for (int i = 0; i < PACKETS; i++) {
                sender.send(new DatagramPacket(new byte[1], 1, address));
            }
            receiver.goOn.countDown();
            for (int received = 0; received <= PACKETS; ) {
                batches.add(receiver.batches.take());
                received += batches.get(batches.size() - 1);
            }
        } finally {
            receiver.goOn.countDown();
        }
        assertThat(batches.stream().filter(size -> size > 0).count()).isLessThanOrEqualTo(BATCHES);
    }
}
