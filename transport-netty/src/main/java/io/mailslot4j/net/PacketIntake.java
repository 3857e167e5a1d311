package io.mailslot4j.net;

import io.mailslot4j.delivery.Intake;
import io.mailslot4j.delivery.TrafficCounters;
import io.mailslot4j.host.PacketSocket;
import io.mailslot4j.local.PacketReceiver;
import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.DatagramMessage;
import io.mailslot4j.protocol.mailslot.PlainMailslotWrite;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Decodes packets for the {@link Intake}. They come from our own sockets, or from another process that has the port, and who
 * that is may change: so it is here that one thread comes after the other, each with a batch.
 */
final class PacketIntake implements PacketReceiver {
    /** Of the thread that brings a batch, from its first packet to its end: to lock for each packet would cost more. */
    private final ReentrantLock turn = new ReentrantLock();

    private final PlainMailslotWrite plain = new PlainMailslotWrite(PacketSocket.MAX_PACKET);
    private final Intake intake;
    private final TrafficCounters counters;

    PacketIntake(Intake intake, TrafficCounters counters) {
        this.intake = intake;
        this.counters = counters;
    }

    @Override
    public void received(ByteBuffer packet, InetSocketAddress from, Optional<String> networkInterface) {
        awaitTurn();
        int size = packet.remaining();
        if (size <= plain.buffer().length) {
            packet.get(packet.position(), plain.buffer(), 0, size);
            if (plain.read(size)) {
                intake.accept(plain, from, networkInterface);
                return;
            }
        }
        byte[] octets = new byte[size];
        packet.get(packet.position(), octets);
        DatagramMessage message;
        try {
            message = DatagramMessage.decode(Octets.wrap(octets));
        } catch (MalformedPacketException e) {
            intake.malformed(e, from);
            return;
        }
        intake.accept(message, from, networkInterface);
    }

    @Override
    public void endOfBatch() {
        awaitTurn();
        try {
            intake.endOfBatch();
        } finally {
            turn.unlock();
        }
    }

    private void awaitTurn() {
        if (!turn.isHeldByCurrentThread()) {
            turn.lock();
        }
    }

    @Override
    public void missed(int packets) {
        counters.notHandedOver(packets);
    }
}
