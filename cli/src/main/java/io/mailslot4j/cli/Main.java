package io.mailslot4j.cli;

import io.mailslot4j.cli.output.Streams;
import java.util.Arrays;

/** The {@code mailslot} command. */
public final class Main {
    private static final String PROGRAM = "mailslot";

    private Main() {}

    /** Runs the command and ends the process with its exit code: 0 done, 1 failed or timed out, 2 usage. */
    public static void main(String[] args) {
        System.exit(run(Streams.ofProcess(), args));
    }

    /** Runs the command. */
    static int run(Streams streams, String... args) {
        String first = args.length == 0 ? "" : args[0];
        if (Commands.NAMES.contains(first)) {
            return new Invocation(PROGRAM + " " + first, Commands.named(first, streams), streams)
                    .run(Arrays.copyOfRange(args, 1, args.length));
        }
        // What follows an unknown command cannot be understood.
        boolean unknown = !first.isEmpty() && !first.startsWith("-");
        return new Invocation(PROGRAM, new MailslotCommand(streams), streams)
                .run(unknown ? new String[] {first} : args);
    }
}
