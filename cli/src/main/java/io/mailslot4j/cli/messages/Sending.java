package io.mailslot4j.cli.messages;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MessageTooBigException;
import io.mailslot4j.cli.output.FailedException;
import io.mailslot4j.cli.output.Shown;
import io.mailslot4j.protocol.Octets;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;

/** Messages on their way out, and what became of them. */
final class Sending {
    private final Mailslot<Octets> slot;
    private final PrintStream err;
    private long sent;
    private long tooLong;

    Sending(Mailslot<Octets> slot, PrintStream err) {
        this.slot = slot;
        this.err = err;
    }

    long sent() {
        return sent;
    }

    long tooLong() {
        return tooLong;
    }

    void one(MessageSource source) throws IOException {
        send(source.next().orElse(Octets.EMPTY));
    }

    /** A line that is too long does not keep those behind it from being sent. */
    void lines(MessageSource source) throws IOException {
        while (true) {
            try {
                Optional<Octets> next = source.next();
                if (next.isEmpty()) {
                    return;
                }
                send(next.get());
            } catch (MessageTooBigException | FailedException e) {
                tooLong++;
                long line = sent + tooLong;
                err.println("mailslot put: line " + line + ": " + Shown.line(String.valueOf(e.getMessage())));
            }
        }
    }

    private void send(Octets message) throws IOException {
        slot.put(message);
        sent++;
    }
}
