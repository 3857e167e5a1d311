package io.mailslot4j.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.local.PacketReceiver;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EndpointTest {
    /** Fewer than the smallest receive buffer of any Linux holds, and more than Netty reads at once unless told to. */
    private static final int PACKETS = 128;

    /** Counts the packets of each batch, and takes its time over the first. */
    private static final class Slow implements PacketReceiver {
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

    private final Slow receiver = new Slow();

    /** One that the receiver takes its time over, and then those that wait in the socket. */
    private void sendAll(InetSocketAddress address) throws IOException, InterruptedException {
        try (DatagramSocket sender = new DatagramSocket()) {
            sender.send(new DatagramPacket(new byte[1], 1, address));
            receiver.begun.await();
            for (int i = 0; i < PACKETS; i++) {
                sender.send(new DatagramPacket(new byte[1], 1, address));
            }
        }
    }

    /** Waking a reader costs more than everything else about a packet. */
    @Test
    void packetsThatWaitWakeTheirReaderTogether() throws IOException, InterruptedException {
        List<Integer> batches = new ArrayList<>();
        try (Endpoint endpoint = Endpoint.open(ListenAddresses.rehearsal(), receiver)) {
            sendAll(endpoint.describe().addresses().get(0));
            receiver.goOn.countDown();
            for (int received = 0; received <= PACKETS; ) {
                batches.add(receiver.batches.take());
                received += batches.get(batches.size() - 1);
            }
        } finally {
            receiver.goOn.countDown();
        }
        // The first packet, the rest, and one to spare.
        assertThat(batches.stream().filter(size -> size > 0).count()).isLessThanOrEqualTo(3);
    }

    @Test
    void whatHasComeIsTakenBeforeItCloses() throws IOException, InterruptedException {
        Endpoint endpoint = Endpoint.open(ListenAddresses.rehearsal(), receiver);
        Thread closing = new Thread(endpoint::close);
        try {
            sendAll(endpoint.describe().addresses().get(0));
            closing.start();
            while (closing.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        } finally {
            receiver.goOn.countDown();
            closing.join();
        }
        assertThat(receiver.batches.stream().mapToInt(size -> size).sum()).isEqualTo(PACKETS + 1);
    }

    /** A mistake over one packet, ours or a watcher's, is not the next sender's; not even an error, which ends other loops. */
    @Test
    void aPacketThatItsReceiverFailsOverIsTheOnlyOneLost() throws IOException, InterruptedException {
        LinkedBlockingQueue<Integer> sizes = new LinkedBlockingQueue<>();
        PacketReceiver failing = new PacketReceiver() {
            @Override
            public void received(ByteBuffer packet, InetSocketAddress from, Optional<String> networkInterface) {
                sizes.add(packet.remaining());
                if (packet.remaining() == 1) {
                    throw new IllegalStateException("over a packet of one octet");
                }
                if (packet.remaining() == 2) {
                    throw new AssertionError("over a packet of two octets");
                }
            }

            @Override
            public void endOfBatch() {
                throw new AssertionError("over the batch");
            }

            @Override
            public void missed(int packets) {}
        };
        try (Endpoint endpoint = Endpoint.open(ListenAddresses.rehearsal(), failing);
                DatagramSocket sender = new DatagramSocket()) {
            InetSocketAddress address = endpoint.describe().addresses().get(0);
            for (int size = 0; size < 4; size++) {
                sender.send(new DatagramPacket(new byte[size], size, address));
            }
            assertThat(List.of(sizes.take(), sizes.take(), sizes.take(), sizes.take()))
                    .containsExactly(0, 1, 2, 3);
        }
    }
}
