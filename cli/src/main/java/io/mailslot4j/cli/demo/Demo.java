package io.mailslot4j.cli.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** The story: a listener, three who talk to it, and one who talks a lot. */
final class Demo {
    private static final String OFFICE = "OFFICE";
    private static final String GROUP = "FLOOR3";
    private static final String SLOT = "DEMO";
    private static final List<String> LOOPBACK = List.of("--workgroup", GROUP, "--interface", "127.0.0.1", "--alone");

    private static final String TALKER = "DIEGO";
    private static final int MANY = 2_000;
    private static final int AT_ONCE = 50;
    /** A rate that a listener keeps up with even where the system grants it only a small buffer. */
    private static final Duration BREATH = Duration.ofMillis(15);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Long enough for a second copy of a message to be seen. */
    private static final Duration ENCORE = Duration.ofMillis(300);

    private record Role(String name, String target, String audience, List<String> lines) {}

    private static final List<Role> ROLES = List.of(
            new Role(
                    "ANNA",
                    "\\\\OFFICE@127.0.0.1\\mailslot\\DEMO",
                    "one computer, by unicast",
                    List.of("good morning", "the door code is 4711", "and umlauts travel too: Grüße!")),
            new Role(
                    "BORIS",
                    "\\\\FLOOR3\\mailslot\\DEMO",
                    "a workgroup, by broadcast",
                    List.of("fresh coffee in the kitchen", "now it is gone")),
            new Role(
                    "CLARA",
                    "\\\\*\\mailslot\\DEMO",
                    "everybody, by broadcast",
                    List.of("backup starts at noon", "backup is done")));

    private final Stage stage;
    private final Program mailslot;

    Demo(Stage stage, Program mailslot) {
        this.stage = stage;
        this.mailslot = mailslot;
    }

    /** Whether everything was as it must be. */
    boolean play() throws IOException, InterruptedException {
        // Whoever ends this process early ends the others with it.
        Runtime.getRuntime().addShutdownHook(new Thread(Demo::endOthers));
        stage.title("Mailslots: one listener, four senders, each a process of its own");
        stage.line("They exchange real UDP datagrams, but all of it stays on this machine:");
        stage.line("loopback addresses, a high port, no privileges.");
        stage.line("");
        try (Listener listener = Listener.start(mailslot, OFFICE, SLOT, LOOPBACK)) {
            stage.person(OFFICE, "listens to \\\\.\\mailslot\\" + SLOT + " (process " + listener.pid() + ")");
            stage.person("", "on " + listener.where().replace(" (", ", "));
            List<Arrival> talk = talk(listener);
            List<Arrival> burst = burst(listener);
            List<Arrival> encore = arrivals(listener, Integer.MAX_VALUE, ENCORE, false);
            boolean good = verdict(talk, burst, encore, listener.stop());
            farewell(good);
            return good;
        }
    }

    private static void endOthers() {
        ProcessHandle.current().children().forEach(ProcessHandle::destroy);
    }

    private List<Arrival> talk(Listener listener) throws IOException, InterruptedException {
        List<Sender> senders = new ArrayList<>();
        try {
            int messages = 0;
            for (Role role : ROLES) {
                stage.person(
                        role.name(),
                        String.format(Locale.ROOT, "%-42s %s", "puts to " + role.target(), role.audience()));
                Sender sender = Sender.start(mailslot, role.name(), role.target(), LOOPBACK, listener.port());
                senders.add(sender);
                sender.say(role.lines());
                messages += role.lines().size();
            }
            stage.line("");
            stage.title("What " + OFFICE + " gets");
            List<Arrival> talk = arrivals(listener, messages, PATIENCE, true);
            for (Sender sender : senders) {
                sender.finish();
            }
            return talk;
        } finally {
            senders.forEach(Sender::close);
        }
    }

    private List<Arrival> burst(Listener listener) throws IOException, InterruptedException {
        stage.line("");
        stage.person(
                TALKER,
                String.format(
                        Locale.ROOT,
                        "puts %,d numbered messages to \\\\%s@127.0.0.1\\mailslot\\%s",
                        MANY,
                        OFFICE,
                        SLOT));
        String target = "\\\\" + OFFICE + "@127.0.0.1\\mailslot\\" + SLOT;
        try (Sender sender = Sender.start(mailslot, TALKER, target, LOOPBACK, listener.port())) {
            for (int i = 0; i < MANY; i += AT_ONCE) {
                sender.say(numbers(i, Math.min(MANY, i + AT_ONCE)));
                Thread.sleep(BREATH.toMillis());
            }
            sender.finish();
            return arrivals(listener, MANY, PATIENCE, false);
        }
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "number " + (i + 1)).toList();
    }

    private List<Arrival> arrivals(Listener listener, int wanted, Duration patience, boolean shown)
            throws InterruptedException {
        List<Arrival> arrivals = new ArrayList<>();
        while (arrivals.size() < wanted) {
            Optional<Arrival> next = listener.next(patience);
            if (next.isEmpty()) {
                break;
            }
            arrivals.add(next.get());
            if (shown) {
                stage.arrival(next.get());
            }
        }
        return arrivals;
    }

    private boolean verdict(List<Arrival> talk, List<Arrival> burst, List<Arrival> encore, Optional<String> counted) {
        stage.line("");
        stage.title("Is that all, and in order?");
        boolean good = true;
        for (Role role : ROLES) {
            good &= compare(role.name(), heard(talk, role.name()), role.lines());
        }
        good &= compare(TALKER, heard(burst, TALKER), numbers(0, MANY));
        good &= judge(
                encore.isEmpty(),
                encore.isEmpty() ? "none came twice" : encore.size() + " more came, twice or sent by nobody");
        if (counted.isPresent()) {
            int all = ROLES.stream().mapToInt(role -> role.lines().size()).sum() + MANY;
            boolean right = counted.get()
                    .matches("received " + all + " datagrams, delivered " + all
                            + " messages, dropped 0, kernel drops (0|not known)");
            good &= judge(right, OFFICE + (right ? "'s own counters agree:" : "'s own counters do not agree:"));
            stage.line("      " + counted.get());
        }
        return good;
    }

    private static List<String> heard(List<Arrival> arrivals, String from) {
        return arrivals.stream()
                .filter(a -> a.from().equals(from))
                .map(Arrival::text)
                .toList();
    }

    private boolean compare(String name, List<String> heard, List<String> said) {
        String count = String.format(Locale.ROOT, "%s: %,d of %,d arrived", name, heard.size(), said.size());
        boolean good = heard.equals(said);
        return judge(good, count + (good ? ", in the order sent" : ", but not as sent"));
    }

    private boolean judge(boolean good, String text) {
        stage.verdict(good, text);
        return good;
    }

    private void farewell(boolean good) {
        stage.line("");
        if (!good) {
            stage.line(
                    "Something is wrong here; 'bin/mailslot listen " + SLOT + " --debug' shows what a listener does.");
            return;
        }
        stage.line(
                String.format(Locale.ROOT, "Done in %.1f s. Next, try it yourself in two terminals:", stage.seconds()));
        stage.line("  bin/mailslot listen HELLO");
        stage.line("  bin/mailslot put HELLO hi");
        stage.line("Hearing the network too needs UDP port 138, and a privilege: docs/platforms.md.");
    }
}
