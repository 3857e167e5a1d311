package io.mailslot4j.nameservice;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.nameservice.NamePackets;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import io.mailslot4j.protocol.nameservice.NameServicePacketKind;
import io.mailslot4j.protocol.nameservice.RecordData.Owner;
import io.mailslot4j.protocol.nameservice.ResourceRecord;
import io.mailslot4j.protocol.nameservice.ResponseCode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells a WINS server each of our addresses, one after the other, and if it keeps silent or is ill, the next server (RFC
 * 1002 section 5.1.2, MS-NBTE section 3.1.4.1).
 */
final class RegistrationWithWins implements RegistrationTools.Step {
    /** What a server is told of an address. */
    private interface Request {
        NameServicePacket of(int id, Owner owner);
    }

    private final RegistrationTools tools;
    private final List<Ipv4Address> servers;
    private final List<Ipv4Address> addresses;
    private final OwnName name;
    private final Request request;
    private final Consumer<RegistrationOutcome> outcome;
    private RegistrationTools.Step current = NONE;
    private @Nullable Ipv4Address asked;

    private RegistrationWithWins(
            RegistrationTools tools,
            List<Ipv4Address> servers,
            List<Ipv4Address> addresses,
            OwnName name,
            Request request,
            Consumer<RegistrationOutcome> outcome) {
        this.tools = tools;
        this.servers = servers;
        this.addresses = addresses;
        this.name = name;
        this.request = request;
        this.outcome = outcome;
    }

    /** May I have it? Asks the servers of our options in turn. */
    static RegistrationTools.Step register(
            RegistrationTools tools, OwnName name, Consumer<RegistrationOutcome> outcome) {
        List<Ipv4Address> addresses = tools.addresses().all();
        boolean multihomed = !name.group() && addresses.size() > 1;
        Request request = (id, owner) -> multihomed
                ? NamePackets.multihomedNameRegistrationRequest(
                        id, name.name(), owner, tools.times().winsTtl())
                : NamePackets.nameRegistrationRequest(
                        id, name.name(), owner, tools.times().winsTtl(), false);
        return start(tools, tools.options().winsServers(), addresses, name, request, outcome);
    }

    /** I still have it. */
    static RegistrationTools.Step refresh(
            RegistrationTools tools, Ipv4Address server, OwnName name, Consumer<RegistrationOutcome> outcome) {
        Request request = (id, owner) -> NamePackets.nameRefreshRequest(
                id, name.name(), owner, tools.times().winsTtl());
        return start(tools, List.of(server), tools.addresses().all(), name, request, outcome);
    }

    private static RegistrationTools.Step start(
            RegistrationTools tools,
            List<Ipv4Address> servers,
            List<Ipv4Address> addresses,
            OwnName name,
            Request request,
            Consumer<RegistrationOutcome> outcome) {
        RegistrationWithWins step = new RegistrationWithWins(tools, servers, addresses, name, request, outcome);
        if (addresses.isEmpty()) {
            step.silence();
        } else {
            step.tell(0, 0);
        }
        return step;
    }

    private void tell(int server, int address) {
        if (server == servers.size()) {
            silence();
            return;
        }
        asked = servers.get(server);
        Owner own = new Owner(name.flags(), addresses.get(address));
        current = RegistrationExchange.start(
                tools, servers.get(server), id -> request.of(id, own), answer -> answered(server, address, answer));
    }

    private void silence() {
        current = tools.later(Duration.ZERO, () -> outcome.accept(new RegistrationOutcome.Silence()));
    }

    private void answered(int server, int address, Optional<NameServicePacket> answer) {
        if (answer.isEmpty() || isIll(answer.get())) {
            takeBack(server, address);
            tell(server + 1, 0);
        } else if (isNo(answer.get())) {
            takeBack(server, address);
            outcome.accept(new RegistrationOutcome.Refused(by(servers.get(server), answer.get())));
        } else if (address + 1 < addresses.size()) {
            name.claimed();
            tell(server, address + 1);
        } else {
            int ttl = answer.get().answers().stream()
                    .findFirst()
                    .map(ResourceRecord::ttl)
                    .orElse(0);
            outcome.accept(new RegistrationOutcome.Accepted(servers.get(server), ttl));
        }
    }

    /** A server that took the first of our addresses, but not all, shall not keep them. */
    private void takeBack(int server, int accepted) {
        if (accepted > 0) {
            ReleaseFromWins.start(tools, servers.get(server), addresses.subList(0, accepted), name, taken -> {});
        }
    }

    /** A server that cannot do its work is as good as silent. */
    private static boolean isIll(NameServicePacket answer) {
        ResponseCode code = answer.flags().code();
        return code.equals(ResponseCode.FORMAT_ERROR)
                || code.equals(ResponseCode.SERVER_FAILURE)
                || code.equals(ResponseCode.NOT_IMPLEMENTED);
    }

    /**
     * A server that does not challenge the old owner itself wants us to (END-NODE CHALLENGE, RFC 1002 section 4.2.7). We
     * do not fight: the old owner keeps the name.
     */
    private static boolean isNo(NameServicePacket answer) {
        return !answer.flags().code().equals(ResponseCode.SUCCESS) || isChallenge(answer);
    }

    private static boolean isChallenge(NameServicePacket answer) {
        return answer.kind() == NameServicePacketKind.END_NODE_CHALLENGE_REGISTRATION_RESPONSE;
    }

    /** Only a challenge names the owner; a refusal has our own address back. */
    private static Ipv4Address by(Ipv4Address server, NameServicePacket answer) {
        return isChallenge(answer)
                ? RegistrationClaim.of(answer.answers()).map(Owner::address).orElse(server)
                : server;
    }

    /** The server that was told something, and may not have answered yet. */
    Optional<Ipv4Address> asked() {
        return Optional.ofNullable(asked);
    }

    @Override
    public void cancel() {
        current.cancel();
    }
}
