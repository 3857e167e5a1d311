package io.mailslot4j.nameservice;

import io.mailslot4j.host.LocalInterface;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.nameservice.NamePackets;
import io.mailslot4j.protocol.nameservice.RecordData.Owner;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The life of one name of ours, by the type of node that we are (RFC 1001 section 15.2, MS-NBTE sections 3.1.4.1 and
 * 3.1.7).
 *
 * <ul>
 *   <li>B asks everybody on our networks; silence is consent.
 *   <li>P asks the WINS servers, and again and again while they are silent.
 *   <li>M asks everybody, then the WINS servers; their silence is consent too.
 *   <li>H asks the WINS servers, and everybody only while they are silent.
 * </ul>
 *
 * <p>A server that was silent is asked again after a while. A server that has the name is told at half its time that we
 * still have it; if it does not know that, we ask anew, and keep the name meanwhile. If it is not the first of our servers,
 * the first is asked again by then.
 */
final class OwnNameRegistration {
    private final RegistrationTools tools;
    private final OwnName name;
    private final Consumer<OwnName> changed;
    private final NodeType nodeType;
    private RegistrationTools.Step current = RegistrationTools.Step.NONE;
    private boolean unopposed;

    /** @param changed is told when it may stand otherwise with the name, as the last thing in each step */
    OwnNameRegistration(RegistrationTools tools, OwnName name, Consumer<OwnName> changed) {
        this.tools = tools;
        this.name = name;
        this.changed = changed;
        this.nodeType = tools.options().nodeType();
    }

    OwnName name() {
        return name;
    }

    /** Asks for the name, or asks again because we are elsewhere. */
    void start() {
        current.cancel();
        unopposed = false;
        name.registering();
        if (nodeType == NodeType.B || nodeType == NodeType.M) {
            askEverybody();
        } else {
            askServers();
        }
        changed.accept(name);
    }

    private void askEverybody() {
        current = RegistrationByBroadcast.start(tools, name, outcome -> {
            current = RegistrationTools.Step.NONE;
            if (outcome instanceof RegistrationOutcome.Refused refused) {
                refused(refused.by());
                return;
            }
            unopposed = true;
            if (nodeType == NodeType.M && hasServers()) {
                askServers();
            } else {
                activeWithoutServer();
            }
        });
    }

    private void askServers() {
        current = RegistrationWithWins.register(tools, name, outcome -> {
            current = RegistrationTools.Step.NONE;
            if (outcome instanceof RegistrationOutcome.Accepted accepted) {
                accepted(accepted);
            } else if (outcome instanceof RegistrationOutcome.Refused refused) {
                refused(refused.by());
            } else {
                serversAreSilent();
            }
        });
    }

    private void serversAreSilent() {
        if (unopposed) {
            activeWithoutServer();
        } else if (nodeType == NodeType.P) {
            name.withoutServer();
            askServersLater();
            changed.accept(name);
        } else {
            askEverybody();
        }
    }

    private void activeWithoutServer() {
        name.withoutServer();
        name.active();
        askServersLater();
        changed.accept(name);
    }

    private void askServersLater() {
        current = hasServers() && nodeType != NodeType.B
                ? tools.later(tools.times().get(NameServiceTimer.WINS_DOWN), this::askServers)
                : RegistrationTools.Step.NONE;
    }

    private boolean hasServers() {
        return !tools.options().winsServers().isEmpty();
    }

    private void accepted(RegistrationOutcome.Accepted accepted) {
        // An H node that finds its servers silent another time asks everybody another time.
        unopposed = nodeType == NodeType.M;
        name.activeAt(accepted.server(), accepted.ttl());
        Duration refresh = tools.times().refreshAfter(accepted.ttl());
        if (accepted.server().equals(tools.options().winsServers().get(0))) {
            current = tools.later(refresh, () -> refresh(accepted.server()));
        } else {
            Duration backToFirst = tools.times().get(NameServiceTimer.WINS_RETURN);
            current = tools.later(refresh.compareTo(backToFirst) < 0 ? refresh : backToFirst, this::askServers);
        }
        changed.accept(name);
    }

    private void refresh(Ipv4Address server) {
        current = RegistrationWithWins.refresh(tools, server, name, outcome -> {
            current = RegistrationTools.Step.NONE;
            if (outcome instanceof RegistrationOutcome.Accepted accepted) {
                accepted(accepted);
            } else {
                askServers();
            }
        });
    }

    private void refused(Ipv4Address by) {
        name.refused(by);
        changed.accept(name);
    }

    /** It is certain that somebody else has it too. */
    void conflict() {
        current.cancel();
        name.conflict();
        changed.accept(name);
    }

    /** Tells the server that has us in its table that we are no longer at these addresses. */
    void gone(List<Ipv4Address> addresses) {
        name.server()
                .filter(server -> !addresses.isEmpty())
                .ifPresent(server -> ReleaseFromWins.start(tools, server, addresses, name, taken -> {}));
    }

    /** Gives the name up, and tells whoever was told that we have it. What is not ours is not ours to give up. */
    void release(Runnable done) {
        current.cancel();
        boolean held = name.held();
        // A server that is being asked may say yes after we have gone.
        Optional<Ipv4Address> asked =
                current instanceof RegistrationWithWins registration ? registration.asked() : Optional.empty();
        List<Ipv4Address> servers =
                Stream.concat(name.server().stream(), asked.stream()).distinct().toList();
        name.released();
        changed.accept(name);
        if (!servers.isEmpty()) {
            tellServers(servers.iterator(), false, done);
        } else if (held && nodeType != NodeType.P) {
            tellEverybody(done);
        } else {
            done.run();
        }
    }

    private void tellServers(Iterator<Ipv4Address> servers, boolean taken, Runnable done) {
        if (servers.hasNext()) {
            current = ReleaseFromWins.start(
                    tools,
                    servers.next(),
                    tools.addresses().all(),
                    name,
                    takenHere -> tellServers(servers, taken || takenHere, done));
        } else if (nodeType == NodeType.M || (nodeType == NodeType.H && !taken)) {
            tellEverybody(done);
        } else {
            done.run();
        }
    }

    private void tellEverybody(Runnable done) {
        boolean reachable = !tools.addresses().networks().isEmpty();
        tellEverybody(tools.replies().anyId(), reachable ? tools.times().broadcasts() : 1, done);
    }

    /** The release demand, as often as any broadcast (RFC 1002 section 5.1.1.4). Nobody answers it. */
    private void tellEverybody(int id, int times, Runnable done) {
        for (LocalInterface network : tools.addresses().networks()) {
            Owner own = new Owner(name.flags(), network.address());
            tools.send(NamePackets.nameReleaseRequest(id, name.name(), own, true), network.broadcast());
        }
        if (times > 1) {
            current = tools.later(
                    tools.times().get(NameServiceTimer.BROADCAST_RETRY), () -> tellEverybody(id, times - 1, done));
        } else {
            done.run();
        }
    }
}
