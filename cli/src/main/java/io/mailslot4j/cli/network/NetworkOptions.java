package io.mailslot4j.cli.network;

import io.mailslot4j.MailslotNetwork;
import io.mailslot4j.MailslotNetworkBuilder;
import io.mailslot4j.cli.arguments.Flag;
import io.mailslot4j.cli.arguments.Given;
import io.mailslot4j.cli.arguments.Option;
import io.mailslot4j.cli.arguments.Value;
import io.mailslot4j.cli.output.UsageException;
import io.mailslot4j.nameservice.NameService;
import io.mailslot4j.nameservice.NameServiceBuilder;
import io.mailslot4j.nameservice.NameServiceTimers;
import io.mailslot4j.nameservice.OwnNameStatus;
import io.mailslot4j.protocol.mailslot.SizeLimit;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The options that say who we are on the network, and how we use it. Whatever is not given stays the library's default.
 *
 * @param given what was
 */
public record NetworkOptions(Given given) {
    private static final Value<String> INTERFACE = Value.ofText(
                    "--interface",
                    "NAME",
                    "Use this interface only, by name or address. Repeatable. Default: all but loopback.")
            .repeated();
    private static final Value<HostAddress> HOST = Value.of(
                    "--host",
                    HostAddress.FORM,
                    "Where a computer is; with a broadcast address, a domain. Repeatable.",
                    HostAddress::parse)
            .repeated();
    private static final Value<Integer> LISTEN_PORT =
            Value.ofNumber("--listen-port", "PORT", "The UDP port to receive on. Default: 138.");
    private static final Value<Path> NMBD_SOCKET = Value.of(
            "--nmbd-socket",
            "PATH",
            "Where Samba's nmbd hands out what it hears, if it has the port. Default: as in smb.conf, or"
                    + " /run/samba/nmbd/unexpected.",
            Path::of);
    private static final Value<Integer> REMOTE_PORT =
            Value.ofNumber("--remote-port", "PORT", "The UDP port to send to. Default: 138.");
    private static final Value<String> SCOPE =
            Value.ofText("--scope", "SCOPE", "The NetBIOS scope of all our names. Default: none.");
    private static final Value<SizeLimit> SIZE_LIMIT = Value.of(
            "--size-limit",
            "LIMIT",
            "How long a message may be: as Windows sends (windows), as Win32 promises (424), or as Samba's nmbd"
                    + " receives (nmbd). Default: windows.",
            NetworkOptions::sizeLimit);
    private static final Flag ACCEPT_ALL_NAMES =
            Flag.of("--accept-all-names", "Receive whatever comes, to whichever name it is addressed.");
    private static final Flag OWN_NAMES = Flag.of(
            "--own-names",
            "Register our names and answer for them, so that others reach us by name." + " Needs UDP port 137 too.");
    private static final Flag NO_NETWORK = Flag.of("--no-network", "No network, only slots of this machine.");
    private static final Flag ALONE =
            Flag.of("--alone", "Meet no other program of this user: only the network, and slots of this process.");

    /** Those of who only sends. */
    public static final List<Option> OF_SENDERS = Stream.<List<? extends Option>>of(
                    IdentityOptions.ALL,
                    List.of(INTERFACE, HOST),
                    FindingOptions.ALL,
                    List.of(REMOTE_PORT, NodeTypeOption.NODE_TYPE, SCOPE, SIZE_LIMIT),
                    List.of(CaptureOption.CAPTURE, NO_NETWORK, ALONE))
            .<Option>flatMap(List::stream)
            .toList();

    /** Those of who reads, and may answer. */
    public static final List<Option> OF_READERS = Stream.concat(
                    Stream.of(LISTEN_PORT, NMBD_SOCKET, ACCEPT_ALL_NAMES, OWN_NAMES), OF_SENDERS.stream())
            .toList();

    /**
     * The file that packets are written to, to be closed after the network.
     *
     * @param err is told if it breaks off
     */
    public CaptureFile capture(PrintStream err) {
        return new CaptureOption(given).open(err);
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
        return build(network -> {
            network.ownNames(ownsNames());
            network.names(names -> names.whenNameChanges(nameChanges));
            if (capture.isWanted()) {
                network.packetWatcher(capture);
            }
        });
    }

    /** The network, to look at it: it asks for no names, and keeps no capture. */
    public MailslotNetwork quietNetwork() {
        return build(network -> {});
    }

    private MailslotNetwork build(Consumer<MailslotNetworkBuilder> more) {
        if (ownsNames() && !usesNetwork()) {
            throw new UsageException("--own-names needs the network, and --no-network switches it off");
        }
        try {
            MailslotNetworkBuilder network = MailslotNetwork.builder()
                    .requireNetwork(usesNetwork() && isAskedFor())
                    .acceptAllNames(given.has(ACCEPT_ALL_NAMES));
            network.names(names -> new FindingOptions(given).applyTo(names));
            new IdentityOptions(given).applyTo(network);
            interfaces().forEach(network::networkInterface);
            given.values(HOST).forEach(host -> network.host(host.name(), host.address()));
            given.value(LISTEN_PORT).ifPresent(network::listenPort);
            given.value(NMBD_SOCKET).ifPresent(network::nmbdSocket);
            given.value(REMOTE_PORT).ifPresent(network::remotePort);
            given.value(NodeTypeOption.NODE_TYPE).ifPresent(network::nodeType);
            given.value(SCOPE).ifPresent(network::scope);
            given.value(SIZE_LIMIT).ifPresent(network::sizeLimit);
            if (!usesNetwork()) {
                network.withoutNetwork();
            }
            if (given.has(ALONE)) {
                network.withoutOtherProcesses();
            }
            more.accept(network);
            return network.build();
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * The name service of that network, for questions of its own.
     *
     * @param timers how long it waits
     */
    public NameService names(NameServiceTimers timers) {
        NameServiceBuilder names = NameService.builder().timers(timers);
        given.value(SCOPE).ifPresent(names::scope);
        interfaces().forEach(names::networkInterface);
        given.value(NodeTypeOption.NODE_TYPE).ifPresent(names::nodeType);
        new FindingOptions(given).applyTo(names);
        return names.build();
    }

    /** The interfaces that were named; none means all but loopback. */
    public List<String> interfaces() {
        return given.values(INTERFACE);
    }

    /** The UDP port to receive on; 0 lets the system choose. */
    public int listenPort() {
        return given.value(LISTEN_PORT).orElse(MailslotNetworkBuilder.DATAGRAM_PORT);
    }

    /** Whether there is more than slots of this machine. */
    public boolean usesNetwork() {
        return !given.has(NO_NETWORK);
    }

    /** Whether others are to find us by name. */
    public boolean ownsNames() {
        return given.has(OWN_NAMES);
    }

    /** Whether no other program of this machine is met. */
    public boolean isAlone() {
        return given.has(ALONE);
    }

    private boolean isAskedFor() {
        return given.has(ALONE)
                || given.has(OWN_NAMES)
                || given.has(ACCEPT_ALL_NAMES)
                || given.value(LISTEN_PORT).isPresent()
                || given.value(NMBD_SOCKET).isPresent()
                || given.value(INTERFACE).isPresent();
    }

    /** The names of size limits that users know them by. */
    private static SizeLimit sizeLimit(String name) {
        return switch (name) {
            case "windows" -> SizeLimit.WINDOWS;
            case "424" -> SizeLimit.WIN32_424;
            case "nmbd" -> SizeLimit.NMBD_576;
            default -> throw new IllegalArgumentException("'" + name + "' is not windows, 424 or nmbd");
        };
    }
}
