package io.mailslot4j.interop.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A host of a lab. */
public final class LabHost {
    private final Lab lab;
    private final String namespace;
    private final List<String> addresses;

    LabHost(Lab lab, String namespace, List<String> addresses) {
        this.lab = lab;
        this.namespace = namespace;
        this.addresses = new ArrayList<>(addresses);
    }

    String namespace() {
        return namespace;
    }

    /** Those it has, and those it had before. */
    List<String> addresses() {
        return addresses;
    }

    /** The address of its first interface. */
    public String address() {
        return addresses.get(0);
    }

    /** Gives its first interface another address, on the same segment. */
    public void moveTo(String address) {
        Command.output("ip", "-n", namespace, "addr", "flush", "dev", "eth0");
        Command.output("ip", "-n", namespace, "addr", "add", address + "/24", "broadcast", "+", "dev", "eth0");
        Command.output("ip", "-n", namespace, "route", "add", "default", "dev", "eth0");
        addresses.add(0, address);
    }

    /** From now on this host knows that it has no way to {@code address}. */
    public void loseWayTo(String address) {
        Command.output("ip", "-n", namespace, "route", "add", "unreachable", address);
    }

    /** The address that reaches every host on the segment of its first interface. */
    public String broadcast() {
        return address().substring(0, address().lastIndexOf('.')) + ".255";
    }

    /**
     * From now on what this host sends by its first interface leaves it slowly, but all of it does.
     *
     * @param bits in a second
     */
    public void slowDownTo(long bits) {
        String queue = "dev eth0 root tbf rate " + bits + "bit burst 16kb limit 100mb";
        Command.output(("tc -n " + namespace + " qdisc replace " + queue).split(" ", -1));
        // The queue takes note of its new rate when something comes to it: here, the question who that is.
        output(
                "bash",
                "-c",
                "echo > /dev/udp/" + address().substring(0, address().lastIndexOf('.')) + ".254/9");
    }

    /** From how many UDP sockets here the network has yet to take as much as the system holds. */
    public long fullSendBuffers() {
        long full =
                Long.parseLong(output("cat", "/proc/sys/net/core/wmem_default").strip());
        return output("cat", "/proc/net/udp")
                .lines()
                .skip(1)
                .map(line -> line.strip().split(" +", -1)[4])
                .mapToLong(queues -> Long.parseLong(queues.substring(0, queues.indexOf(':')), 16))
                .filter(octets -> octets >= full)
                .count();
    }

    /** A new folder of root's, which others may enter. */
    public String newFolder(String name) {
        String folder = Namespaces.folder(namespace).resolve(name).toString();
        Command.output("mkdir", "--mode=755", folder);
        return folder;
    }

    /** Starts a program on this host. */
    public RunningProcess start(List<String> command) {
        return lab.start(namespace, command);
    }

    /** Starts a Java program of our own class path on this host. */
    public RunningProcess startJava(Class<?> main, List<String> arguments) {
        return startJavaAs(List.of(), main, arguments);
    }

    /**
     * Starts a Java program of our own class path on this host.
     *
     * @param runner what stands before the command, such as {@code setpriv} with its options
     */
    public RunningProcess startJavaAs(List<String> runner, Class<?> main, List<String> arguments) {
        // Hosts share the file system, but not the local slots; neither do root and an ordinary user.
        String user = runner.isEmpty() ? "root" : runner.get(0);
        List<String> command = new ArrayList<>(List.of(
                "env", "MAILSLOT4J_FOLDER=" + Namespaces.folder(namespace).resolve(user)));
        command.addAll(runner);
        command.addAll(java(main));
        command.addAll(arguments);
        return start(command);
    }

    /** What starts a Java program of our own class path. */
    public static List<String> java(Class<?> main) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                main.getName());
    }

    /** Runs a program on this host to its end: what it writes. */
    public String output(String... command) {
        return Command.output(inside(command));
    }

    /** Whether a program that is run on this host ends well. */
    public boolean succeeds(String... command) {
        return Command.succeeds(inside(command));
    }

    private List<String> inside(String... command) {
        List<String> all = new ArrayList<>(Namespaces.execute(namespace));
        all.addAll(List.of(command));
        return all;
    }
}
