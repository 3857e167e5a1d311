package io.mailslot4j.nameservice;

import io.mailslot4j.host.LocalInterface;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.nameservice.NamePackets;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import io.mailslot4j.protocol.nameservice.NameServicePacketKind;
import io.mailslot4j.protocol.nameservice.RecordData.Owner;
import io.mailslot4j.protocol.nameservice.ResponseCode;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Asks everybody on our networks whether we may have a name: so many requests, then the overwrite demand (RFC 1002 section
 * 5.1.1.1). Whoever has it says so; silence is consent.
 *
 * <p>The RFC stops with the demand. We listen for one timeout more: who owns the name answers the demand too, also one who
 * became its owner after our requests.
 */
final class RegistrationByBroadcast implements RegistrationTools.Step, RegistrationReplies.Waiting {
    private final RegistrationTools tools;
    private final OwnName name;
    private final Consumer<RegistrationOutcome> outcome;
    private final int id;
    private int asked;
    private RegistrationTools.Step timer = NONE;

    private RegistrationByBroadcast(RegistrationTools tools, OwnName name, Consumer<RegistrationOutcome> outcome) {
        this.tools = tools;
        this.name = name;
        this.outcome = outcome;
        this.id = tools.replies().expect(this);
    }

    /** Tells the outcome later, never at once. */
    static RegistrationTools.Step start(RegistrationTools tools, OwnName name, Consumer<RegistrationOutcome> outcome) {
        RegistrationByBroadcast registration = new RegistrationByBroadcast(tools, name, outcome);
        if (tools.addresses().networks().isEmpty()) {
            registration.timer =
                    tools.later(Duration.ZERO, () -> registration.end(new RegistrationOutcome.Unopposed()));
        } else {
            registration.next();
        }
        return registration;
    }

    private void next() {
        int requests = tools.times().broadcasts();
        if (asked > requests) {
            end(new RegistrationOutcome.Unopposed());
            return;
        }
        boolean demand = asked == requests;
        for (LocalInterface network : tools.addresses().networks()) {
            tools.send(packet(demand, network.address()), network.broadcast());
        }
        if (demand) {
            name.claimed();
        }
        asked++;
        timer = tools.later(tools.times().get(NameServiceTimer.BROADCAST_RETRY), this::next);
    }

    private NameServicePacket packet(boolean demand, Ipv4Address address) {
        Owner own = new Owner(name.flags(), address);
        return demand
                ? NamePackets.nameOverwriteRequest(id, name.name(), own, 0, true)
                : NamePackets.nameRegistrationRequest(id, name.name(), own, 0, true);
    }

    /** A no may come from any address, even our own: then another program on this host has the name. */
    @Override
    public boolean take(NameServicePacket answer, InetSocketAddress from) {
        boolean no = answer.kind() == NameServicePacketKind.NEGATIVE_NAME_REGISTRATION_RESPONSE
                && answer.flags().code().equals(ResponseCode.ACTIVE)
                && answer.subject().filter(name.name()::equals).isPresent();
        if (no) {
            end(new RegistrationOutcome.Refused(Responder.addressOf(from)));
        }
        return no;
    }

    private void end(RegistrationOutcome result) {
        cancel();
        outcome.accept(result);
    }

    @Override
    public void cancel() {
        timer.cancel();
        tools.replies().forget(id);
    }
}
