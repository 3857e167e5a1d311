package com.example.mailslots;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotNetwork;

/** The smallest use: a reader and a writer of one slot in one process, no network needed. */
public final class Hello {
    private Hello() {}

    static String hello() {
        try (MailslotNetwork network = MailslotNetwork.builder().withoutNetwork().build();
                Mailslot<String> in = Mailslot.builder("hello").network(network).openReader();
                Mailslot<String> out = Mailslot.builder("hello").network(network).open()) {
            out.put("Hello, mailslot");
            return in.getNow();
        }
    }

    public static void main(String[] args) {
        System.out.println(hello());
    }
}
