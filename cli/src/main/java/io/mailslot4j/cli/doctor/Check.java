package io.mailslot4j.cli.doctor;

import io.mailslot4j.MailslotException;
import io.mailslot4j.cli.output.Json;
import io.mailslot4j.cli.output.Shown;
import java.util.Locale;

/**
 * What one look at this host has found.
 *
 * @param name what was looked at
 * @param found in words that may quote anything
 * @param advice what to do; empty if there is nothing to do
 */
record Check(String name, State state, String found, String advice) {
    private static final int NAME_WIDTH = "receive buffer".length();

    /** How it is. */
    enum State {
        OK,
        /** Works, but not as well as it could. */
        WARNING,
        /** Messages cannot be sent or received as they should. */
        TROUBLE,
        /** Good to know, and not looked at. */
        NOTE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Check ok(String name, String found) {
        return new Check(name, State.OK, found, "");
    }

    static Check warning(String name, String found, String advice) {
        return new Check(name, State.WARNING, found, advice);
    }

    static Check trouble(String name, String found, String advice) {
        return new Check(name, State.TROUBLE, found, advice);
    }

    /** @param e whose message says what to do */
    static Check trouble(String name, String found, MailslotException e) {
        return trouble(name, found, String.valueOf(e.getMessage()));
    }

    static Check note(String name, String found, String advice) {
        return new Check(name, State.NOTE, found, advice);
    }

    /** One line, and a second with what to do. */
    String text() {
        String row = String.format(Locale.ROOT, "%-7s  %-" + NAME_WIDTH + "s  %s", state.word(), name, found);
        String more = advice.isEmpty() ? "" : "\n" + " ".repeat(7 + 2 + NAME_WIDTH) + "  → " + Shown.line(advice);
        return Shown.line(row) + more;
    }

    Json json() {
        Json json = new Json().put("check", name).put("state", state.word()).put("found", found);
        return advice.isEmpty() ? json : json.put("advice", advice);
    }
}
