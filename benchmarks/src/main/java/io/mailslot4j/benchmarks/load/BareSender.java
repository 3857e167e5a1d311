package io.mailslot4j.benchmarks.load;

import io.mailslot4j.benchmarks.Samples;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/** The JDK's channel, and a datagram that is ready. */
final class BareSender implements Load {
    private final DatagramChannel channel = DatagramChannel.open();
    private final InetSocketAddress to;
    private final ByteBuffer packet;

    BareSender(int port) throws IOException {
        to = new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
        byte[] octets = Samples.unique(Samples.USUAL).encode().toArray();
        packet = ByteBuffer.allocateDirect(octets.length).put(octets);
    }

    @Override
    public String run(long times, Runnable running) throws IOException {
        for (long i = 0; i < times; i++) {
            channel.send(packet.flip(), to);
        }
        return "";
    }
}
