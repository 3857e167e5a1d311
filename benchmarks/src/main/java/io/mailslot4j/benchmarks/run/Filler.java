package io.mailslot4j.benchmarks.run;

import io.mailslot4j.benchmarks.Samples;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.TimeUnit;

/** Sends to sockets of this host. */
final class Filler implements AutoCloseable {
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

    /** So many a second, for so long; gives how many. */
    long sendPaced(int port, long perSecond, int seconds) throws IOException {
        InetSocketAddress to = address(port);
        long start = System.nanoTime();
        long between = TimeUnit.SECONDS.toNanos(1) / perSecond;
        for (long i = 0; i < perSecond * seconds; i++) {
            while (System.nanoTime() - start < i * between) {
                Thread.onSpinWait();
            }
            sendOne(to);
        }
        return perSecond * seconds;
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
