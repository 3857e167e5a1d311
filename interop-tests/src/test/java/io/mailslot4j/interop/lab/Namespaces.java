package io.mailslot4j.interop.lab;

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

    /** Removes a namespace with its interfaces. */
    static void remove(String namespace) {
        Command.output("ip", "netns", "del", namespace);
    }

    /** Removes namespaces whose maker is gone, and ends what still runs in them. */
    static void removeThoseOfDeadRuns() {
        Command.output("ip", "netns", "list").lines().forEach(line -> {
            Matcher ours = OURS.matcher(line.split(" ", -1)[0]);
            if (ours.matches()
                    && ProcessHandle.of(Long.parseLong(ours.group(1))).isEmpty()) {
                Command.output("ip", "netns", "pids", ours.group()).lines().forEach(Namespaces::end);
                // Another run may be faster.
                Command.succeeds(List.of("ip", "netns", "del", ours.group()));
            }
        });
    }

    private static void end(String pid) {
        ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
    }
}
