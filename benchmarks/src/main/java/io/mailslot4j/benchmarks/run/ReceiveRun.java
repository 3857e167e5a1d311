package io.mailslot4j.benchmarks.run;

import io.mailslot4j.benchmarks.Samples;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Receiving: while a receiver is stopped its socket is filled, then it empties it. So all see the same load, whatever the
 * machine does besides. CPU time and heap, by datagram.
 */
record ReceiveRun(Programs programs, Results results, boolean group) {
    private static final int DATAGRAMS = 6000;
    private static final int WARM_UP = 12;
    private static final int ROUNDS = 12;
    private static final List<String> LOADS =
            List.of("nio-discard", "epoll-discard", "epoll-abq", "product-nio", "product-epoll", "product-100000");
    private static final List<String> LOADS_OF_GROUPS = List.of("product-nio", "product-epoll");

    void pass() throws IOException, InterruptedException {
        List<Program> receivers = new ArrayList<>();
        try {
            receivers.add(programs.c("receive", 0, Samples.USUAL));
            for (String load : group ? LOADS_OF_GROUPS : LOADS) {
                receivers.add(programs.java(load, receivers.size()));
            }
            measure(receivers);
        } finally {
            receivers.forEach(Program::close);
        }
    }

    private void measure(List<Program> receivers) throws IOException, InterruptedException {
        double[] cpu = new double[receivers.size()];
        double[] heap = new double[receivers.size()];
        try (Filler filler = new Filler(group)) {
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                for (int i = 0; i < cpu.length; i++) {
                    Program receiver = receivers.get(i);
                    receiver.await(DATAGRAMS);
                    receiver.pause();
                    long before = receiver.cpuNanos();
                    filler.send(Programs.port(i), DATAGRAMS);
                    receiver.resume();
                    long allocated = receiver.done().allocated();
                    if (round >= 0) {
                        cpu[i] += receiver.cpuNanos() - before;
                        heap[i] += allocated;
                    }
                }
            }
        }
        String suffix = group ? " group" : "";
        for (int i = 0; i < cpu.length; i++) {
            results.add(receivers.get(i).name() + suffix, cpu[i] / ROUNDS / DATAGRAMS);
            results.add(receivers.get(i).name() + suffix + " heap", heap[i] / ROUNDS / DATAGRAMS);
        }
    }

    /** Sends to sockets of this host. */
    static final class Filler implements AutoCloseable {
        private static final int FIRST_OCTET_OF_DATA = 82 + 88;

        private final DatagramChannel channel = DatagramChannel.open();
        private final ByteBuffer packet;
        private final boolean changing;
        private long sent;

        Filler(boolean group) throws IOException {
            NetBiosDatagram datagram = group ? Samples.group(Samples.USUAL) : Samples.unique(Samples.USUAL);
            byte[] octets = datagram.encode().toArray();
            packet = ByteBuffer.allocateDirect(octets.length).put(octets);
            changing = group;
        }

        void send(int port, int times) throws IOException {
            InetSocketAddress to = address(port);
            for (int i = 0; i < times; i++) {
                sendOne(to);
            }
        }

        /** So many a second, for so long. */
        void sendPaced(int port, int perSecond, int seconds) throws IOException {
            InetSocketAddress to = address(port);
            long start = System.nanoTime();
            long between = TimeUnit.SECONDS.toNanos(1) / perSecond;
            for (long i = 0; i < (long) perSecond * seconds; i++) {
                while (System.nanoTime() - start < i * between) {
                    Thread.onSpinWait();
                }
                sendOne(to);
            }
        }

        private void sendOne(InetSocketAddress to) throws IOException {
            if (changing) {
                packet.putLong(FIRST_OCTET_OF_DATA, sent).putShort(2, (short) sent);
            }
            sent++;
            channel.send(packet.flip(), to);
        }

        private static InetSocketAddress address(int port) throws IOException {
            return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
