package io.mailslot4j.interop.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The network namespaces of labs: {@code mailslot4j-PID-LAB-HOST}, where PID is the process that made them. */
final class Namespaces {
    static final String PREFIX = "mailslot4j-";

    private static final Pattern OURS = Pattern.compile(PREFIX + "(\\d+)-.*");

    private Namespaces() {}

    /** What stands before a command that is run in a namespace. */
    static List<String> execute(String namespace) {
        return List.of("ip", "netns", "exec", namespace);
    }

    /** Where programs of a namespace may keep what is theirs. Everybody may, as among the temporary files. */
    static Path folder(String namespace) {
        return Path.of(System.getProperty("java.io.tmpdir"), namespace);
    }

    /** Adds a namespace, and its folder. */
    static void add(String namespace) {
        Command.output("ip", "netns", "add", namespace);
        Command.output("mkdir", "--mode=1777", folder(namespace).toString());
    }

    /** Removes a namespace with its interfaces, and its folder. */
    static void remove(String namespace) {
        Command.output("ip", "netns", "del", namespace);
        Command.output("rm", "-rf", folder(namespace).toString());
    }

    /** Removes namespaces whose maker is gone, and ends what still runs in them. */
    static void removeThoseOfDeadRuns() {
        Command.output("ip", "netns", "list").lines().forEach(line -> {
            Matcher ours = OURS.matcher(line.split(" ", -1)[0]);
            if (ours.matches()
                    && ProcessHandle.of(Long.parseLong(ours.group(1))).isEmpty()) {
                removeThatOfDeadRun(ours.group());
            }
        });
    }

    /** Another run may be faster, and then nothing is left to do. */
    static void removeThatOfDeadRun(String namespace) {
        // In a shell, because the namespace may be gone by now.
        Command.output("sh", "-c", "ip netns pids \"$0\" || true", namespace)
                .lines()
                .forEach(Namespaces::end);
        Command.succeeds(List.of("ip", "netns", "del", namespace));
        Command.output("rm", "-rf", folder(namespace).toString());
    }

    private static void end(String pid) {
        ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
    }
}
