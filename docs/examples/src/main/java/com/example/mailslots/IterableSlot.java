package com.example.mailslots;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotNetwork;
import java.time.Duration;
import java.util.function.Consumer;

/** A slot in a for loop: until a message says STOP, or none comes for a while, or somebody closes the slot. */
public final class IterableSlot {
    private IterableSlot() {}

    static Mailslot<String> open(MailslotNetwork network, Duration silence) {
        return Mailslot.builder("words").timeout(silence).network(network).openReader();
    }

    static void read(Mailslot<String> slot, Consumer<String> words) {
        for (String word : slot) {
            if (word.equals("STOP")) {
                break;
            }
            words.accept(word);
        }
    }

    /** Try it with {@code mailslot put words hello} in another terminal. */
    public static void main(String[] args) {
        try (MailslotNetwork network = MailslotNetwork.builder().withoutNetwork().build();
                Mailslot<String> slot = open(network, Duration.ofSeconds(30))) {
            read(slot, System.out::println);
        }
    }
}
