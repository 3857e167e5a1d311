package io.mailslot4j.nameservice;

import io.mailslot4j.protocol.nameservice.NameServicePacket;
import java.util.Optional;

/**
 * What a request comes to.
 *
 * @param event for the counters
 * @param packet what to answer, or silence
 */
record ResponderAnswer(ResponderEvent event, Optional<NameServicePacket> packet) {
    static ResponderAnswer of(ResponderEvent event, NameServicePacket packet) {
        return new ResponderAnswer(event, Optional.of(packet));
    }

    static ResponderAnswer silence(ResponderEvent event) {
        return new ResponderAnswer(event, Optional.empty());
    }
}
