package io.mailslot4j.local;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection of the {@link SocketLoop}, on whose thread everything here happens. */
final class Connection {
    private static final Logger LOG = LoggerFactory.getLogger("io.mailslot4j.local");
    /** Others want to be heard too. */
    private static final int FRAMES_A_TURN = 64;
    /** The JDK keeps a buffer of its own, as long as what is read at once. */
    private static final int OCTETS_A_READ = 1 << 16;

    private final SocketLoop loop;
    private final SocketChannel channel;
    private final Role role;
    private final SelectionKey key;

    private final ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);
    private @Nullable ByteBuffer frame;
    private @Nullable ByteBuffer expected;
    private byte[] target = new byte[0];
    private long heard = System.nanoTime();

    private final ArrayDeque<ByteBuffer> unsent = new ArrayDeque<>();
    private long unsentOctets;
    private boolean leaving;
    private boolean closed;
    private final CompletableFuture<Void> gone = new CompletableFuture<>();

    Connection(SocketLoop loop, SocketChannel channel, Role role, SelectionKey key) {
        this.loop = loop;
        this.channel = channel;
        this.role = role;
        this.key = key;
    }

    Role role() {
        return role;
    }

    void open() {
        run(() -> role.opened(this));
    }

    private interface Step {
        void run() throws IOException;
    }

    /** Whatever goes wrong here ends this connection, and nothing else. */
    private void run(Step step) {
        try {
            step.run();
        } catch (EOFException end) {
            close();
        } catch (Throwable e) {
            LOG.debug("a connection ends", e);
            close();
        }
    }

    /** Does what the selector found possible. */
    void ready() {
        if (key.isValid() && key.isWritable()) {
            run(this::flush);
        }
        if (key.isValid() && key.isReadable()) {
            try {
                run(this::read);
            } finally {
                role.endOfBatch();
            }
        }
    }

    private void read() throws IOException {
        for (int frames = 0; frames < FRAMES_A_TURN && isReading(); frames++) {
            ByteBuffer bulk = expected;
            if (bulk != null) {
                if (!fill(bulk)) {
                    return;
                }
                expected = null;
                byte[] octets = target;
                target = new byte[0];
                role.receivedAll(this, octets);
            } else if (readFrame()) {
                ByteBuffer whole = frame;
                frame = null;
                if (whole != null) {
                    role.received(this, whole.flip());
                }
            } else {
                return;
            }
        }
    }

    private boolean isReading() {
        return !closed && (key.interestOps() & SelectionKey.OP_READ) != 0;
    }

    private boolean readFrame() throws IOException {
        ByteBuffer body = frame;
        if (body == null) {
            if (!fill(length)) {
                return false;
            }
            int octets = length.getInt(0);
            length.clear();
            if (octets < 1 || octets > Frames.LONGEST) {
                throw new IOException("broken frame of " + octets + " octets");
            }
            body = ByteBuffer.allocate(octets);
            frame = body;
        }
        return fill(body);
    }

    /** Whether {@code buffer} is full now. */
    private boolean fill(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            int end = buffer.limit();
            buffer.limit(Math.min(end, buffer.position() + OCTETS_A_READ));
            int octets = channel.read(buffer);
            buffer.limit(end);
            if (octets < 0) {
                throw new EOFException();
            }
            if (octets == 0) {
                return false;
            }
            heard = System.nanoTime();
        }
        return true;
    }

    /** What comes next are bare octets, as many as {@code room} has. */
    void expect(byte[] room) {
        target = room;
        heard = System.nanoTime();
        expected = ByteBuffer.wrap(room);
    }

    /** Whether the other side has stopped in the middle of a frame or of what it was granted, and not gone on since then. */
    boolean isSilentSince(long nanoTime) {
        boolean inTheMiddle = expected != null || frame != null || length.position() > 0;
        return inTheMiddle && heard - nanoTime < 0;
    }

    /** Reads no more, so that the other side waits. */
    void pause() {
        key.interestOpsAnd(~SelectionKey.OP_READ);
    }

    /** Reads again. */
    void resume() {
        if (key.isValid()) {
            key.interestOpsOr(SelectionKey.OP_READ);
        }
    }

    /** Sends what can be sent, and the rest as soon as that can be. */
    void send(ByteBuffer octets) {
        unsent.add(octets);
        unsentOctets += octets.remaining();
        if (unsent.size() == 1) {
            run(this::flush);
        }
    }

    /** Octets that the other side has not yet taken from us, and the system has no room for. */
    long unsentOctets() {
        return unsentOctets;
    }

    private void flush() throws IOException {
        for (ByteBuffer next = unsent.peek(); next != null; next = unsent.peek()) {
            unsentOctets -= channel.write(next);
            if (next.hasRemaining()) {
                key.interestOpsOr(SelectionKey.OP_WRITE);
                return;
            }
            unsent.remove();
        }
        if (leaving) {
            close();
            return;
        }
        key.interestOpsAnd(~SelectionKey.OP_WRITE);
    }

    /** Ends when the other side has everything, which the result tells. */
    CompletableFuture<Void> closeWhenSent() {
        leaving = true;
        if (unsent.isEmpty()) {
            close();
        }
        return gone;
    }

    void close() {
        if (closed) {
            return;
        }
        closed = true;
        key.cancel();
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("closing a connection", e);
        }
        loop.forget(this);
        try {
            role.closed(this);
        } finally {
            gone.complete(null);
        }
    }
}
