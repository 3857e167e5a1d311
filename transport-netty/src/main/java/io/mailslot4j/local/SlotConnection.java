package io.mailslot4j.local;

import io.mailslot4j.delivery.LocalOutcome;
import io.mailslot4j.delivery.LocalPut;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The writer's side of a connection with a reader in another process. Belongs to one thread at a time, but for closing. */
final class SlotConnection implements Closeable {
    private static final int OCTETS_A_WRITE = 1 << 16;

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final Duration patience;
    private Frames.@Nullable Greeting greeting;

    private SlotConnection(SocketChannel channel, Duration patience) throws IOException {
        this.channel = channel;
        this.patience = patience;
        selector = Selector.open();
        try {
            key = channel.register(selector, SelectionKey.OP_READ);
        } catch (IOException | RuntimeException e) {
            selector.close();
            throw e;
        }
    }

    /**
     * Connects with whoever listens.
     *
     * @param patience how long the other side may be silent when it is its turn
     * @param givenUp whether there is no use in waiting any longer
     * @throws ProtocolException if it has no room for longer
     * @throws AsynchronousCloseException if it is given up
     * @throws InterruptedIOException if the thread is interrupted before
     * @throws IOException if nobody listens
     */
    static SlotConnection open(Path socket, Duration patience, BooleanSupplier givenUp) throws IOException {
        SocketChannel channel = LocalSocket.connect(socket, patience, givenUp);
        try {
            return new SlotConnection(channel, patience);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * What the reader says of itself, first of all.
     *
     * @throws IOException as {@link #put}
     */
    Frames.Greeting greeting() throws IOException {
        Frames.Greeting known = greeting;
        if (known != null) {
            return known;
        }
        ByteBuffer frame = receive();
        byte kind = frame.get();
        if (kind != Frames.GREETING) {
            throw new ProtocolException(
                    kind == Frames.BUSY ? "too many processes write to it" : "broken frame of kind " + kind);
        }
        Frames.Greeting first = Frames.readGreeting(frame);
        greeting = first;
        return first;
    }

    /** Whether the other side has ended the connection: it says nothing before it is asked, and nothing after. */
    boolean isOver() {
        try {
            return channel.read(ByteBuffer.allocate(1)) != 0;
        } catch (IOException e) {
            return true;
        }
    }

    /**
     * Puts a message, and waits until it is known what became of it.
     *
     * @throws ProtocolException if the other side is silent, or says what it must not
     * @throws InterruptedIOException if the thread is interrupted before
     * @throws IOException if the connection ends before
     */
    LocalOutcome put(LocalPut put) throws IOException {
        if (put.payload().size() <= Frames.LONGEST_AT_ONCE) {
            send(Frames.put(put));
        } else {
            send(Frames.announcement(put));
            ByteBuffer answer = receive();
            byte kind = answer.get();
            if (kind != Frames.GRANTED) {
                return outcome(kind, answer);
            }
            int size = put.payload().size();
            for (int at = 0; at < size; at += OCTETS_A_WRITE) {
                int octets = Math.min(OCTETS_A_WRITE, size - at);
                send(ByteBuffer.wrap(put.payload().slice(at, octets).toArray()));
            }
        }
        ByteBuffer answer = receive();
        return outcome(answer.get(), answer);
    }

    private static LocalOutcome outcome(byte kind, ByteBuffer frame) throws IOException {
        if (kind != Frames.OUTCOME) {
            throw new ProtocolException("broken frame of kind " + kind);
        }
        return Frames.readOutcome(frame);
    }

    private void send(ByteBuffer octets) throws IOException {
        channel.write(octets);
        while (octets.hasRemaining()) {
            await(SelectionKey.OP_WRITE);
            channel.write(octets);
        }
    }

    private ByteBuffer receive() throws IOException {
        int octets = fill(ByteBuffer.allocate(Integer.BYTES)).getInt();
        if (octets < 1 || octets > Frames.LONGEST) {
            throw new ProtocolException("broken frame of " + octets + " octets");
        }
        return fill(ByteBuffer.allocate(octets));
    }

    private ByteBuffer fill(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            int octets = channel.read(buffer);
            if (octets < 0) {
                throw new EOFException("the reader has ended the connection");
            }
            if (octets == 0) {
                await(SelectionKey.OP_READ);
            }
        }
        return buffer.flip();
    }

    private void await(int operation) throws IOException {
        try {
            key.interestOps(operation);
            long deadline = System.nanoTime() + patience.toNanos();
            while (select(deadline - System.nanoTime()) == 0) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException();
                }
                if (System.nanoTime() - deadline >= 0) {
                    throw new ProtocolException("it is silent for " + patience.toSeconds() + " s");
                }
            }
            selector.selectedKeys().clear();
        } catch (ClosedSelectorException | CancelledKeyException e) {
            throw new AsynchronousCloseException();
        }
    }

    private int select(long nanos) throws IOException {
        return selector.select(Math.max(1, Duration.ofNanos(nanos).toMillis()));
    }

    /** Ends the connection, by whichever thread. */
    @Override
    public void close() throws IOException {
        try (channel) {
            selector.close();
        }
    }
}
