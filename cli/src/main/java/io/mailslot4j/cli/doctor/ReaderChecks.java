package io.mailslot4j.cli.doctor;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotException;
import io.mailslot4j.MailslotNetwork;
import io.mailslot4j.NetworkException;
import io.mailslot4j.NetworkStatus;
import io.mailslot4j.RuntimeFolderException;
import io.mailslot4j.cli.network.NetworkOptions;
import io.mailslot4j.cli.output.WireJson;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a reader hears of the network, by opening one of a slot that nobody writes to.
 *
 * @param network that it is opened in; as long as this is open its status can be asked
 */
record ReaderChecks(NetworkOptions options, MailslotNetwork network) {
    private static final String RECEIVING = "receiving";
    private static final String BUFFER = "receive buffer";
    private static final int USUAL_PORT = 138;
    private static final int KIB = 1 << 10;

    /** What Linux counts for a datagram of usual length, of a buffer that is twice what was asked for. */
    private static final int OCTETS_A_DATAGRAM = 1280 / 2;

    /** A slot that nobody else reads or writes to. */
    static String slot() {
        return "MAILSLOT4J\\DOCTOR\\" + UUID.randomUUID();
    }

    List<Check> receiving() {
        if (!options.usesNetwork()) {
            return List.of(
                    Check.note(RECEIVING, "only messages of this machine: --no-network switches the rest off", ""));
        }
        try {
            // Its network goes on listening.
            Mailslot.builder(slot()).network(network).openReader().close();
        } catch (NetworkException | RuntimeFolderException e) {
            return List.of(nothingComes(e));
        }
        NetworkStatus status = network.status();
        if (status.problem().isPresent()) {
            return List.of(nothingComes(status.problem().get()));
        }
        return status.listening().isEmpty() ? List.of(hearing(status)) : List.of(hearing(status), buffer(status));
    }

    private static Check nothingComes(MailslotException e) {
        String found = e instanceof RuntimeFolderException
                ? "a reader cannot be opened"
                : "nothing comes from the network, only messages of this machine";
        return Check.trouble(RECEIVING, found, e);
    }

    static Check hearing(NetworkStatus status) {
        String sockets = status.listening().stream().map(WireJson::endpoint).collect(Collectors.joining(" and "));
        String shared = status.holder().isPresent()
                ? ", shared by the mailslot program with process id "
                        + status.holder().getAsLong()
                : "";
        if (status.nmbdSocket().isPresent()) {
            String nmbd = "Samba's nmbd has the port and hands over what it hears, at "
                    + status.nmbdSocket().get() + shared;
            return sockets.isEmpty()
                    ? Check.warning(
                            RECEIVING,
                            nmbd + "; it loses long messages, and some of many at once",
                            "with a permission for UDP port 138 broadcasts come whole: docs/platforms.md tells how")
                    : Check.ok(RECEIVING, nmbd + "; broadcasts come to UDP " + sockets + " too");
        }
        int port = status.listening().get(0).getPort();
        return Check.ok(
                RECEIVING,
                "a listener has UDP " + sockets + shared
                        + (port == USUAL_PORT
                                ? ""
                                : "; others send to 138, so something must redirect that here, or they must know"));
    }

    static Check buffer(NetworkStatus status) {
        int granted = status.receiveBuffer();
        int wanted = NetworkStatus.WANTED_RECEIVE_BUFFER;
        boolean linux = System.getProperty("os.name", "").startsWith("Linux");
        String found = granted / KIB + " KiB"
                + (granted < wanted ? " of " + wanted / KIB + " KiB that were asked for" : "")
                + (linux ? ": some " + granted / OCTETS_A_DATAGRAM + " datagrams may wait" : "")
                + (granted < wanted ? ", and more at once are lost" : "");
        return granted >= wanted
                ? Check.ok(BUFFER, found)
                : Check.warning(
                        BUFFER,
                        found,
                        (linux
                                        ? "sysctl -w net.core.rmem_max=" + wanted
                                                + "; to keep it, in a file of /etc/sysctl.d"
                                        : "raise the system's limit")
                                + (status.holder().isPresent()
                                        ? "; then start process "
                                                + status.holder().getAsLong() + " again"
                                        : ""));
    }
}
