package io.mailslot4j.cli.messages;

import io.mailslot4j.NetworkCounters;
import io.mailslot4j.NetworkStatus;
import io.mailslot4j.cli.output.Shown;
import io.mailslot4j.cli.output.WireJson;
import io.mailslot4j.nameservice.OwnNameStatus;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.mailslot.MailslotName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The lines that a listener begins and ends with. */
final class ListenerLines {
    private static final int KIB = 1 << 10;
    private static final int MIB = 1 << 20;

    private ListenerLines() {}

    /** Who we are, where we listen, and to what. */
    static String start(NetworkStatus status, List<MailslotName> names) {
        List<String> where = new ArrayList<>();
        status.nmbdSocket().ifPresent(socket -> where.add("by nmbd's " + socket));
        if (!status.listening().isEmpty()) {
            where.add(
                    "on " + status.listening().stream().map(WireJson::endpoint).collect(Collectors.joining(" and "))
                            + " (receive buffer " + size(status.receiveBuffer()) + ")");
        }
        String shared = status.holder().isPresent()
                ? ", shared by process " + status.holder().getAsLong()
                : "";
        return Shown.line("listening as " + status.computerName() + " in " + status.workgroup() + " "
                + (where.isEmpty() ? "without network" : String.join(" and ", where)) + shared + ": "
                + names.stream().map(MailslotName::toString).collect(Collectors.joining(", ")));
    }

    /** Why nothing comes from the network, or nobody there finds us, if so. */
    static Optional<String> warning(String command, NetworkStatus status) {
        return status.problem()
                .map(problem -> "only messages of this machine will come: " + problem.getMessage())
                .or(() ->
                        status.namesProblem().map(problem -> "others may not find us by name: " + problem.getMessage()))
                .map(trouble -> Shown.line("mailslot " + command + ": warning: " + trouble));
    }

    /** What came of it. */
    static String end(NetworkStatus status, NetworkCounters counters) {
        long dropped =
                counters.dropped().values().stream().mapToLong(Long::longValue).sum();
        String reasons = counters.dropped().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", ", " (", ")"));
        String kernel = status.kernelDrops().isPresent()
                ? Long.toString(status.kernelDrops().getAsLong())
                : "not known";
        return "received " + counters.received() + " datagrams, delivered " + counters.delivered()
                + " messages, dropped " + dropped + (dropped == 0 ? "" : reasons) + ", kernel drops " + kernel;
    }

    /** Why others do not find us by a name, if they do not. */
    static Optional<String> nameTrouble(OwnNameStatus status) {
        return switch (status.state()) {
            case REFUSED ->
                Optional.of(Shown.line("others do not find us as " + status.name() + ": "
                        + status.refusedBy().map(Ipv4Address::toString).orElse("somebody")
                        + " has that name or says so; choose another with --computer-name"));
            case CONFLICT ->
                Optional.of(Shown.line(
                        "others do not find us as " + status.name() + " any longer: somebody else took that name too"));
            case REGISTERING, ACTIVE, RELEASED -> Optional.empty();
        };
    }

    private static String size(int octets) {
        return octets >= MIB && octets % MIB == 0
                ? octets / MIB + " MiB"
                : String.format(Locale.ROOT, "%d KiB", octets / KIB);
    }
}
