package com.example.mailslots;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotNetwork;
import io.mailslot4j.nameservice.NameService;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ExamplesTest {
    @Test
    void hello() {
        assertEquals("Hello, mailslot", Hello.hello());
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
