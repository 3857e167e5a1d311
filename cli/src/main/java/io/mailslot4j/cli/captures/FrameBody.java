package io.mailslot4j.cli.captures;

import io.mailslot4j.cli.output.Json;
import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.name.NetBiosName;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a frame carries, as far as it could be read. */
public sealed interface FrameBody permits DatagramBody, NamePacketBody {

    /** For people: what stands on the line, piece by piece, safe to show. */
    List<String> pieces();

    /**
     * For programs.
     *
     * @param names how a name is written
     */
    void putInto(Json json, Function<NetBiosName, Json> names);

    /** What it is, as the JSON has it; empty if that could not be read. */
    Optional<String> kind();

    /** Who sent it, as far as it says so. */
    Optional<NetBiosName> from();

    /** For whom it is, or which name it is about. */
    Optional<NetBiosName> to();

    /** The mailslot write in it. */
    Optional<MailslotWrite> write();

    /** Why there is not more. */
    Optional<MalformedPacketException> trouble();
}
