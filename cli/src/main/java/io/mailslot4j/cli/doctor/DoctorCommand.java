package io.mailslot4j.cli.doctor;

import io.mailslot4j.cli.arguments.Command;
import io.mailslot4j.cli.arguments.Flag;
import io.mailslot4j.cli.arguments.Given;
import io.mailslot4j.cli.arguments.Usage;
import io.mailslot4j.cli.network.NetworkOptions;
import io.mailslot4j.cli.output.Streams;
import java.util.ArrayList;
import java.util.List;

/** {@code mailslot doctor}: tells what works on this host, what does not, and what to do. */
public final class DoctorCommand implements Command {
    private static final Flag JSON = Flag.of("--json", "Results as JSON, one object a line.");

    private final Streams streams;

    public DoctorCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Usage usage() {
        return Usage.of("Show what works on this host, what does not, and what to do.")
                .text("""
                        Opens for a moment what a listener with the same options would, and puts a
                        message to itself on this machine. Changes nothing, but makes the folder of
                        local slots if there is none. No packet leaves this host, no name is
                        registered, and --capture is not written.

                        The exit code is 0 if messages can be sent and received, else 1.
                        """)
                .options(JSON)
                .network(NetworkOptions.OF_READERS)
                .ending("""
                        Examples:
                          mailslot doctor
                          mailslot doctor --interface eth0 --own-names
                          mailslot doctor --json | jq -r 'select(.state == "trouble").advice'
                        """);
    }

    @Override
    public boolean run(Given given) throws InterruptedException {
        boolean json = given.has(JSON);
        List<Check> checks = new ArrayList<>();
        NetworkOptions options = new NetworkOptions(given);
        new Examination(options, check -> {
                    checks.add(check);
                    if (json) {
                        streams.out().line(check.json());
                    } else {
                        streams.out().line(check.text());
                    }
                })
                .run();
        List<String> troubles = namesOf(Check.State.TROUBLE, checks);
        if (!json) {
            streams.out().line(summary(options, troubles, namesOf(Check.State.WARNING, checks)));
        }
        return troubles.isEmpty();
    }

    private static List<String> namesOf(Check.State state, List<Check> checks) {
        return checks.stream()
                .filter(check -> check.state() == state)
                .map(Check::name)
                .toList();
    }

    private static String summary(NetworkOptions options, List<String> troubles, List<String> warnings) {
        if (!troubles.isEmpty()) {
            return "Not everything works: see to " + String.join(", ", troubles) + ", and run this again.";
        }
        return "Messages can be sent and received" + (options.usesNetwork() ? "" : " on this machine")
                + (warnings.isEmpty() ? "." : "; " + String.join(", ", warnings) + " could be better.");
    }
}
