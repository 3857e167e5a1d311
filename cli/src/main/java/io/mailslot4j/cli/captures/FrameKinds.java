package io.mailslot4j.cli.captures;

import io.mailslot4j.cli.payloads.PayloadType;
import io.mailslot4j.protocol.datagram.DatagramType;
import io.mailslot4j.protocol.nameservice.NameServicePacketKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What a frame or the message in it may be, in the words of the JSON. */
final class FrameKinds {
    private FrameKinds() {}

    /**
     * Reads one, in capital or small letters.
     *
     * @throws IllegalArgumentException if nothing is ever called like that
     */
    static String parse(String text) {
        String kind = text.toLowerCase(Locale.ROOT);
        Set<String> known = known();
        if (!known.contains(kind) && !PayloadType.isNumbered(kind)) {
            throw new IllegalArgumentException("'" + text + "' is none of " + String.join(", ", known));
        }
        return kind;
    }

    private static Set<String> known() {
        Set<String> known = new TreeSet<>(PayloadType.named());
        Arrays.stream(DatagramType.values()).map(DatagramBody::kind).forEach(known::add);
        Arrays.stream(NameServicePacketKind.values())
                .map(NameServicePacketKind::toString)
                .forEach(known::add);
        return known;
    }
}
