package io.mailslot4j.logging;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MessageTooBigException;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts lines to a mailslot, and reports the first of them that cannot be put. For one thread. */
final class LogSender {
    private static final String ELLIPSIS = "…";
    private static final int ELLIPSIS_OCTETS = 3;

    private final Supplier<Mailslot<String>> opening;
    private final LongMessages longMessages;
    private final boolean numbered;
    private final BiConsumer<String, Exception> problems;
    private @Nullable Mailslot<String> mailslot;
    private long number;
    private boolean failing;

    /** @param opening opens the mailslot, with the first line */
    LogSender(
            Supplier<Mailslot<String>> opening,
            LongMessages longMessages,
            boolean numbered,
            BiConsumer<String, Exception> problems) {
        this.opening = opening;
        this.longMessages = longMessages;
        this.numbered = numbered;
        this.problems = problems;
    }

    /** Sends a line. What fails is reported, unless the line before failed too. */
    void send(String line) {
        try {
            put(mailslot(), Utf8Text.wellFormed(line));
            failing = false;
        } catch (RuntimeException e) {
            failed(e);
        } catch (LinkageError | StackOverflowError e) {
            // Part of the library is missing, or a serializer of the program's went astray: other lines may do better.
            failed(new IllegalStateException(e));
        }
    }

    private void failed(RuntimeException e) {
        if (!failing) {
            failing = true;
            report("log lines are not sent, until this is mended: " + e.getMessage(), e);
        }
    }

    /** Tells a problem to whoever wants to know. */
    void report(String problem, Exception cause) {
        try {
            problems.accept(problem, cause);
        } catch (RuntimeException e) {
            // Nobody is left to be told.
        }
    }

    /** Sends a last message as it is. Maybe nobody waits for it. */
    void end(String message) {
        try {
            mailslot().put(message);
        } catch (RuntimeException e) {
            // Then nobody does.
        }
    }

    private Mailslot<String> mailslot() {
        Mailslot<String> current = mailslot;
        if (current == null) {
            current = opening.get();
            mailslot = current;
        }
        return current;
    }

    @Nullable
    Mailslot<String> opened() {
        return mailslot;
    }

    private void put(Mailslot<String> slot, String line) {
        String head = head();
        try {
            slot.put(head + line);
        } catch (MessageTooBigException e) {
            putPieces(slot, head, line, e);
        }
    }

    /** Only the refusal tells how much fits: a reader on this machine may take less than the network carries, or more. */
    private void putPieces(Mailslot<String> slot, String firstHead, String line, MessageTooBigException refused) {
        String head = firstHead;
        int start = 0;
        int room = refused.limit() - head.length();
        while (Utf8Text.end(line, start, room) < line.length()) {
            int end = Utf8Text.end(line, start, room - ELLIPSIS_OCTETS);
            if (end == start) {
                throw refused;
            }
            slot.put(head + line.substring(start, end) + ELLIPSIS);
            if (longMessages == LongMessages.CUT) {
                return;
            }
            start = end;
            head = head();
            room = refused.limit() - head.length();
        }
        slot.put(head + line.substring(start));
    }

    private String head() {
        return numbered ? "[" + ++number + "] " : "";
    }
}
