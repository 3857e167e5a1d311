package io.mailslot4j.nameservice;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.nameservice.NamePackets;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import io.mailslot4j.protocol.nameservice.RecordData.Owner;
import io.mailslot4j.protocol.nameservice.ResponseCode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Gives a name up at a WINS server, one address after the other, whatever it says of each: some servers forget all with the
 * first (RFC 1002 section 5.1.2.4).
 */
final class ReleaseFromWins implements RegistrationTools.Step {
    private final RegistrationTools tools;
    private final Ipv4Address server;
    private final List<Ipv4Address> addresses;
    private final OwnName name;
    private final Consumer<Boolean> done;
    private RegistrationTools.Step current = NONE;
    private boolean taken;

    private ReleaseFromWins(
            RegistrationTools tools,
            Ipv4Address server,
            List<Ipv4Address> addresses,
            OwnName name,
            Consumer<Boolean> done) {
        this.tools = tools;
        this.server = server;
        this.addresses = addresses;
        this.name = name;
        this.done = done;
    }

    /**
     * Begins it.
     *
     * @param done is told, later, whether the server took any of it
     */
    static RegistrationTools.Step start(
            RegistrationTools tools,
            Ipv4Address server,
            List<Ipv4Address> addresses,
            OwnName name,
            Consumer<Boolean> done) {
        ReleaseFromWins release = new ReleaseFromWins(tools, server, List.copyOf(addresses), name, done);
        release.tell(0);
        return release;
    }

    private void tell(int address) {
        if (address == addresses.size()) {
            end();
            return;
        }
        Owner own = new Owner(name.flags(), addresses.get(address));
        current = RegistrationExchange.start(
                tools,
                server,
                id -> NamePackets.nameReleaseRequest(id, name.name(), own, false),
                answer -> answered(address, answer));
    }

    private void end() {
        current = tools.later(Duration.ZERO, () -> done.accept(taken));
    }

    /** A silent server is not asked about the other addresses. */
    private void answered(int address, Optional<NameServicePacket> answer) {
        if (answer.isEmpty()) {
            end();
            return;
        }
        taken |= answer.get().flags().code().equals(ResponseCode.SUCCESS);
        tell(address + 1);
    }

    @Override
    public void cancel() {
        current.cancel();
    }
}
