package io.mailslot4j;

import org.jspecify.annotations.Nullable;

/** The network of mailslots that were not given one: begins with the first of them, ends with the last. */
final class SharedNetwork {
    private static final Object LOCK = new Object();
    private static @Nullable MailslotNetwork network;
    private static int users;

    private SharedNetwork() {}

    static MailslotNetwork acquire() {
        synchronized (LOCK) {
            MailslotNetwork current = network;
            if (current == null) {
                current = MailslotNetwork.create();
                network = current;
            }
            users++;
            return current;
        }
    }

    static void release() {
        synchronized (LOCK) {
            users--;
            MailslotNetwork last = network;
            if (users == 0 && last != null) {
                network = null;
                // Inside the lock: the next network needs the port that this one gives back.
                last.close();
            }
        }
    }
}
