package io.mailslot4j.nameservice;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.nameservice.NbFlags;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A name of ours, and how it stands with it. */
final class OwnName {
    private final NetBiosName name;
    private final NbFlags flags;
    private OwnNameState state = OwnNameState.REGISTERING;
    private boolean claimed;
    private @Nullable Ipv4Address refusedBy;
    private @Nullable Ipv4Address server;
    private int ttl;

    OwnName(NetBiosName name, boolean group, NodeType nodeType) {
        this.name = name;
        this.flags = NbFlags.of(group, nodeType);
    }

    NetBiosName name() {
        return name;
    }

    NbFlags flags() {
        return flags;
    }

    boolean group() {
        return flags.group();
    }

    OwnNameState state() {
        return state;
    }

    /**
     * Whether we answer for it and defend it. That begins a moment before the name is active. With our overwrite demand: of
     * two hosts that want one name, whoever is first to demand it tells the other. With the first of our addresses that a
     * server accepts: before it takes the second, it asks at the first whether we are one host.
     */
    boolean held() {
        return state == OwnNameState.ACTIVE || (state == OwnNameState.REGISTERING && claimed);
    }

    /** The WINS server that has it in its table. */
    Optional<Ipv4Address> server() {
        return Optional.ofNullable(server);
    }

    /** It is asked for, perhaps again. What is active stays so meanwhile. */
    void registering() {
        if (state != OwnNameState.ACTIVE) {
            become(OwnNameState.REGISTERING);
        }
    }

    /** Our overwrite demand is out, or a server has the first of our addresses. */
    void claimed() {
        claimed = true;
    }

    void active() {
        become(OwnNameState.ACTIVE);
    }

    /** A server has it, for {@code seconds} of unsigned 32 bits. */
    void activeAt(Ipv4Address wins, int seconds) {
        become(OwnNameState.ACTIVE);
        server = wins;
        ttl = seconds;
    }

    /** No server has it any more, or none that answers. */
    void withoutServer() {
        server = null;
        ttl = 0;
    }

    void refused(Ipv4Address by) {
        withoutServer();
        become(OwnNameState.REFUSED);
        refusedBy = by;
    }

    void conflict() {
        withoutServer();
        become(OwnNameState.CONFLICT);
    }

    void released() {
        withoutServer();
        become(OwnNameState.RELEASED);
    }

    private void become(OwnNameState next) {
        state = next;
        claimed = false;
        refusedBy = null;
    }

    OwnNameStatus status(List<Ipv4Address> addresses) {
        Optional<Duration> validFor =
                ttl == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(Integer.toUnsignedLong(ttl)));
        return new OwnNameStatus(name, group(), state, Optional.ofNullable(refusedBy), server(), validFor, addresses);
    }
}
