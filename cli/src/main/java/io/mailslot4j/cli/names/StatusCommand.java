package io.mailslot4j.cli.names;

import io.mailslot4j.NetworkException;
import io.mailslot4j.cli.arguments.Command;
import io.mailslot4j.cli.arguments.Given;
import io.mailslot4j.cli.arguments.Operand;
import io.mailslot4j.cli.arguments.Usage;
import io.mailslot4j.cli.network.CaptureFile;
import io.mailslot4j.cli.network.CaptureOption;
import io.mailslot4j.cli.network.NameOptions;
import io.mailslot4j.cli.output.FailedException;
import io.mailslot4j.cli.output.Shown;
import io.mailslot4j.cli.output.Streams;
import io.mailslot4j.cli.output.UsageException;
import io.mailslot4j.nameservice.NameLookup;
import io.mailslot4j.nameservice.NameOwner;
import io.mailslot4j.nameservice.NameService;
import io.mailslot4j.nameservice.NodeStatus;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** {@code mailslot status}: shows the names that a host has. */
public final class StatusCommand implements Command {
    /** As many answers as a lookup keeps. An answer can name many more addresses, whose owners never asked for it. */
    private static final int MOST_HOSTS = 64;

    private static final int FIRST_MULTICAST = 224;

    /** What a name server says of a group whose members it does not know. */
    private static final Set<String> NOBODY = Set.of("0.0.0.0", "255.255.255.255");

    private static final Operand<NetBiosName> HOST =
            Operand.one("HOST", "Its name or IPv4 address.", text -> NetBiosName.parse(text, NameSuffix.WORKSTATION));

    private final Streams streams;

    public StatusCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Usage usage() {
        return Usage.of("Show the names that a computer has.")
                .text("""
                        Asks it for its node status. A name is looked up first; if several addresses
                        have it, such as the members of a group, all of them are asked.
                        """)
                .operands(HOST)
                .options(AnswerOptions.ALL)
                .network(List.of(CaptureOption.CAPTURE))
                .network(NameOptions.ALL)
                .ending("""
                        Examples:
                          mailslot status 192.0.2.7
                          mailslot status SERVER
                          mailslot status SERVER --json | jq -r '.names[].name'
                        """);
    }

    @Override
    public boolean run(Given given) throws InterruptedException {
        AnswerOptions answers = new AnswerOptions(given);
        NameOptions options = new NameOptions(given);
        Deadline deadline = answers.deadline();
        try (CaptureFile capture = new CaptureOption(given).open(streams.err());
                NameService names = options.names(capture)) {
            Map<Ipv4Address, CompletableFuture<Optional<NodeStatus>>> asked = new LinkedHashMap<>();
            addresses(options.scoped(given.the(HOST)), names, deadline)
                    .forEach(address -> asked.put(address, names.statusAsync(address)));
            return show(asked, deadline, answers.json());
        }
    }

    private List<Ipv4Address> addresses(NetBiosName name, NameService names, Deadline deadline)
            throws InterruptedException {
        if (Ipv4Address.isDottedQuad(name.text())) {
            Ipv4Address address = Ipv4Address.parse(name.text());
            int first = address.bits() >>> 24;
            if (first == 0 || first >= FIRST_MULTICAST) {
                throw new UsageException(address + " is no computer's address");
            }
            return List.of(address);
        }
        NameLookup lookup = deadline.await(names.lookupAsync(name));
        if (!lookup.found()) {
            throw LookupForm.failure(lookup);
        }
        List<Ipv4Address> addresses = lookup.owners().stream()
                .map(NameOwner::address)
                .filter(address -> !NOBODY.contains(address.toString()))
                .distinct()
                .toList();
        if (addresses.isEmpty()) {
            throw new FailedException(name + " has no addresses to ask: name a computer");
        }
        if (addresses.size() > MOST_HOSTS) {
            warn("asking only the first " + MOST_HOSTS + " of " + addresses.size() + " addresses of " + name);
        }
        return addresses.stream().limit(MOST_HOSTS).toList();
    }

    private boolean show(
            Map<Ipv4Address, CompletableFuture<Optional<NodeStatus>>> asked, Deadline deadline, boolean json)
            throws InterruptedException {
        List<Ipv4Address> silent = new ArrayList<>();
        int unreachable = 0;
        for (var each : asked.entrySet()) {
            try {
                Optional<NodeStatus> status = deadline.await(each.getValue());
                status.ifPresentOrElse(found -> show(found, json), () -> silent.add(each.getKey()));
            } catch (NetworkException e) {
                warn(String.valueOf(e.getMessage()));
                unreachable++;
            }
        }
        if (!silent.isEmpty()) {
            warn("no answer from " + silent.stream().map(Ipv4Address::toString).collect(Collectors.joining(", ")));
        }
        return silent.size() + unreachable < asked.size();
    }

    private void show(NodeStatus status, boolean json) {
        if (json) {
            streams.out().line(StatusForm.json(status));
        } else {
            StatusForm.table(status).forEach(streams.out()::line);
        }
    }

    private void warn(String what) {
        streams.err().println(Shown.line("mailslot status: " + what));
    }
}
