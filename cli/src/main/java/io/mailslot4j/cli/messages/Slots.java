package io.mailslot4j.cli.messages;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotBuilder;
import io.mailslot4j.MailslotNetwork;
import io.mailslot4j.Serializer;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.mailslot.MailslotName;
import java.util.function.Function;

/** How the commands open mailslots: for octets, because messages need not be text. */
final class Slots {
    private static final Serializer<Octets> AS_THEY_ARE = Serializer.of(Function.identity(), Function.identity());

    private Slots() {}

    static MailslotBuilder<Octets> builder(MailslotName name, MailslotNetwork network) {
        return Mailslot.builder(name.toString()).serializer(AS_THEY_ARE).network(network);
    }
}
