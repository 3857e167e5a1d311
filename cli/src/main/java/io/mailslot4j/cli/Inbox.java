package io.mailslot4j.cli;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotClosedException;
import io.mailslot4j.Message;
import io.mailslot4j.protocol.Octets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** The messages of several mailslots, for one thread to take. */
final class Inbox {
    /** Few: what waits here is counted as taken, what waits in its mailslot is not. */
    private static final int CAPACITY = 64;

    private final BlockingQueue<Message<Octets>> messages = new ArrayBlockingQueue<>(CAPACITY);

    /** Brings the messages of {@code slots} here until they are closed. */
    Inbox(List<Mailslot<Octets>> slots) {
        slots.forEach(this::follow);
    }

    private void follow(Mailslot<Octets> slot) {
        Thread carrier = new Thread(() -> carry(slot), slot.name());
        carrier.setDaemon(true);
        carrier.start();
    }

    private void carry(Mailslot<Octets> slot) {
        try {
            while (true) {
                messages.put(slot.receive());
            }
        } catch (MailslotClosedException | InterruptedException end) {
            // Nothing more will come, and nobody waits for it.
        }
    }

    /** The next message, or empty if none comes in time. */
    Optional<Message<Octets>> next(Optional<Duration> timeout) throws InterruptedException {
        return timeout.isEmpty()
                ? Optional.of(messages.take())
                : Optional.ofNullable(messages.poll(timeout.get().toNanos(), TimeUnit.NANOSECONDS));
    }
}
