package io.mailslot4j;

/** Mailslots in one line, on the network that all share who name none. */
public final class Mailslots {
    private Mailslots() {}

    /** A reader of text, which exists from now on. */
    public static Mailslot<String> reader(String name) {
        return Mailslot.builder(name).openReader();
    }

    /** A writer of text, also if the name is local. */
    public static Mailslot<String> writer(String name) {
        return Mailslot.builder(name).openWriter();
    }

    /**
     * Sends one message of octets, and leaves nothing open. For more than a few, a writer is cheaper.
     *
     * @throws MailslotException as {@link Mailslot#put} does
     */
    public static void send(String name, byte[] message) {
        try (Mailslot<byte[]> writer =
                Mailslot.builder(name).serializer(Serializer.bytes()).openWriter()) {
            writer.put(message);
        }
    }

    /** As {@link #send(String, byte[])}, text in UTF-8. */
    public static void send(String name, String message) {
        try (Mailslot<String> writer = writer(name)) {
            writer.put(message);
        }
    }
}
