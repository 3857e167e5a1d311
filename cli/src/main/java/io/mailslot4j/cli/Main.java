package io.mailslot4j.cli;

import io.mailslot4j.cli.output.OutputException;
import io.mailslot4j.cli.output.Streams;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import picocli.CommandLine;

/** The {@code mailslot} command. */
public final class Main {
    private Main() {}

    /** Runs the command and ends the process with its exit code: 0 done, 1 failed or timed out, 2 usage. */
    public static void main(String[] args) {
        System.exit(run(Streams.ofProcess(), args));
    }

    /** Runs the command. */
    static int run(Streams streams, String... args) {
        Logging.show(false);
        boolean named = args.length > 0 && Commands.has(args[0]);
        CommandLine parser = named ? Commands.parserOf(args[0], streams) : Commands.parser(streams);
        Failures failures = new Failures(streams.err());
        // The parser would show the stack trace of a failure to print its help.
        StringWriter help = new StringWriter();
        int exitCode = parser.setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(help))
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures)
                .execute(named ? Arrays.copyOfRange(args, 1, args.length) : args);
        try {
            streams.out().text(help.toString());
            return exitCode;
        } catch (OutputException e) {
            return failures.ofHelp(parser.getCommandName(), e);
        }
    }
}
