package io.mailslot4j.cli.network;

import io.mailslot4j.cli.arguments.Given;
import io.mailslot4j.cli.arguments.Option;
import io.mailslot4j.cli.arguments.Value;
import io.mailslot4j.cli.output.UsageException;
import io.mailslot4j.nameservice.NameService;
import io.mailslot4j.nameservice.NameServiceBuilder;
import io.mailslot4j.nameservice.NameServiceTimer;
import io.mailslot4j.nameservice.NameServiceTimers;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.name.NameScope;
import io.mailslot4j.protocol.name.NetBiosName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The options that say how names are found. Whatever is not given stays the library's default.
 *
 * @param given what was
 */
public record NameOptions(Given given) {
    /** As long as each query, so that whoever has the name too is heard. */
    private static final Duration GATHER = Duration.ofMillis(250);

    private static final Value<String> INTERFACE = Value.ofText(
                    "--interface",
                    "NAME",
                    "Ask on this interface only, by name or address. Repeatable. Default: all but loopback.")
            .repeated();
    private static final Value<HostAddress> HOST = Value.of(
                    "--host",
                    HostAddress.FORM,
                    "Where a computer is, so that nobody is asked. Repeatable.",
                    HostAddress::parse)
            .repeated();
    private static final Value<String> SCOPE =
            Value.ofText("--scope", "SCOPE", "The NetBIOS scope of all names. Default: none.");

    /** All of them. */
    public static final List<Option> ALL = Stream.concat(
                    FindingOptions.ALL.stream(), Stream.of(NodeTypeOption.NODE_TYPE, INTERFACE, HOST, SCOPE))
            .toList();

    /** The name service, which waits for further answers after the first. */
    public NameService names(CaptureFile capture) {
        return build(names -> {
            if (capture.isWanted()) {
                names.packetWatcher(capture);
            }
        });
    }

    /** The same, but only those are asked who can have a name themselves, no files and no DNS. */
    public NameService namesOnTheNetwork() {
        NameServiceBuilder.Method wins = NameServiceBuilder.Method.WINS;
        NameServiceBuilder.Method broadcast = NameServiceBuilder.Method.BROADCAST;
        Optional<NodeType> nodeType = given.value(NodeTypeOption.NODE_TYPE);
        return build(names -> names.order(
                nodeType.equals(Optional.of(NodeType.B))
                        ? List.of(broadcast)
                        : nodeType.equals(Optional.of(NodeType.P)) ? List.of(wins) : List.of(wins, broadcast)));
    }

    private NameService build(Consumer<NameServiceBuilder> more) {
        try {
            NameServiceBuilder names = NameService.builder()
                    .timers(NameServiceTimers.DEFAULT.with(NameServiceTimer.GATHER, GATHER))
                    .scope(scope());
            new FindingOptions(given).applyTo(names);
            given.values(INTERFACE).forEach(names::networkInterface);
            names.requireInterfaces(true);
            given.values(HOST).forEach(host -> names.host(host.name(), host.address()));
            given.value(NodeTypeOption.NODE_TYPE).ifPresent(names::nodeType);
            more.accept(names);
            return names.build();
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
    }

    public String scope() {
        return given.value(SCOPE).orElse("");
    }

    /** A name that the user gave, in the scope that the user gave. */
    public NetBiosName scoped(NetBiosName name) {
        return name.in(NameScope.parse(scope()));
    }
}
