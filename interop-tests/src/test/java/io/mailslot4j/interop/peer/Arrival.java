package io.mailslot4j.interop.peer;

import io.mailslot4j.protocol.Octets;
import java.nio.charset.StandardCharsets;

/**
 * A message that one of our peers got.
 *
 * @param slot as the sender wrote it
 * @param delivery such as {@code UNIQUE}
 * @param sender such as {@code WRITER<00>}
 * @param destination such as {@code LABGRP<1D>}
 * @param address where the datagram came from, with the port; empty for local delivery
 * @param payload what was sent
 */
public record Arrival(String slot, String delivery, String sender, String destination, String address, Octets payload) {

    static Arrival parse(String line) {
        String[] parts = line.split("\t", -1);
        return new Arrival(parts[1], parts[2], parts[3], parts[4], parts[5], Octets.ofHex(parts[6]));
    }

    /** The payload as text. */
    public String text() {
        return payload.text(StandardCharsets.ISO_8859_1);
    }
}
