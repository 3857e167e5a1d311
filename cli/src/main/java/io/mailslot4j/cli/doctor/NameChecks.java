package io.mailslot4j.cli.doctor;

import io.mailslot4j.NetworkException;
import io.mailslot4j.NetworkStatus;
import io.mailslot4j.cli.network.NetworkOptions;
import io.mailslot4j.cli.output.WireJson;
import io.mailslot4j.host.BindTrouble;
import io.mailslot4j.host.Interfaces;
import io.mailslot4j.host.LocalInterface;
import io.mailslot4j.host.PacketSocket;
import io.mailslot4j.nameservice.NameService;
import io.mailslot4j.nameservice.NameServiceBuilder;
import io.mailslot4j.nameservice.NameServiceTimer;
import io.mailslot4j.nameservice.NameServiceTimers;
import io.mailslot4j.nameservice.NodeStatus;
import io.mailslot4j.protocol.name.NetBiosName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/**
 * How others find this host, and how it finds them. Only this host itself is asked.
 *
 * @param status of a network in which a reader was open
 * @param namePort where names are answered for
 */
record NameChecks(NetworkOptions options, NetworkStatus status, int namePort) {
    private static final String BEING_FOUND = "being found";
    private static final String FINDING = "finding others";

    /** It need not travel, but whoever answers may have something else to do first. */
    private static final NameServiceTimers PATIENCE =
            NameServiceTimers.DEFAULT.with(NameServiceTimer.UNICAST_RETRY, Duration.ofSeconds(1));

    NameChecks(NetworkOptions options, NetworkStatus status) {
        this(options, status, NameServiceBuilder.NAME_SERVICE_PORT);
    }

    /** Whether others find this host by its name. */
    Check beingFound() throws InterruptedException {
        return options.ownsNames() ? owning() : whoAnswers();
    }

    private Check owning() {
        try {
            List<LocalInterface> where = new Interfaces(options.interfaces()).now();
            for (LocalInterface each : options.interfaces().isEmpty() ? List.of(LocalInterface.ANY) : where) {
                tryToBind(each);
            }
            return Check.ok(
                    BEING_FOUND,
                    "UDP port " + namePort + " can be had: a listener can answer for " + status.computerName());
        } catch (NetworkException e) {
            return status.holder().isPresent()
                    ? Check.warning(
                            BEING_FOUND,
                            "process " + status.holder().getAsLong()
                                    + " has port 138, and names are answered for by who has port " + namePort,
                            String.valueOf(e.getMessage()))
                    : Check.trouble(BEING_FOUND, "a listener cannot answer for our names", e);
        }
    }

    private void tryToBind(LocalInterface where) {
        InetSocketAddress address;
        try {
            address = new InetSocketAddress(
                    InetAddress.getByAddress(where.address().toOctets()), namePort);
            DatagramChannel socket = PacketSocket.unbound(address);
            try (socket) {
                socket.bind(address);
            } catch (IOException e) {
                throw BindTrouble.explain(address, e);
            }
        } catch (IOException e) {
            throw new NetworkException(
                    NetworkException.Reason.INPUT_OUTPUT, "cannot open a socket: " + e.getMessage(), e);
        }
    }

    private Check whoAnswers() throws InterruptedException {
        Optional<NodeStatus> here;
        try (NameService names = options.names(PATIENCE)) {
            here = names.statusHereAsync().get();
        } catch (ExecutionException | NetworkException e) {
            here = Optional.empty();
        }
        if (here.isEmpty()) {
            return Check.note(
                    BEING_FOUND,
                    "nothing here answers for " + status.computerName()
                            + ": others reach us by our address, or with all of " + status.workgroup(),
                    "to be found by name, listen with --own-names");
        }
        String who = here.get().computerName().map(NetBiosName::text).orElse("other names");
        String found = "a program at " + WireJson.endpoint(here.get().host()) + " answers for " + who;
        return who.equals(status.computerName())
                ? Check.ok(BEING_FOUND, found)
                : Check.warning(
                        BEING_FOUND,
                        found + ", and not for " + status.computerName(),
                        "have one name for this host: --computer-name, or 'netbios name' in smb.conf");
    }

    /** Where a name that is not known would be looked for. */
    Check finding() {
        List<String> methods;
        try (NameService names = options.names(PATIENCE)) {
            methods = names.methods();
        }
        boolean asksNetwork = methods.stream().anyMatch(m -> m.startsWith("WINS") || m.startsWith("broadcast"));
        String found =
                "a name is looked for " + (methods.isEmpty() ? "nowhere" : "by " + String.join(", then ", methods));
        if (asksNetwork) {
            return Check.ok(FINDING, found + " (nobody was asked now)");
        }
        String advice = "name a WINS server with --wins, or another --node-type";
        return options.ownsNames()
                ? Check.trouble(FINDING, found + ", and a listener has no server for its own names", advice)
                : Check.warning(FINDING, found + ", and never on the network", advice);
    }
}
