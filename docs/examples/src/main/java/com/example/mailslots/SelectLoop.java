package com.example.mailslots;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotNetwork;
import io.mailslot4j.MailslotSelector;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;

/** One thread reads any number of slots, and does something else when nothing comes for a while. */
public final class SelectLoop {
    private SelectLoop() {}

    static void read(List<Mailslot<String>> slots, Duration silence, BiConsumer<String, String> messages, Runnable idle)
            throws InterruptedException {
        try (MailslotSelector<Mailslot<String>> selector = new MailslotSelector<>()) {
            slots.forEach(selector::add);
            while (true) {
                List<Mailslot<String>> ready = selector.select(silence);
                if (ready.isEmpty()) {
                    idle.run();
                }
                for (Mailslot<String> slot : ready) {
                    for (String message : slot.drain()) {
                        if (message.equals("STOP")) {
                            return;
                        }
                        messages.accept(slot.name(), message);
                    }
                }
            }
        }
    }

    /** Try it with {@code mailslot put orders 'two pizzas'} in another terminal. */
    public static void main(String[] args) throws InterruptedException {
        try (MailslotNetwork network = MailslotNetwork.builder().withoutNetwork().build();
                Mailslot<String> orders = Mailslot.builder("orders").network(network).openReader();
                Mailslot<String> complaints = Mailslot.builder("complaints").network(network).openReader()) {
            read(
                    List.of(orders, complaints),
                    Duration.ofSeconds(5),
                    (slot, message) -> System.out.println(slot + ": " + message),
                    () -> System.out.println("all quiet"));
        }
    }
}
