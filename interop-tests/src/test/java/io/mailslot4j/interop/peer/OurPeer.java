package io.mailslot4j.interop.peer;

import io.mailslot4j.interop.lab.LabHost;
import io.mailslot4j.interop.lab.RunningProcess;
import io.mailslot4j.protocol.Octets;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A JVM on a host of the lab that runs {@link PeerMain}. */
public final class OurPeer implements AutoCloseable {
    /** What makes a command one of an ordinary user, who may read our class path all the same. */
    public static final List<String> ORDINARY_USER = List.of(
            "setpriv",
            "--reuid=65534",
            "--regid=65534",
            "--clear-groups",
            "--inh-caps=-all,+dac_read_search",
            "--ambient-caps=-all,+dac_read_search",
            "--bounding-set=-all,+dac_read_search");

    private final RunningProcess process;

    private OurPeer(RunningProcess process) {
        this.process = process;
    }

    /**
     * Starts one as root.
     *
     * @param settings such as {@code computer=WRITER}
     */
    public static OurPeer start(LabHost host, String... settings) {
        return new OurPeer(host.startJava(PeerMain.class, List.of(settings)));
    }

    /** Starts one on this very host. */
    public static OurPeer startHere(String... settings) {
        List<String> command = new ArrayList<>(LabHost.java(PeerMain.class));
        command.addAll(List.of(settings));
        return new OurPeer(RunningProcess.start(command));
    }

    /** As an ordinary user, nobody. That user may read all files, since our class path can be anywhere, but nothing else. */
    public static OurPeer startAsOrdinaryUser(LabHost host, String... settings) {
        return new OurPeer(host.startJavaAs(ORDINARY_USER, PeerMain.class, List.of(settings)));
    }

    /**
     * As root, where Samba's configuration is another one than on the rest of this machine.
     *
     * @param folder takes the place of /etc/samba, which must exist
     */
    public static OurPeer startWithSambaOf(Path folder, LabHost host, String... settings) {
        List<String> mount = List.of("sh", "-c", "mount --bind \"$0\" /etc/samba && exec \"$@\"", folder.toString());
        return new OurPeer(host.startJavaAs(mount, PeerMain.class, List.of(settings)));
    }

    /** What a reader says when it opens: how it listens, or why it does not. */
    public record Listening(String problem, String advice) {}

    /** Reads a slot from now on. */
    public Listening listen(String slot) {
        String[] parts = ask("listen " + slot);
        return new Listening(parts[1], parts[2]);
    }

    /** Puts a message, which must work. */
    public void put(String name, Octets payload) {
        ask("put " + name + " " + payload);
    }

    /** Puts a message of text, which must work. */
    public void put(String name, String text) {
        put(name, Octets.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Puts a message, which must fail: with what. */
    public String failureOfPut(String name, Octets payload) {
        process.say("put " + name + " " + payload);
        return process.awaitLine("failure\t.*").substring("failure\t".length());
    }

    /** Puts the decimal numbers from {@code from} until before {@code to}. */
    public void putNumbers(String name, int from, int to) {
        ask("count " + name + " " + from + " " + to);
    }

    /** Puts messages from now on, until that fails. */
    public void flood(String name) {
        ask("flood " + name);
    }

    /** Closes all it has while it floods, and ends it: with what the flood failed. */
    public String endOfFlood() {
        process.endOfInput();
        return process.awaitLine("dry\t.*").substring("dry\t".length());
    }

    /** Waits for the next message of any slot. */
    public Arrival next() {
        return Arrival.parse(process.awaitLine("message\t.*"));
    }

    /** Waits for the next message of one slot. */
    public Arrival next(String slot) {
        return Arrival.parse(process.awaitLine("message\t" + Pattern.quote("\\MAILSLOT\\" + slot) + "\t.*"));
    }

    /**
     * What came of looking for a name.
     *
     * @param owners such as {@code 10.0.0.5 unique 10.0.0.1:137}: where, what, and who says so
     * @param kind {@code group} or {@code unique}
     * @param steps such as {@code broadcast: found}
     */
    public record Found(List<String> owners, String kind, List<String> steps) {
        /** Where the owners are. */
        public List<String> addresses() {
            return owners.stream().map(owner -> owner.split(" ", -1)[0]).toList();
        }
    }

    /** Looks for a name, without mailslots. */
    public Found lookup(String name) {
        List<String> parts = List.of(ask("lookup " + name));
        List<String> owners =
                parts.get(1).isEmpty() ? List.of() : List.of(parts.get(1).split(", ", -1));
        return new Found(owners, parts.get(2), parts.subList(3, parts.size()));
    }

    /**
     * A node status.
     *
     * @param computer such as {@code SERVER<00>}; empty if there is none, or no status
     * @param names such as {@code SERVER<00> unique B <ACTIVE>}
     */
    public record Status(String computer, List<String> names) {}

    /** Asks a host for its names, without mailslots. */
    public Status status(String address) {
        List<String> parts = List.of(ask("status " + address));
        return new Status(parts.get(1), parts.subList(2, parts.size()));
    }

    /**
     * Asks for a name of its own, without mailslots.
     *
     * @return {@code ACTIVE}, or {@code REFUSED} and by whom
     */
    public String own(String name, boolean group) {
        String[] parts = ask("own " + name + " " + (group ? "group" : "unique"));
        return (parts[1] + " " + parts[2]).strip();
    }

    /**
     * How it stands with each of its own names, such as {@code JAVABOX<00> unique ACTIVE by 10.0.0.1 for 300 10.0.0.5}: the
     * WINS server that has it, and for how many seconds, if there is one; then its addresses.
     */
    public List<String> names() {
        return Arrays.stream(ask("names")).skip(1).toList();
    }

    /** Has it do something that must fail, such as {@code own FRED unique}: with what. */
    public String failureOf(String order) {
        process.say(order);
        return process.awaitLine("failure\t.*").substring("failure\t".length());
    }

    /** The process that has the port and hands over to this one; empty if this one has it. */
    public String holder() {
        return ask("holder")[1];
    }

    /** The socket of nmbd by which it hears; empty if it has the port itself, or hears nothing. */
    public String nmbd() {
        return ask("nmbd")[1];
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** Ends it as the system ends a process without memory: it can do nothing more. */
    public void kill() {
        process.kill();
    }

    /** The counters of its network, and {@code DropReason}s by name; what is 0 is left out. */
    public Map<String, Long> counters() {
        Map<String, Long> counters = new HashMap<>();
        Arrays.stream(ask("counters"))
                .skip(1)
                .map(part -> part.split("=", -1))
                .forEach(pair -> counters.put(pair[0], Long.valueOf(pair[1])));
        return counters;
    }

    private String[] ask(String command) {
        process.say(command);
        String answer = process.awaitLine("(answer|failure)\t.*");
        if (answer.startsWith("failure")) {
            throw new IllegalStateException(command + ": " + answer);
        }
        return answer.split("\t", -1);
    }

    /** Closes all it has, which gives up its names, and ends it. */
    @Override
    public void close() {
        process.endOfInput();
    }
}
