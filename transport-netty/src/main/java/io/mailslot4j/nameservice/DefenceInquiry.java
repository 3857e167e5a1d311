package io.mailslot4j.nameservice;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.nameservice.RecordData;
import io.mailslot4j.protocol.nameservice.RecordData.Owner;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds out whether a name of ours has another owner. By RFC 1001 section 15.1.3.5 a host that is sent a NAME CONFLICT
 * DEMAND gives up the name; anybody can send one, so we ask the network first, from a port that nobody can guess. Only
 * another owner that answers for itself, or a WINS server of ours that has another and not us, is proof.
 *
 * <p>That is as good as it gets without signatures: whoever lies in both packets, and receives what is sent to the address
 * that it claims, is believed. Each name is inquired about once in a while at most, so that demands do not multiply.
 */
final class DefenceInquiry {
    private final NamePorts ports;
    private final RegistrationTools tools;
    private final Set<OwnName> resting = new HashSet<>();

    DefenceInquiry(NamePorts ports, RegistrationTools tools) {
        this.ports = ports;
        this.tools = tools;
    }

    /**
     * Asks for other owners.
     *
     * @param proved is told whether there are any
     * @return whether it is looked into; not so soon after the last time
     */
    boolean start(OwnName name, Consumer<Boolean> proved) {
        if (!resting.add(name)) {
            return false;
        }
        tools.timers().after(tools.times().get(NameServiceTimer.CONFLICT_REST), () -> resting.remove(name));
        List<InetSocketAddress> networks = tools.addresses().networks().stream()
                .map(network -> tools.socketAddress(network.broadcast()))
                .toList();
        if (tools.options().nodeType() == NodeType.P || networks.isEmpty()) {
            askServer(name, proved);
        } else {
            askEverybody(name, networks, proved);
        }
        return true;
    }

    private void askEverybody(OwnName name, List<InetSocketAddress> networks, Consumer<Boolean> proved) {
        NameServiceTimers times = tools.times();
        NameQuery.everybody(
                ports,
                tools.timers(),
                times.with(NameServiceTimer.GATHER, times.get(NameServiceTimer.CONFLICT)),
                tools.replies().anyId(),
                name.name(),
                networks,
                from -> !tools.addresses().include(Responder.addressOf(from)),
                outcome -> {
                    if (anyProves(outcome, name, true)) {
                        proved.accept(true);
                    } else {
                        askServer(name, proved);
                    }
                });
    }

    private void askServer(OwnName name, Consumer<Boolean> proved) {
        if (name.server().isEmpty()) {
            proved.accept(false);
            return;
        }
        NameQuery.server(
                ports,
                tools.timers(),
                tools.times(),
                tools.replies().anyId(),
                name.name(),
                tools.socketAddress(name.server().get()),
                outcome -> proved.accept(anyProves(outcome, name, false)));
    }

    /** @param ownWord whether only the owner's own word counts */
    private boolean anyProves(QueryOutcome outcome, OwnName name, boolean ownWord) {
        return outcome instanceof QueryOutcome.Answered answered
                && answered.answers().stream().anyMatch(answer -> proves(answer, name, ownWord));
    }

    private boolean proves(QueryOutcome.Answer answer, OwnName name, boolean ownWord) {
        List<Owner> owners = answer.packet().answers().stream()
                .map(record -> record.data())
                .filter(RecordData.Addresses.class::isInstance)
                .flatMap(data -> ((RecordData.Addresses) data).owners().stream())
                .toList();
        // Where we are among the owners, the others are old addresses of ours, or members of our group.
        if (owners.stream().anyMatch(owner -> tools.addresses().include(owner.address()))) {
            return false;
        }
        Ipv4Address from = Responder.addressOf(answer.from());
        return owners.stream()
                .filter(owner -> !ownWord || owner.address().equals(from))
                .anyMatch(owner -> !(name.group() && owner.flags().group()));
    }
}
