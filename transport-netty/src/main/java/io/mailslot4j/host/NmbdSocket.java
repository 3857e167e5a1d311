package io.mailslot4j.host;

import io.mailslot4j.NetworkException;
import io.mailslot4j.NetworkException.Reason;
import io.netty.channel.IoEventLoop;
import io.netty.channel.IoRegistration;
import io.netty.channel.nio.NioIoOps;
import io.netty.channel.nio.NioSelectableChannelIoHandle;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The local socket at which Samba's nmbd hands out the datagrams that it has no use for itself, whichever name or slot they
 * are for. Every user of the host may ask for them. Its form is Samba's own affair; on 64-bit systems it is, with numbers as
 * the processor has them and the address as on the network:
 *
 * <pre>
 *   wish    0 service (4)  8 length of slot name (8)  16 transaction (4)     24 octets, then the name; none means all slots
 *   assent  0                                                                 1 octet
 *   event   0 length (8)  8 service (4)  16 time (8)  24 address (4)  28 port (4)     32 octets, then the packet
 * </pre>
 *
 * <p>Somebody for whom more than ten packets wait loses further ones, so they are read at once, by an event loop.
 * Thread-safe.
 */
public final class NmbdSocket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NmbdSocket.class);

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int WISH_LENGTH = 24;
    private static final int EVENT_LENGTH = 32;
    private static final int DATAGRAM_SERVICE = 1;
    private static final int ANY_TRANSACTION = -1;
    private static final int ADDRESS_LENGTH = 4;
    private static final int UNSIGNED_SHORT = 0xFFFF;

    /** After so many, at the latest, the loop's other sockets have their turn. */
    private static final int READS = 16;

    private final IoEventLoop loop;
    private final SocketChannel channel;
    private final SocketListener listener;
    private final Runnable lost;
    private final ByteBuffer input = ByteBuffer.allocateDirect(1 << 16).order(ByteOrder.nativeOrder());

    private NmbdSocket(IoEventLoop loop, SocketChannel channel, SocketListener listener, Runnable lost) {
        this.loop = loop;
        this.channel = channel;
        this.listener = listener;
        this.lost = lost;
    }

    /**
     * Asks for all datagrams. Not to be called in the thread of the event loop.
     *
     * @param loop one that serves sockets of the JDK
     * @param listener is given them, with where nmbd had them from
     * @param lost told, once and in the thread of the loop, if nmbd ends or says what we do not understand
     * @throws NetworkException if nobody hands them out there
     */
    public static NmbdSocket open(IoEventLoop loop, Path path, SocketListener listener, Runnable lost) {
        return open(loop, path, listener, lost, PATIENCE);
    }

    /** @param patience how long nmbd may take to assent */
    static NmbdSocket open(IoEventLoop loop, Path path, SocketListener listener, Runnable lost, Duration patience) {
        try {
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                channel.configureBlocking(false);
                channel.connect(UnixDomainSocketAddress.of(path));
                askForAll(channel, patience);
                NmbdSocket socket = new NmbdSocket(loop, channel, listener, lost);
                socket.read();
                return socket;
            } catch (IOException | RuntimeException | Error e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new NetworkException(
                    Reason.INPUT_OUTPUT, "nmbd hands nothing out at " + path + ": " + e.getMessage(), e);
        }
    }

    /** Whether anybody listens there. */
    public static boolean isThere(Path path) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.configureBlocking(false);
            return channel.connect(UnixDomainSocketAddress.of(path));
        } catch (IOException nobody) {
            return false;
        }
    }

    private static void askForAll(SocketChannel channel, Duration patience) throws IOException {
        ByteBuffer wish = ByteBuffer.allocate(WISH_LENGTH).order(ByteOrder.nativeOrder());
        channel.write(wish.putInt(0, DATAGRAM_SERVICE).putLong(8, 0).putInt(16, ANY_TRANSACTION));
        ByteBuffer assent = ByteBuffer.allocate(1);
        try (Selector selector = Selector.open()) {
            channel.register(selector, SelectionKey.OP_READ);
            if (selector.select(patience.toMillis()) == 0) {
                throw Thread.currentThread().isInterrupted()
                        ? new InterruptedIOException("interrupted")
                        : new ProtocolException("no answer for " + patience.toSeconds() + " s");
            }
        }
        if (channel.read(assent) != 1 || assent.get(0) != 0) {
            throw new ProtocolException("it does not speak as nmbd does");
        }
    }

    private void read() {
        IoRegistration registered =
                loop.register(new Reading()).syncUninterruptibly().getNow();
        // From another thread it would not wake the loop.
        loop.execute(() -> registered.submit(NioIoOps.READ));
    }

    /** What the event loop knows of us. */
    private final class Reading extends NioSelectableChannelIoHandle<SocketChannel> {
        Reading() {
            super(channel);
        }

        @Override
        protected void handle(SocketChannel ready, SelectionKey key) {
            readAll();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    private void readAll() {
        try {
            int read = 1;
            for (int i = 0; i < READS && read > 0; i++) {
                read = channel.read(input);
                handOutEvents();
            }
            if (read < 0) {
                throw new EOFException("it has ended");
            }
        } catch (IOException e) {
            LOG.debug("nmbd hands out nothing more", e);
            closeChannel();
            lost.run();
        }
        endBatch();
    }

    /** Gives what is there in whole, and keeps the rest. */
    private void handOutEvents() throws ProtocolException {
        input.flip();
        while (input.remaining() >= EVENT_LENGTH) {
            int event = input.position();
            long length = input.getLong(event);
            if (length < 0 || length > PacketSocket.MAX_PACKET) {
                throw new ProtocolException("it announces a packet of " + length + " octets");
            }
            if (input.remaining() < EVENT_LENGTH + length) {
                break;
            }
            input.position(event + EVENT_LENGTH + (int) length);
            if (input.getInt(event + 8) == DATAGRAM_SERVICE) {
                handOut(input.slice(event + EVENT_LENGTH, (int) length), sender(event));
            }
        }
        input.compact();
    }

    private InetSocketAddress sender(int event) {
        byte[] address = new byte[ADDRESS_LENGTH];
        input.get(event + 24, address);
        try {
            return new InetSocketAddress(InetAddress.getByAddress(address), input.getInt(event + 28) & UNSIGNED_SHORT);
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Whatever fails, ours or a watcher's, must not get at the event loop: an error would end it, and nobody would read. */
    private void handOut(ByteBuffer packet, InetSocketAddress from) {
        try {
            listener.received(packet, from);
        } catch (Throwable e) {
            LOG.warn("a packet could not be handled", e);
        }
    }

    private void endBatch() {
        try {
            listener.endOfBatch();
        } catch (Throwable e) {
            LOG.warn("packets could not be handled", e);
        }
    }

    private void closeChannel() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("closing {}", channel, e);
        }
    }

    /** In the event loop's thread, and not to be called in that. */
    @Override
    public void close() {
        try {
            loop.submit(this::closeChannel).awaitUninterruptibly();
        } catch (RejectedExecutionException ended) {
            closeChannel();
        }
    }
}
