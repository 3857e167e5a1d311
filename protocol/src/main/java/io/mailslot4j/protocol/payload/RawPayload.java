package io.mailslot4j.protocol.payload;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.Payload;

/** What a mailslot carries of which nothing is known, such as that of a program. */
public record RawPayload(Octets octets) implements Payload {
    @Override
    public Octets encode() {
        return octets;
    }
}
