package io.mailslot4j.local;

import io.mailslot4j.delivery.LocalIntake;
import io.mailslot4j.delivery.LocalOutcome;
import io.mailslot4j.delivery.LocalPut;
import io.mailslot4j.delivery.SlotQueue;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.mailslot.MailslotName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The reader's side of a connection with one writer. A message is delivered when all of it is here, or not at all. */
final class SlotRole implements Role {
    /** A writer waits for each answer before it puts again. */
    private static final int MOST_UNREAD_OCTETS = 1 << 16;

    private final String slot;
    private final SlotQueue queue;
    private final LocalIntake intake;
    private final MemoryBudget budget;
    private final int maxMessage;
    private @Nullable LocalPut granted;
    private int taken;

    /**
     * @param slot folded
     * @param maxMessage octets that a message may have
     */
    SlotRole(String slot, SlotQueue queue, LocalIntake intake, MemoryBudget budget, int maxMessage) {
        this.slot = slot;
        this.queue = queue;
        this.intake = intake;
        this.budget = budget;
        this.maxMessage = maxMessage;
    }

    SlotQueue queue() {
        return queue;
    }

    @Override
    public void opened(Connection connection) {
        connection.send(Frames.greeting(new Frames.Greeting(
                maxMessage, queue.capacity(), ProcessHandle.current().pid())));
    }

    @Override
    public void received(Connection connection, ByteBuffer frame) throws IOException {
        if (connection.unsentOctets() > MOST_UNREAD_OCTETS) {
            throw new IOException("a writer that reads no answers");
        }
        byte kind = frame.get();
        if (kind != Frames.PUT && kind != Frames.ANNOUNCEMENT) {
            throw new IOException("broken frame of kind " + kind);
        }
        Frames.Announcement announced = Frames.readPut(kind, frame);
        if (!MailslotName.fold(announced.put().slot()).equals(slot)) {
            throw new IOException("a message for another slot");
        }
        if (announced.size() < 0 || announced.size() > maxMessage) {
            connection.send(Frames.outcome(LocalOutcome.TOO_BIG));
        } else if (kind == Frames.PUT) {
            connection.send(Frames.outcome(intake.accept(queue, announced.put())));
        } else {
            announced(connection, announced);
        }
    }

    /** What is certain to be lost is not sent in vain. */
    private void announced(Connection connection, Frames.Announcement announced) {
        Optional<LocalOutcome> refused = intake.refuse(queue, announced.put(), announced.size());
        if (refused.isPresent()) {
            connection.send(Frames.outcome(refused.get()));
        } else if (!budget.canEverGrant(announced.size())) {
            connection.send(Frames.outcome(LocalOutcome.NO_MEMORY));
        } else {
            connection.pause();
            budget.take(connection, announced.size(), () -> grant(connection, announced));
        }
    }

    private void grant(Connection connection, Frames.Announcement announced) {
        connection.resume();
        byte[] room;
        try {
            room = new byte[announced.size()];
        } catch (OutOfMemoryError e) {
            budget.giveBack(announced.size());
            connection.send(Frames.outcome(LocalOutcome.NO_MEMORY));
            return;
        }
        granted = announced.put();
        taken = room.length;
        connection.expect(room);
        connection.send(Frames.granted());
    }

    @Override
    public void receivedAll(Connection connection, byte[] octets) throws IOException {
        LocalPut put = granted;
        if (put == null) {
            throw new IOException("octets that nobody asked for");
        }
        release();
        LocalPut whole = new LocalPut(
                put.slot(),
                put.delivery(),
                put.sender(),
                put.destination(),
                put.datagramId(),
                put.address(),
                Octets.wrap(octets));
        connection.send(Frames.outcome(intake.accept(queue, whole)));
    }

    private void release() {
        int octets = taken;
        granted = null;
        taken = 0;
        budget.giveBack(octets);
    }

    @Override
    public void closed(Connection connection) {
        budget.forget(connection);
        release();
    }
}
