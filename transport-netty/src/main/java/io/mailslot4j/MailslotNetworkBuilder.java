package io.mailslot4j;

import io.mailslot4j.host.HostDefaults;
import io.mailslot4j.local.LocalSlots;
import io.mailslot4j.nameservice.NameService;
import io.mailslot4j.nameservice.NameServiceBuilder;
import io.mailslot4j.net.NetworkOptions;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.mailslot.SizeLimit;
import io.mailslot4j.protocol.name.NameScope;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Settles what a {@link MailslotNetwork} is. Starts with the defaults of this host. Not thread-safe. */
public final class MailslotNetworkBuilder {
    /** The port of the NetBIOS datagram service. */
    public static final int DATAGRAM_PORT = 138;

    /** IP, UDP and datagram headers, two names of 255 octets each, and one of data. */
    private static final int LEAST_DATAGRAM_LENGTH = 20 + 8 + 14 + 2 * 255 + 1;

    private String computerName;
    private String workgroup;
    private NameScope scope = NameScope.EMPTY;
    private final List<NetBiosName> extraNames = new ArrayList<>();
    private boolean acceptAllNames;
    private boolean enabled = true;
    private boolean required;
    private boolean ownNames;
    private final List<String> interfaces = new ArrayList<>();
    private int listenPort = DATAGRAM_PORT;
    private int remotePort = DATAGRAM_PORT;
    private @Nullable NodeType nodeType;
    private SizeLimit sizeLimit = SizeLimit.WINDOWS;
    private int maxDatagramLength = Integer.MAX_VALUE;
    private final Map<NetBiosName, Ipv4Address> hosts = new HashMap<>();
    private Duration duplicateWindow = Duration.ofSeconds(2);
    private @Nullable PacketWatcher packetWatcher;
    private boolean shared = true;
    private @Nullable Path folder;
    private @Nullable Path portFolder;
    private final Optional<Path> usualNmbdSocket;
    private @Nullable Path nmbdSocket;
    private int maxLocalMessage = LocalSlots.DEFAULT_MAX_MESSAGE;
    private Consumer<NameServiceBuilder> names = builder -> {};

    MailslotNetworkBuilder() {
        HostDefaults host = HostDefaults.ofThisHost();
        this.computerName = host.computerName();
        this.workgroup = host.workgroup();
        this.usualNmbdSocket = host.nmbdSocket();
    }

    /**
     * Our NetBIOS computer name, 1 to 15 ASCII characters. Default: {@code netbios name} of smb.conf, or the host name.
     *
     * @throws IllegalArgumentException if that is no such name
     */
    public MailslotNetworkBuilder computerName(String name) {
        computerName = NetBiosName.of(name, NameSuffix.WORKSTATION).text();
        return this;
    }

    /**
     * Our domain or workgroup, 1 to 15 ASCII characters. Default: {@code workgroup} of smb.conf, or {@code WORKGROUP}.
     *
     * @throws IllegalArgumentException if that is no such name
     */
    public MailslotNetworkBuilder workgroup(String name) {
        workgroup = NetBiosName.of(name, NameSuffix.WORKSTATION).text();
        return this;
    }

    /** The NetBIOS scope of all our names, such as {@code NETBIOS.COM}. Default: none, as nearly everywhere. */
    public MailslotNetworkBuilder scope(String labels) {
        scope = NameScope.parse(labels);
        return this;
    }

    /**
     * A further name that we receive for, such as {@code OTHERGRP<1C>}; may be given several times.
     *
     * @throws IllegalArgumentException if that is not a NetBIOS name
     */
    public MailslotNetworkBuilder extraName(String name) {
        extraNames.add(NetBiosName.parse(name, NameSuffix.WORKSTATION));
        return this;
    }

    /** Receive whatever comes, to whichever name it is addressed. Default: only what is addressed to us. */
    public MailslotNetworkBuilder acceptAllNames(boolean accept) {
        acceptAllNames = accept;
        return this;
    }

    /** No network at all: only local slots. */
    public MailslotNetworkBuilder withoutNetwork() {
        enabled = false;
        return this;
    }

    /**
     * Whether opening a reader fails when we cannot listen on the network. Default: it does not; the reader gets local
     * messages, a warning is logged, and {@link NetworkStatus#problem()} tells why.
     */
    public MailslotNetworkBuilder requireNetwork(boolean require) {
        required = require;
        return this;
    }

    /**
     * Whether our names are registered, answered for and defended while a reader is open, so that others reach us by name:
     * the computer name with the suffixes {@code <00>}, {@code <03>} and {@code <20>}, the workgroup, and the extra names.
     * Needs UDP port 137, which Windows or Samba have where they run. Who shares a port leaves this to its holder. Default: no.
     */
    public MailslotNetworkBuilder ownNames(boolean own) {
        ownNames = own;
        return this;
    }

    /**
     * Uses this interface only, by its name or its address; may be given several times. Messages to 255.255.255.255, which
     * belongs to no interface, are not received then. One that is not there, or has no IPv4 address, is only noticed when it is
     * needed, as a {@link NetworkException}. Default: all but loopback.
     */
    public MailslotNetworkBuilder networkInterface(String nameOrAddress) {
        interfaces.add(nameOrAddress);
        return this;
    }

    /**
     * The UDP port that we receive on. Default: 138, the only one that others send to; another one helps only behind a
     * firewall that redirects, or between programs that agree on it. 0 lets the system choose.
     */
    public MailslotNetworkBuilder listenPort(int port) {
        listenPort = checked(port, 0);
        return this;
    }

    /** The UDP port that we send to. Default: 138. */
    public MailslotNetworkBuilder remotePort(int port) {
        remotePort = checked(port, 1);
        return this;
    }

    private static int checked(int port, int lowest) {
        if (port < lowest || port > 65535) {
            throw new IllegalArgumentException("UDP port " + port + " is not in " + lowest + " to 65535");
        }
        return port;
    }

    /** The node type: what our datagrams state, and how names are found. Default: datagrams state H, as those of Windows; names
     * are found by WINS first if there is a server, else by broadcast. */
    public MailslotNetworkBuilder nodeType(NodeType type) {
        nodeType = type;
        return this;
    }

    /** How long a message to the network may be. Default: {@link SizeLimit#WINDOWS}. */
    public MailslotNetworkBuilder sizeLimit(SizeLimit limit) {
        sizeLimit = limit;
        return this;
    }

    /**
     * Sends datagrams in NetBIOS fragments (RFC 1002 section 5.3.1) if their IP packet would be longer than this. Default:
     * never, because neither Windows nor Samba puts mailslot fragments together.
     *
     * @param octets 576 is what the RFC says; at least 553, which hold the longest names
     */
    public MailslotNetworkBuilder fragmentAbove(int octets) {
        if (octets < LEAST_DATAGRAM_LENGTH) {
            throw new IllegalArgumentException("fragments of " + octets + " octets cannot hold the longest names: "
                    + LEAST_DATAGRAM_LENGTH + " do");
        }
        maxDatagramLength = octets;
        return this;
    }

    /**
     * Where a computer is; 255.255.255.255, or the broadcast address of an interface, for a domain or workgroup.
     *
     * @throws IllegalArgumentException if {@code name} is no NetBIOS name or {@code address} not a dotted quad
     */
    public MailslotNetworkBuilder host(String name, String address) {
        hosts.put(NetBiosName.of(name, NameSuffix.WORKSTATION), Ipv4Address.parse(address));
        return this;
    }

    /** How long further copies of a group message are looked for. Default: 2 s, as Windows; zero for not at all. */
    public MailslotNetworkBuilder duplicateWindow(Duration length) {
        if (length.isNegative()) {
            throw new IllegalArgumentException("a duplicate window cannot be negative: " + length);
        }
        duplicateWindow = length;
        return this;
    }

    /**
     * Settings for finding names, such as WINS servers. Interfaces, scope and node type given here count for names too.
     * Default: those of {@link NameService#builder()}.
     */
    public MailslotNetworkBuilder names(Consumer<NameServiceBuilder> settings) {
        names = names.andThen(settings);
        return this;
    }

    /**
     * Who is shown the packets that are sent and received, those of the name service too. Messages between programs of this
     * machine are no packets. Default: nobody.
     */
    public MailslotNetworkBuilder packetWatcher(PacketWatcher watcher) {
        packetWatcher = watcher;
        return this;
    }

    /**
     * Where the processes of this user find each other's slots: a folder that only they can enter, made if it does not
     * exist. Its path must be short. Default: what the environment variable {@code MAILSLOT4J_FOLDER} names, or else a
     * folder in {@code $XDG_RUNTIME_DIR}, or else one for this user among the temporary files.
     */
    public MailslotNetworkBuilder runtimeFolder(Path path) {
        folder = path;
        return this;
    }

    /**
     * Where processes meet that share the port we receive on: whoever is first has it, and hands what comes to the others.
     * Default: where their slots meet, so only those of this user do. Another folder, such as {@code /run/mailslot4j}, lets
     * a program of its owner, who is root or we, serve other users: they may enter it, but not write to it, and so never
     * have the port themselves.
     */
    public MailslotNetworkBuilder portFolder(Path path) {
        portFolder = path;
        return this;
    }

    /**
     * Where Samba's nmbd hands out what it hears, for when it has the port that we receive on: its socket {@code unexpected}.
     * Messages for this host then come from there, as long as {@link SizeLimit#NMBD_576} allows; those for everybody come by a
     * socket beside nmbd's too, if we may have one. Default, on port 138: in {@code nmbd:socket dir} of smb.conf, or
     * {@code /run/samba/nmbd}.
     */
    public MailslotNetworkBuilder nmbdSocket(Path path) {
        nmbdSocket = path;
        return this;
    }

    private Optional<Path> whereNmbdIs() {
        return Optional.ofNullable(nmbdSocket)
                .or(() -> listenPort == DATAGRAM_PORT ? usualNmbdSocket : Optional.empty());
    }

    /** Local slots are those of this network alone, and so is its port: other processes share neither. */
    public MailslotNetworkBuilder withoutOtherProcesses() {
        shared = false;
        return this;
    }

    /**
     * How many octets a message from another process of this machine may have. Such messages on their way take up to twice
     * this much memory in all. Default: 64 MiB.
     */
    public MailslotNetworkBuilder maxLocalMessage(int octets) {
        if (octets < 0) {
            throw new IllegalArgumentException("a message cannot have " + octets + " octets");
        }
        maxLocalMessage = octets;
        return this;
    }

    /** The network. Opens nothing yet. */
    public MailslotNetwork build() {
        Map<NetBiosName, Ipv4Address> scopedHosts = new HashMap<>();
        hosts.forEach((name, address) -> scopedHosts.put(name.in(scope), address));
        return new MailslotNetwork(
                new NetworkOptions(
                        NetBiosName.of(computerName, NameSuffix.WORKSTATION).in(scope),
                        NetBiosName.of(workgroup, NameSuffix.WORKSTATION).in(scope),
                        extraNames.stream().map(name -> name.in(scope)).toList(),
                        acceptAllNames,
                        enabled,
                        required,
                        ownNames,
                        List.copyOf(interfaces),
                        listenPort,
                        remotePort,
                        nodeType != null ? nodeType : NodeType.H,
                        sizeLimit,
                        maxDatagramLength,
                        scopedHosts,
                        duplicateWindow,
                        Optional.ofNullable(packetWatcher),
                        shared,
                        Optional.ofNullable(folder),
                        Optional.ofNullable(portFolder),
                        whereNmbdIs(),
                        maxLocalMessage),
                nameService());
    }

    private NameService nameService() {
        NameServiceBuilder builder = NameService.builder().scope(scope.toString());
        interfaces.forEach(builder::networkInterface);
        if (nodeType != null) {
            builder.nodeType(nodeType);
        }
        if (packetWatcher != null) {
            builder.packetWatcher(packetWatcher);
        }
        names.accept(builder);
        return builder.build();
    }
}
