package io.mailslot4j.cli.messages;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotNetwork;
import io.mailslot4j.MessageTooBigException;
import io.mailslot4j.cli.output.FailedException;
import io.mailslot4j.cli.output.Shown;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.mailslot.MailslotName;
import io.mailslot4j.protocol.mailslot.Target;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;

/** Messages on their way out, and what became of them. */
final class Sending {
    private final MailslotName name;
    private final Mailslot<Octets> slot;
    private final MailslotNetwork network;
    private final PrintStream err;
    private long sent;
    private long tooLong;

    Sending(MailslotName name, Mailslot<Octets> slot, MailslotNetwork network, PrintStream err) {
        this.name = name;
        this.slot = slot;
        this.network = network;
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
        if (sent == 1 && !isHere() && network.counters().sent() == 0) {
            err.println("mailslot put: warning: nothing left this host, because no interface that is up and"
                    + " not loopback has a broadcast address; see --interface and --host");
        }
    }

    private boolean isHere() {
        String computer = network.status().computerName();
        return name.isLocal()
                || (name.target() instanceof Target.Named named
                        && named.name().text().equals(computer));
    }
}
