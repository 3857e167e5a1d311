package io.mailslot4j.cli;

import io.mailslot4j.protocol.MalformedPacketException;
import java.util.List;
import java.util.Optional;

/** What a frame carries, as far as it could be read. */
sealed interface FrameBody permits DatagramBody, NamePacketBody {

    /** For people: what stands on the line, piece by piece, safe to show. */
    List<String> pieces();

    /** For programs. */
    void putInto(Json json);

    /** Why there is not more. */
    Optional<MalformedPacketException> trouble();
}
