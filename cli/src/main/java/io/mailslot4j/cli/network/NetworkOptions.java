package io.mailslot4j.cli.network;

import io.mailslot4j.MailslotNetwork;
import io.mailslot4j.MailslotNetworkBuilder;
import io.mailslot4j.cli.output.UsageException;
import io.mailslot4j.nameservice.OwnNameStatus;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.mailslot.SizeLimit;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say who we are on the network, and how we use it. Whatever is not given stays the library's default. */
public final class NetworkOptions {
    @Mixin
    private IdentityOptions identity = new IdentityOptions();

    @Option(
            names = "--interface",
            paramLabel = "NAME",
            description = "Use this interface only, by name or address. Repeatable. Default: all but loopback.")
    private List<String> interfaces = List.of();

    @Option(
            names = "--host",
            paramLabel = "NAME=ADDRESS",
            description = "Where a computer is; with a broadcast address, a domain. Repeatable.")
    private Map<String, String> hosts = new LinkedHashMap<>();

    @Mixin
    private FindingOptions finding = new FindingOptions();

    @Option(names = "--listen-port", paramLabel = "PORT", description = "The UDP port to receive on. Default: 138.")
    private @Nullable Integer listenPort;

    @Option(names = "--remote-port", paramLabel = "PORT", description = "The UDP port to send to. Default: 138.")
    private @Nullable Integer remotePort;

    @Option(
            names = "--node-type",
            paramLabel = "B|P|M|H",
            description = "How names are found: B by broadcast, P by WINS, M by broadcast first, H by WINS first."
                    + " Default: H with WINS, else B.")
    private @Nullable NodeType nodeType;

    @Option(names = "--scope", paramLabel = "SCOPE", description = "The NetBIOS scope of all our names. Default: none.")
    private @Nullable String scope;

    @Option(
            names = "--size-limit",
            paramLabel = "LIMIT",
            converter = Limits.class,
            description =
                    "How long a message may be: as Windows sends (windows), as Win32 promises (424), or as Samba's nmbd receives (nmbd). Default: windows.")
    private @Nullable SizeLimit sizeLimit;

    @Option(names = "--accept-all-names", description = "Receive whatever comes, to whichever name it is addressed.")
    private boolean acceptAllNames;

    @Option(
            names = "--own-names",
            description = "While reading, register our names and answer for them, so that others reach us by name."
                    + " Needs UDP port 137 too.")
    private boolean ownNames;

    @Mixin
    private CaptureOption capture = new CaptureOption();

    @Option(names = "--no-network", description = "No network, only slots of this machine.")
    private boolean noNetwork;

    @Option(
            names = "--alone",
            description = "Meet no other program of this user: only the network, and slots of this process.")
    private boolean alone;

    /**
     * The file that packets are written to, to be closed after the network.
     *
     * @param err is told if it breaks off
     */
    public CaptureFile capture(PrintStream err) {
        return capture.open(err);
    }

    /**
     * The network. That we can receive from it is required if it is said how; otherwise messages of this machine will do.
     */
    public MailslotNetwork network(CaptureFile capture) {
        return network(capture, status -> {});
    }

    /**
     * The network, as {@link #network(CaptureFile)}.
     *
     * @param nameChanges is told, on a thread of the network, whenever it stands otherwise with a name of ours
     */
    public MailslotNetwork network(CaptureFile capture, Consumer<OwnNameStatus> nameChanges) {
        if (ownNames && noNetwork) {
            throw new UsageException("--own-names needs the network, and --no-network switches it off");
        }
        try {
            MailslotNetworkBuilder network = MailslotNetwork.builder()
                    .requireNetwork(!noNetwork && isAskedFor())
                    .acceptAllNames(acceptAllNames)
                    .ownNames(ownNames);
            network.names(names -> {
                finding.applyTo(names);
                names.whenNameChanges(nameChanges);
            });
            identity.applyTo(network);
            if (capture.isWanted()) {
                network.packetWatcher(capture);
            }
            interfaces.forEach(network::networkInterface);
            hosts.forEach(network::host);
            if (listenPort != null) {
                network.listenPort(listenPort);
            }
            if (remotePort != null) {
                network.remotePort(remotePort);
            }
            if (nodeType != null) {
                network.nodeType(nodeType);
            }
            if (scope != null) {
                network.scope(scope);
            }
            if (sizeLimit != null) {
                network.sizeLimit(sizeLimit);
            }
            if (noNetwork) {
                network.withoutNetwork();
            }
            if (alone) {
                network.withoutOtherProcesses();
            }
            return network.build();
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
    }

    private boolean isAskedFor() {
        return alone || ownNames || acceptAllNames || listenPort != null || !interfaces.isEmpty();
    }

    /** The names of size limits that users know them by. */
    static final class Limits implements ITypeConverter<SizeLimit> {
        @Override
        public SizeLimit convert(String name) {
            return switch (name) {
                case "windows" -> SizeLimit.WINDOWS;
                case "424" -> SizeLimit.WIN32_424;
                case "nmbd" -> SizeLimit.NMBD_576;
                default -> throw new TypeConversionException("'" + name + "' is not windows, 424 or nmbd");
            };
        }
    }
}
