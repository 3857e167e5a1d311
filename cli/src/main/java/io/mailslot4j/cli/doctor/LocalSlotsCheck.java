package io.mailslot4j.cli.doctor;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotEmptyException;
import io.mailslot4j.MailslotException;
import io.mailslot4j.MailslotNetwork;
import io.mailslot4j.cli.network.NetworkOptions;

/** Whether programs of this user reach each other on this machine: one puts a message, and another gets it. */
final class LocalSlotsCheck {
    private static final String NAME = "local slots";
    private static final String MESSAGE = "Can you hear me?";

    private LocalSlotsCheck() {}

    static Check of(NetworkOptions options) {
        if (options.isAlone()) {
            return Check.note(NAME, "within one process only: --alone keeps other programs out", "");
        }
        String slot = ReaderChecks.slot();
        // Two networks, for within one a message needs no folder to meet in.
        try (MailslotNetwork readers =
                        MailslotNetwork.builder().withoutNetwork().build();
                MailslotNetwork writers =
                        MailslotNetwork.builder().withoutNetwork().build();
                Mailslot<String> reader =
                        Mailslot.builder(slot).network(readers).openReader();
                Mailslot<String> writer =
                        Mailslot.builder(slot).network(writers).open()) {
            writer.put(MESSAGE);
            String got = reader.getNow();
            return got.equals(MESSAGE)
                    ? Check.ok(NAME, "a message to ourselves arrived")
                    : Check.trouble(NAME, "another message arrived than was put", "please report it");
        } catch (MailslotEmptyException e) {
            return Check.trouble(NAME, "a message to ourselves did not arrive", "please report it");
        } catch (MailslotException e) {
            return Check.trouble(NAME, "programs of this machine do not reach each other", e);
        }
    }
}
