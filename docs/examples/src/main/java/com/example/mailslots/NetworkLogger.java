package com.example.mailslots;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotNetwork;
import io.mailslot4j.Message;
import java.util.function.Consumer;

/** Collects lines that any machine writes to {@code \\*\mailslot\logger}, until one says STOP. */
public final class NetworkLogger {
    private NetworkLogger() {}

    static Mailslot<String> open(MailslotNetwork network) {
        return Mailslot.builder("logger").network(network).openReader();
    }

    static void collect(Mailslot<String> log, Consumer<String> lines) throws InterruptedException {
        for (Message<String> message = log.receive(); !message.payload().equals("STOP"); message = log.receive()) {
            lines.accept(message.sender().text() + ": " + message.payload());
        }
    }

    static void write(MailslotNetwork network, String... lines) {
        try (Mailslot<String> everyone =
                Mailslot.builder("\\\\*\\mailslot\\logger").network(network).open()) {
            for (String line : lines) {
                everyone.put(line);
            }
        }
    }

    /** Collects on UDP port 138; see docs/platforms.md for the permission that needs. */
    public static void main(String[] args) throws InterruptedException {
        try (MailslotNetwork network =
                        MailslotNetwork.builder().requireNetwork(true).build();
                Mailslot<String> log = open(network)) {
            collect(log, System.out::println);
        }
    }
}
