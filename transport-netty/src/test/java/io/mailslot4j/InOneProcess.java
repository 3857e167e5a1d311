package io.mailslot4j;

import org.junit.jupiter.api.AfterEach;

/** For tests of the queue: a network that has no network, and no other processes. */
abstract class InOneProcess {
    final MailslotNetwork network = MailslotNetwork.builder()
            .computerName("PC")
            .withoutNetwork()
            .withoutOtherProcesses()
            .build();

    @AfterEach
    void closeNetwork() {
        network.close();
    }

    final MailslotBuilder<String> slot(String name) {
        return Mailslot.builder(name).network(network);
    }

    final Mailslot<String> open(String name) {
        return slot(name).open();
    }

    final Mailslot<String> reader(String name) {
        return slot(name).openReader();
    }

    final Mailslot<byte[]> octetsTo(String name) {
        return slot(name).serializer(Serializer.bytes()).openWriter();
    }
}
