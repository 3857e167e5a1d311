package io.mailslot4j.cli.network;

import io.mailslot4j.cli.output.UsageException;
import io.mailslot4j.nameservice.NameService;
import io.mailslot4j.nameservice.NameServiceBuilder;
import io.mailslot4j.nameservice.NameServiceTimer;
import io.mailslot4j.nameservice.NameServiceTimers;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.name.NameScope;
import io.mailslot4j.protocol.name.NetBiosName;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say how names are found. Whatever is not given stays the library's default. */
public final class NameOptions {
    /** As long as each query, so that whoever has the name too is heard. */
    private static final Duration GATHER = Duration.ofMillis(250);

    @Mixin
    private FindingOptions finding = new FindingOptions();

    @Option(
            names = "--node-type",
            paramLabel = "B|P|M|H",
            description = "How names are found: B by broadcast, P by WINS, M by broadcast first, H by WINS first."
                    + " Default: H with WINS, else B.")
    private @Nullable NodeType nodeType;

    @Option(
            names = "--interface",
            paramLabel = "NAME",
            description = "Ask on this interface only, by name or address. Repeatable. Default: all but loopback.")
    private List<String> interfaces = List.of();

    @Option(
            names = "--host",
            paramLabel = "NAME=ADDRESS",
            description = "Where a computer is, so that nobody is asked. Repeatable.")
    private Map<String, String> hosts = new LinkedHashMap<>();

    @Option(names = "--scope", paramLabel = "SCOPE", description = "The NetBIOS scope of all names. Default: none.")
    private String scope = "";

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
        return build(names -> names.order(
                nodeType == NodeType.B
                        ? List.of(broadcast)
                        : nodeType == NodeType.P ? List.of(wins) : List.of(wins, broadcast)));
    }

    private NameService build(Consumer<NameServiceBuilder> more) {
        try {
            NameServiceBuilder names = NameService.builder()
                    .timers(NameServiceTimers.DEFAULT.with(NameServiceTimer.GATHER, GATHER))
                    .scope(scope);
            finding.applyTo(names);
            interfaces.forEach(names::networkInterface);
            hosts.forEach(names::host);
            if (nodeType != null) {
                names.nodeType(nodeType);
            }
            more.accept(names);
            return names.build();
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
    }

    public String scope() {
        return scope;
    }

    /** A name that the user gave, in the scope that the user gave. */
    public NetBiosName scoped(NetBiosName name) {
        return name.in(NameScope.parse(scope));
    }
}
