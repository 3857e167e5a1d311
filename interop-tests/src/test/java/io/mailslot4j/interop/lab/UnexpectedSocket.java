package io.mailslot4j.interop.lab;

import io.mailslot4j.protocol.Octets;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * nmbd's socket for packets that it has no use for itself: it gives them to any local program that asks.
 *
 * <pre>
 *   subscribe  0 type (4)  8 length of slot name (8)  16 transaction (4)     24 octets, then the name; none means all
 *   event      0 length of packet (8)  8 type (4)  16 time (8)  24 address (4)  28 port (4)    32 octets, then the packet
 * </pre>
 */
public final class UnexpectedSocket implements AutoCloseable {
    private static final int SUBSCRIBE_LENGTH = 24;
    private static final int EVENT_LENGTH = 32;
    private static final int DATAGRAM_SERVICE = 1;
    private static final int ANY_TRANSACTION = -1;
    private static final int LONGEST_PACKET = 4096;

    private final SocketChannel channel;
    private final BlockingQueue<Octets> packets = new LinkedBlockingQueue<>();

    private UnexpectedSocket(SocketChannel channel) {
        this.channel = channel;
    }

    /** Asks for all datagrams, of all slots, that nmbd has no use for. */
    static UnexpectedSocket subscribe(Path path) {
        try {
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            channel.connect(UnixDomainSocketAddress.of(path));
            UnexpectedSocket socket = new UnexpectedSocket(channel);
            socket.subscribe();
            Thread reader = new Thread(socket::readPackets, "nmbd's unexpected packets");
            reader.setDaemon(true);
            reader.start();
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void subscribe() throws IOException {
        ByteBuffer wish = ByteBuffer.allocate(SUBSCRIBE_LENGTH).order(ByteOrder.nativeOrder());
        channel.write(wish.putInt(0, DATAGRAM_SERVICE).putLong(8, 0).putInt(16, ANY_TRANSACTION));
        if (read(1).get() != 0) {
            throw new IOException("nmbd refuses the subscription");
        }
    }

    private void readPackets() {
        try {
            while (channel.isOpen()) {
                ByteBuffer event = read(EVENT_LENGTH);
                packets.add(Octets.wrap(read(Math.toIntExact(event.getLong(0))).array()));
            }
        } catch (IOException closedMeanwhile) {
            // Either end has closed: what came before is all there is.
        }
    }

    private ByteBuffer read(int octets) throws IOException {
        if (octets > LONGEST_PACKET) {
            throw new IOException("nmbd announces " + octets + " octets");
        }
        ByteBuffer buffer = ByteBuffer.allocate(octets).order(ByteOrder.nativeOrder());
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException();
            }
        }
        return buffer.flip();
    }

    /** Waits for the next packet. */
    public Octets next() throws InterruptedException {
        Octets packet = packets.poll(Waiting.LONGEST.toSeconds(), TimeUnit.SECONDS);
        if (packet == null) {
            throw new IllegalStateException("nmbd handed nothing over");
        }
        return packet;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
