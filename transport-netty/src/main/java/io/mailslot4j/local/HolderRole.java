package io.mailslot4j.local;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;

/** The connection with the process that has the port. */
final class HolderRole implements Role {
    private final PacketReceiver receiver;
    private final Runnable lost;
    private final CompletableFuture<PortDescription> greeting = new CompletableFuture<>();

    private volatile boolean left;
    private volatile boolean over;

    /** @param lost told when the connection ends, if it ever began */
    HolderRole(PacketReceiver receiver, Runnable lost) {
        this.receiver = receiver;
        this.lost = lost;
    }

    /** What the holder says of itself, first of all. */
    CompletableFuture<PortDescription> greeting() {
        return greeting;
    }

    @Override
    public void received(Connection connection, ByteBuffer frame) throws IOException {
        try {
            received(frame);
        } catch (ProtocolException e) {
            greeting.completeExceptionally(e);
            throw e;
        }
    }

    private void received(ByteBuffer frame) throws ProtocolException {
        byte kind = frame.get();
        if (!greeting.isDone() && kind != PortFrames.HOLDER && kind != Frames.BUSY) {
            throw new ProtocolException("a frame of kind " + kind + " instead of a greeting");
        }
        switch (kind) {
            case PortFrames.HOLDER -> greeting.complete(PortFrames.readHolder(frame));
            case PortFrames.PACKET -> {
                PortFrames.Packet packet = PortFrames.readPacket(frame);
                receiver.received(packet.octets(), packet.from(), packet.networkInterface());
            }
            case PortFrames.MISSED -> receiver.missed(PortFrames.readMissed(frame));
            case Frames.BUSY -> throw new ProtocolException("as many share it as can");
            default -> throw new ProtocolException("broken frame of kind " + kind);
        }
    }

    @Override
    public void endOfBatch() {
        receiver.endOfBatch();
    }

    /** Nobody else has the port as long as it lives. */
    @Override
    public boolean maySleep() {
        return true;
    }

    /** Whether the connection has ended. */
    boolean isOver() {
        return over;
    }

    @Override
    public void closed(Connection connection) {
        over = true;
        boolean neverBegan = greeting.completeExceptionally(new EOFException());
        if (!neverBegan && !left) {
            lost.run();
        }
    }

    /** We are about to leave: then nothing is lost. */
    void leave() {
        left = true;
    }
}
