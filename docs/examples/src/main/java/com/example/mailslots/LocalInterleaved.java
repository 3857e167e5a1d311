package com.example.mailslots;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One thread reads and writes a slot in turns, and never waits: the first read makes the slot exist. */
public final class LocalInterleaved {
    private LocalInterleaved() {}

    static List<String> run(MailslotNetwork network, Random dice, String... words) {
        List<String> got = new ArrayList<>();
        try (Mailslot<String> in = Mailslot.builder("interleaved").network(network).open();
                Mailslot<String> out = Mailslot.builder("interleaved").network(network).open()) {
            int next = 0;
            while (!got.contains("STOP")) {
                got.addAll(in.drain());
                if (dice.nextInt(20) == 0) {
                    out.put(next < words.length ? words[next++] : "STOP");
                }
            }
        }
        return got;
    }

    public static void main(String[] args) {
        try (MailslotNetwork network = MailslotNetwork.builder().withoutNetwork().build()) {
            System.out.println(run(network, new Random(), "apples", "oranges", "bananas", "pears"));
        }
    }
}
