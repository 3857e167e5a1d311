package io.mailslot4j.nameservice;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.name.NetBiosName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How it stands with a name of ours at a moment.
 *
 * @param name the name
 * @param group whether it is a group's
 * @param state whether it is ours
 * @param refusedBy who has it instead, or the WINS server that says so; only when {@link OwnNameState#REFUSED}
 * @param server the WINS server that has us in its table
 * @param ttl for how long that server has us, from when it last said so; empty is for ever, or no server
 * @param addresses where we are, one for each interface
 */
public record OwnNameStatus(
        NetBiosName name,
        boolean group,
        OwnNameState state,
        Optional<Ipv4Address> refusedBy,
        Optional<Ipv4Address> server,
        Optional<Duration> ttl,
        List<Ipv4Address> addresses) {
    /** Copies the list. */
    public OwnNameStatus {
        addresses = List.copyOf(addresses);
    }
}
