package io.mailslot4j.nameservice;

import io.mailslot4j.PacketWatcher;
import io.mailslot4j.host.HostDefaults;
import io.mailslot4j.host.Interfaces;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.name.NameScope;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Settles how a {@link NameService} works. Starts with the defaults of this host. Not thread-safe. */
public final class NameServiceBuilder {
    /** The port of the NetBIOS name service. */
    public static final int NAME_SERVICE_PORT = 137;

    /** A way to find a name, besides what is known already. */
    public enum Method {
        /** The WINS servers, in turn. */
        WINS,
        /** Everybody on our networks. */
        BROADCAST,
        /** The lmhosts file. */
        LMHOSTS,
        /** The system's hosts file, and DNS. */
        HOSTS
    }

    private @Nullable NodeType nodeType;
    private final List<Ipv4Address> winsServers = new ArrayList<>();
    private final List<String> interfaces = new ArrayList<>();
    private boolean interfacesRequired;
    private int remotePort = NAME_SERVICE_PORT;
    private int listenPort = NAME_SERVICE_PORT;
    private NameScope scope = NameScope.EMPTY;
    private final Map<NetBiosName, Ipv4Address> hosts = new HashMap<>();
    private @Nullable Path lmHosts;
    private boolean hostsAndDns = true;
    private @Nullable List<Method> order;
    private NameServiceTimers timers = NameServiceTimers.DEFAULT;
    private ResponderLimits responderLimits = ResponderLimits.DEFAULT;
    private Consumer<OwnNameStatus> whenNameChanges = status -> {};
    private @Nullable PacketWatcher packetWatcher;

    NameServiceBuilder() {
        HostDefaults.ofThisHost().winsServers().stream()
                .map(NameServiceBuilder::withoutTag)
                .filter(Ipv4Address::isDottedQuad)
                .forEach(this::winsServer);
    }

    /** In smb.conf a server may be {@code tag:address}. */
    private static String withoutTag(String server) {
        return server.substring(server.lastIndexOf(':') + 1);
    }

    /** How names are found: B by broadcast, P by WINS, M broadcast first, H WINS first. Default: H with WINS, else B. */
    public NameServiceBuilder nodeType(NodeType type) {
        nodeType = type;
        return this;
    }

    /**
     * A WINS server; several are asked in turn. Default: {@code wins server} of smb.conf.
     *
     * @throws IllegalArgumentException if {@code address} is not a dotted quad
     */
    public NameServiceBuilder winsServer(String address) {
        winsServers.add(Ipv4Address.parse(address));
        return this;
    }

    /** Forgets the WINS servers given so far, those of smb.conf included. */
    public NameServiceBuilder withoutWins() {
        winsServers.clear();
        return this;
    }

    /** Asks on this interface only, by its name or its address; may be given several times. Default: all but loopback. */
    public NameServiceBuilder networkInterface(String nameOrAddress) {
        interfaces.add(nameOrAddress);
        return this;
    }

    /**
     * Whether {@link #build()} insists that the interfaces named are there now. Default: no, they may come later, and nobody is
     * asked until then.
     */
    public NameServiceBuilder requireInterfaces(boolean require) {
        interfacesRequired = require;
        return this;
    }

    /** The UDP port that others listen on. Default: 137. */
    public NameServiceBuilder remotePort(int port) {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("UDP port " + port + " is not in 1 to 65535");
        }
        remotePort = port;
        return this;
    }

    /** The UDP port where our own names are asked for, once there are some. Default: 137, the only one that others ask. */
    public NameServiceBuilder listenPort(int port) {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("UDP port " + port + " is not in 1 to 65535");
        }
        listenPort = port;
        return this;
    }

    /** The NetBIOS scope of names given as text. Default: none. */
    public NameServiceBuilder scope(String labels) {
        scope = NameScope.parse(labels);
        return this;
    }

    /**
     * Where a computer is, for good: nobody is asked for it.
     *
     * @throws IllegalArgumentException if {@code name} is no NetBIOS name or {@code address} not a dotted quad
     */
    public NameServiceBuilder host(String name, String address) {
        hosts.put(NetBiosName.of(name, NameSuffix.WORKSTATION), Ipv4Address.parse(address));
        return this;
    }

    /** An lmhosts file. Default: none. */
    public NameServiceBuilder lmHosts(Path file) {
        lmHosts = file;
        return this;
    }

    /** Whether the system's hosts file and DNS are asked when nobody else knows. Default: yes. */
    public NameServiceBuilder hostsAndDns(boolean ask) {
        hostsAndDns = ask;
        return this;
    }

    /** The order of the methods, instead of that of the node type. */
    public NameServiceBuilder order(List<Method> methods) {
        order = List.copyOf(methods);
        return this;
    }

    /** How long it waits for whatever it waits for, and how often it tries. Default: {@link NameServiceTimers#DEFAULT}. */
    public NameServiceBuilder timers(NameServiceTimers newTimers) {
        timers = newTimers;
        return this;
    }

    /** How many answers about our own names go out in a second. Default: {@link ResponderLimits#DEFAULT}. */
    public NameServiceBuilder responderLimits(ResponderLimits limits) {
        responderLimits = limits;
        return this;
    }

    /**
     * Who is told whenever it stands otherwise with a name of ours: on the name service's thread, so it must not wait.
     * Default: nobody but the log.
     */
    public NameServiceBuilder whenNameChanges(Consumer<OwnNameStatus> listener) {
        whenNameChanges = listener;
        return this;
    }

    /** Who is shown the packets of the name service that are sent and received. Default: nobody. */
    public NameServiceBuilder packetWatcher(PacketWatcher watcher) {
        packetWatcher = watcher;
        return this;
    }

    /**
     * The name service. Opens nothing yet.
     *
     * @throws io.mailslot4j.NetworkException if an interface is {@linkplain #requireInterfaces required} that is not there
     */
    public NameService build() {
        if (interfacesRequired) {
            new Interfaces(interfaces).now();
        }
        NodeType type = nodeType != null ? nodeType : winsServers.isEmpty() ? NodeType.B : NodeType.H;
        return new NameService(new NameServiceOptions(
                type,
                List.copyOf(winsServers),
                List.copyOf(interfaces),
                remotePort,
                listenPort,
                scope,
                Map.copyOf(hosts),
                Optional.ofNullable(lmHosts),
                hostsAndDns,
                order != null ? order : orderOf(type),
                timers,
                responderLimits,
                whenNameChanges,
                Optional.ofNullable(packetWatcher)));
    }

    /** MS-NBTE section 3.1.4.2. */
    private static List<Method> orderOf(NodeType type) {
        return switch (type) {
            case B -> List.of(Method.BROADCAST, Method.LMHOSTS, Method.HOSTS);
            case P -> List.of(Method.WINS, Method.LMHOSTS, Method.HOSTS);
            case M -> List.of(Method.BROADCAST, Method.WINS, Method.LMHOSTS, Method.HOSTS);
            case H -> List.of(Method.WINS, Method.BROADCAST, Method.LMHOSTS, Method.HOSTS);
        };
    }
}
