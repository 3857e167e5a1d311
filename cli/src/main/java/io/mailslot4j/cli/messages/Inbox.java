package io.mailslot4j.cli.messages;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotSelector;
import io.mailslot4j.Message;
import io.mailslot4j.protocol.Octets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/** The messages of several mailslots, one of each in turn. For one thread. */
final class Inbox implements AutoCloseable {
    private final MailslotSelector<Mailslot<Octets>> selector = new MailslotSelector<>();
    private final ArrayDeque<Mailslot<Octets>> ready = new ArrayDeque<>();

    /** Reads {@code slots}, which nobody else does. */
    Inbox(List<Mailslot<Octets>> slots) {
        slots.forEach(selector::add);
    }

    /** The next message, or empty if none comes in time. */
    Optional<Message<Octets>> next(Optional<Duration> timeout) throws InterruptedException {
        if (ready.isEmpty()) {
            ready.addAll(selector.select(timeout.orElse(Mailslot.FOREVER)));
        }
        return Optional.ofNullable(ready.poll()).map(Mailslot::receiveNow);
    }

    @Override
    public void close() {
        selector.close();
    }
}
