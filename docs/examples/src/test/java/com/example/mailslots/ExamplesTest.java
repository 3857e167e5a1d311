package com.example.mailslots;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotNetwork;
import io.mailslot4j.nameservice.NameService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ExamplesTest {
    @Test
    void hello() {
        assertEquals("Hello, mailslot", Hello.hello());
    }

    private static MailslotNetwork local() {
        return MailslotNetwork.builder().withoutNetwork().withoutOtherProcesses().build();
    }

    @Test
    void localInterleaved() {
        try (MailslotNetwork network = local()) {
            assertEquals(
                    List.of("apples", "pears", "STOP"), LocalInterleaved.run(network, new Random(1), "apples", "pears"));
        }
    }

    @Test
    void iterableSlot() {
        try (MailslotNetwork network = local();
                Mailslot<String> slot = IterableSlot.open(network, Duration.ofMillis(1));
                Mailslot<String> out = Mailslot.builder("words").network(network).openWriter()) {
            List<String> words = new ArrayList<>();
            List.of("a", "b", "STOP", "c").forEach(out::put);
            IterableSlot.read(slot, words::add);
            // The rest, until nothing comes in time.
            IterableSlot.read(slot, words::add);
            assertEquals(List.of("a", "b", "c"), words);
        }
    }

    @Test
    void selectLoop() throws InterruptedException {
        try (MailslotNetwork network = local();
                Mailslot<String> one = Mailslot.builder("one").network(network).openReader();
                Mailslot<String> other = Mailslot.builder("other").network(network).openReader();
                Mailslot<String> toOne = Mailslot.builder("one").network(network).openWriter();
                Mailslot<String> toOther = Mailslot.builder("other").network(network).openWriter()) {
            toOther.put("a");
            toOne.put("b");
            List<String> got = new ArrayList<>();
            SelectLoop.read(
                    List.of(one, other),
                    Duration.ofMillis(1),
                    (slot, message) -> got.add(slot.replaceAll(".*\\\\", "") + " " + message),
                    () -> toOne.put("STOP"));
            assertEquals(Set.of("other a", "one b"), Set.copyOf(got));
        }
    }

    @Test
    void findName() throws InterruptedException {
        try (NameService names = NameService.builder().host("PRINTER", "192.0.2.7").build()) {
            assertEquals("192.0.2.7", FindName.find(names, "printer").owners().get(0).address().toString());
        }
    }

    /** Over real UDP on the loopback interface, on a port that the system chooses. */
    @Test
    void networkLogger() throws InterruptedException {
        try (MailslotNetwork collector = MailslotNetwork.builder()
                        .networkInterface("127.0.0.1")
                        .listenPort(0)
                        .requireNetwork(true)
                        .withoutOtherProcesses()
                        .build();
                Mailslot<String> log = NetworkLogger.open(collector);
                MailslotNetwork sender = MailslotNetwork.builder()
                        .computerName("SENDER")
                        .networkInterface("127.0.0.1")
                        .remotePort(collector.status().listening().get(0).getPort())
                        .build()) {
            NetworkLogger.write(sender, "apples", "pears", "STOP");
            List<String> lines = new ArrayList<>();
            NetworkLogger.collect(log, lines::add);
            assertEquals(List.of("SENDER: apples", "SENDER: pears"), lines);
        }
    }
}
