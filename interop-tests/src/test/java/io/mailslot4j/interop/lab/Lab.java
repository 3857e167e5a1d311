package io.mailslot4j.interop.lab;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hosts on Ethernet segments of their own. Each host is a network namespace, each segment a bridge in one more, so
 * nothing leaves the lab. The names tell the process that made them; what a run that died has left is removed by the next.
 *
 * <p>Needs root. Closing ends every program started in the lab and removes its namespaces.
 */
public final class Lab implements AutoCloseable {
    private static final AtomicInteger LABS = new AtomicInteger();

    private final String prefix =
            Namespaces.PREFIX + ProcessHandle.current().pid() + "-" + LABS.incrementAndGet() + "-";
    private final String wires = prefix + "wires";
    private final List<String> namespaces = new ArrayList<>();
    private final List<String> segments = new ArrayList<>();
    private final Deque<RunningProcess> running = new ArrayDeque<>();

    private Lab() {}

    /** A lab without hosts. */
    public static Lab open() {
        Namespaces.removeThoseOfDeadRuns();
        Lab lab = new Lab();
        lab.addNamespace(lab.wires);
        return lab;
    }

    /**
     * A new host.
     *
     * @param name a short one
     * @param addresses such as {@code 10.77.0.10}, each on an interface of its own, {@code eth0} and so on, on the
     *     segment of its first three numbers
     */
    public LabHost host(String name, String... addresses) {
        LabHost host = new LabHost(this, prefix + name, List.of(addresses));
        addNamespace(host.namespace());
        for (int i = 0; i < addresses.length; i++) {
            plugIn(host, "eth" + i, addresses[i], name + "-" + i);
        }
        Command.output("ip", "-n", host.namespace(), "route", "add", "default", "dev", "eth0");
        return host;
    }

    private void plugIn(LabHost host, String device, String address, String plug) {
        String bridge = segment(address);
        Command.output(
                "ip", "-n", wires, "link", "add", plug, "type", "veth", "peer", device, "netns", host.namespace());
        Command.output("ip", "-n", wires, "link", "set", plug, "master", bridge, "up");
        Command.output("ip", "-n", host.namespace(), "addr", "add", address + "/24", "broadcast", "+", "dev", device);
        Command.output("ip", "-n", host.namespace(), "link", "set", device, "up");
    }

    /** Pulls the plug of a host's first interface out of its segment; the host does not notice. */
    public void unplug(LabHost host) {
        Command.output("ip", "-n", wires, "link", "set", plug(host), "nomaster");
    }

    /** Puts it back. */
    public void plugInAgain(LabHost host) {
        Command.output("ip", "-n", wires, "link", "set", plug(host), "master", segment(host.address()));
    }

    private String plug(LabHost host) {
        return host.namespace().substring(prefix.length()) + "-0";
    }

    /** The bridge of a segment. It forgets addresses at once, so that one listener on it sees every frame. */
    private String segment(String address) {
        String bridge = "br-" + address.substring(0, address.lastIndexOf('.'));
        if (!segments.contains(bridge)) {
            Command.output(
                    "ip", "-n", wires, "link", "add", bridge, "type", "bridge", "ageing_time", "0", "stp_state", "0");
            Command.output("ip", "-n", wires, "link", "set", bridge, "promisc", "on", "up");
            segments.add(bridge);
        }
        return bridge;
    }

    /** Writes down what is said on UDP ports 137 and 138 of the segment with {@code address}. */
    public Capture capture(String address) {
        return Capture.start(this, wires, segment(address));
    }

    private void addNamespace(String namespace) {
        Namespaces.add(namespace);
        namespaces.add(namespace);
        Command.output("ip", "-n", namespace, "link", "set", "lo", "up");
    }

    RunningProcess start(String namespace, List<String> command) {
        List<String> inside = new ArrayList<>(Namespaces.execute(namespace));
        inside.addAll(command);
        RunningProcess process = RunningProcess.start(inside);
        running.push(process);
        return process;
    }

    @Override
    public void close() {
        running.forEach(RunningProcess::close);
        namespaces.forEach(Namespaces::remove);
        namespaces.clear();
    }
}
