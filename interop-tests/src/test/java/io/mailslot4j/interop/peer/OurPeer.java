package io.mailslot4j.interop.peer;

import io.mailslot4j.interop.lab.LabHost;
import io.mailslot4j.interop.lab.RunningProcess;
import io.mailslot4j.protocol.Octets;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A JVM on a host of the lab that runs {@link PeerMain}. */
public final class OurPeer implements AutoCloseable {
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

    /** As an ordinary user, nobody. That user may read all files, since our class path can be anywhere, but nothing else. */
    public static OurPeer startAsOrdinaryUser(LabHost host, String... settings) {
        List<String> setpriv = List.of(
                "setpriv",
                "--reuid=65534",
                "--regid=65534",
                "--clear-groups",
                "--inh-caps=-all,+dac_read_search",
                "--ambient-caps=-all,+dac_read_search",
                "--bounding-set=-all,+dac_read_search");
        return new OurPeer(host.startJavaAs(setpriv, PeerMain.class, List.of(settings)));
    }

    /** What a reader says when it opens: how it listens, or why it does not. */
    public record Listening(String transport, String problem, String advice) {}

    /** Reads a slot from now on. */
    public Listening listen(String slot) {
        String[] parts = ask("listen " + slot);
        return new Listening(parts[1], parts[2], parts[3]);
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

    /** Waits for the next message of any slot. */
    public Arrival next() {
        return Arrival.parse(process.awaitLine("message\t.*"));
    }

    /** Waits for the next message of one slot. */
    public Arrival next(String slot) {
        return Arrival.parse(process.awaitLine("message\t" + Pattern.quote("\\MAILSLOT\\" + slot) + "\t.*"));
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

    @Override
    public void close() {
        process.close();
    }
}
