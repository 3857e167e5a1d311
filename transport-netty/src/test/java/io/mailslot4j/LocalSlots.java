package io.mailslot4j;

import org.junit.jupiter.api.AfterEach;

/** A network of its own without a network, for tests of the queue. */
abstract class LocalSlots {
    final MailslotNetwork network =
            MailslotNetwork.builder().computerName("PC").withoutNetwork().build();

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
