package io.mailslot4j.interop.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Samba's nmbd on a host of the lab: primary domain controller SAMBAPDC of the domain LABGRP, or somebody else. */
public final class Nmbd implements AutoCloseable {
    /** Its NetBIOS computer name. */
    public static final String COMPUTER = "SAMBAPDC";
    /** Its domain. */
    public static final String DOMAIN = "LABGRP";
    /** The NetBIOS computer name of the member of a workgroup. */
    public static final String MEMBER = "OTHERPC";
    /** The workgroup of {@link #MEMBER}. */
    public static final String WORKGROUP = "OTHERGRP";

    private static final String CONTROLLER_CONF = """
              workgroup = LABGRP
              netbios name = SAMBAPDC
              server string = lab pdc
              server role = classic primary domain controller
              domain logons = yes
              domain master = yes
              preferred master = yes
              local master = yes
              os level = 200
            """;
    private static final String WINS_CONF = """
              wins support = yes
              dns proxy = no
            """;
    private static final String MEMBER_CONF = """
              workgroup = OTHERGRP
              netbios name = OTHERPC
              server role = standalone server
              domain master = no
              local master = no
              preferred master = no
            """;

    private static final List<String> DIRECTORIES = List.of(
            "private dir", "lock directory", "state directory", "cache directory", "pid directory", "ncalrpc dir");

    private final LabHost host;
    private final Path conf;
    private final Path socket;
    private RunningProcess process;

    private Nmbd(LabHost host, Path folder, Path conf) {
        this.host = host;
        this.conf = conf;
        this.socket = folder.resolve("sock").resolve("unexpected");
        this.process = run();
    }

    /**
     * Starts nmbd as domain controller and waits until it listens.
     *
     * @param folder an empty one for all its files, with a short path
     */
    public static Nmbd start(LabHost host, Path folder) {
        return start(host, folder, CONTROLLER_CONF);
    }

    /** As {@link #start(LabHost, Path)}, and it is a WINS server too. Names that it does not know it asks nobody for. */
    public static Nmbd startWithWins(LabHost host, Path folder) {
        return start(host, folder, CONTROLLER_CONF + WINS_CONF);
    }

    /** As {@link #startWithWins(LabHost, Path)}, and it grants names for so many seconds. */
    public static Nmbd startWithWins(LabHost host, Path folder, int seconds) {
        String ttl = "  min wins ttl = %1$d\n  max wins ttl = %1$d\n".formatted(seconds);
        return start(host, folder, CONTROLLER_CONF + WINS_CONF + ttl);
    }

    /** As {@link #start(LabHost, Path)}, but an ordinary member of another workgroup. */
    public static Nmbd startMember(LabHost host, Path folder) {
        return start(host, folder, MEMBER_CONF);
    }

    /** As {@link #startMember}, with another computer name, and its names are registered with a WINS server. */
    public static Nmbd startWinsClient(LabHost host, Path folder, String computer, LabHost server) {
        String conf = MEMBER_CONF.replace("= " + MEMBER, "= " + computer);
        return start(host, folder, conf + "  wins server = " + server.address() + "\n");
    }

    private static Nmbd start(LabHost host, Path folder, String role) {
        try {
            for (String directory : DIRECTORIES) {
                Files.createDirectory(folder.resolve(directory.replace(' ', '-')));
            }
            Path conf = Files.writeString(folder.resolve("smb.conf"), smbConf(folder, role));
            return new Nmbd(host, folder, conf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RunningProcess run() {
        RunningProcess started = host.start(
                List.of("nmbd", "--foreground", "--no-process-group", "--debug-stdout", "-s", conf.toString()));
        Waiting.until(() -> Files.exists(socket) || !started.isAlive(), () -> socket.toString());
        return started;
    }

    /** Starts it again after {@link #close()}, with what it knew. */
    public void startAgain() {
        process = run();
    }

    /** Ends it. */
    @Override
    public void close() {
        process.close();
    }

    private static String smbConf(Path folder, String role) {
        StringBuilder conf = new StringBuilder("""
                [global]
                  interfaces = lo eth0
                  bind interfaces only = yes
                  # otherwise it takes each broadcast twice
                  nmbd bind explicit broadcast = no
                """);
        conf.append(role);
        conf.append("  nmbd:socket dir = ").append(folder.resolve("sock")).append('\n');
        for (String directory : DIRECTORIES) {
            Path path = folder.resolve(directory.replace(' ', '-'));
            conf.append("  ").append(directory).append(" = ").append(path).append('\n');
        }
        return conf.toString();
    }

    /** Waits until a broadcast query for one of its names, such as {@code LABGRP#1b}, is answered. */
    public Nmbd awaitName(LabHost asker, String name) {
        Waiting.until(
                () -> asker.succeeds("nmblookup", "-s", "/dev/null", "-B", asker.broadcast(), name),
                () -> name + " from " + process);
        return this;
    }

    /**
     * What Samba's {@code net lookup dsgetdcname} on its host says of the controller of a domain. It looks for the name by
     * broadcast, writes to a mailslot, and takes an answer that reaches this nmbd; no DNS server is asked.
     */
    public String locateController(String domain) {
        String net = "mount --bind /dev/null /etc/resolv.conf && exec net -s \"$0\" lookup dsgetdcname \"$1\"";
        return host.output("sh", "-c", net, conf.toString(), domain);
    }

    /** Where it hands out the datagrams that it has no use for itself. */
    public Path socket() {
        return socket;
    }

    /** Datagrams that nmbd itself has no use for. */
    public UnexpectedSocket unexpectedPackets() {
        return UnexpectedSocket.subscribe(socket);
    }
}
