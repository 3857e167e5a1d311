package io.mailslot4j.cli;

import io.mailslot4j.MailslotException;
import io.mailslot4j.MailslotUseException;
import io.mailslot4j.cli.arguments.ArgumentParser;
import io.mailslot4j.cli.arguments.Command;
import io.mailslot4j.cli.arguments.Given;
import io.mailslot4j.cli.arguments.HelpPage;
import io.mailslot4j.cli.arguments.Usage;
import io.mailslot4j.cli.output.FailedException;
import io.mailslot4j.cli.output.OutputException;
import io.mailslot4j.cli.output.Shown;
import io.mailslot4j.cli.output.Streams;
import io.mailslot4j.cli.output.UsageException;
import java.io.IOException;

/**
 * Runs a command once. What goes wrong is said in one line on standard error, and chooses the exit code.
 *
 * @param name as the command is typed
 * @param command that is run
 * @param streams that it uses
 */
record Invocation(String name, Command command, Streams streams) {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    /** Runs it, or shows its help. */
    int run(String... arguments) {
        Given given;
        try {
            given = ArgumentParser.parse(command.usage(), arguments);
        } catch (UsageException e) {
            return usage(e);
        }
        Logging.show(given.has(Usage.DEBUG));
        try {
            if (given.has(Usage.HELP)) {
                streams.out().text(HelpPage.of(name, command.usage()));
                return DONE;
            }
            return command.run(given) ? DONE : FAILED;
        } catch (UsageException | MailslotUseException e) {
            return usage(e);
        } catch (Exception e) {
            return failed(e, given.has(Usage.DEBUG));
        }
    }

    private int usage(Exception trouble) {
        say(trouble.getMessage() + "; see '" + name + " --help'");
        return USAGE;
    }

    private int failed(Exception trouble, boolean debug) {
        if (trouble instanceof OutputException output && output.readerIsGone()) {
            return DONE;
        }
        say(describe(trouble));
        if (debug) {
            trouble.printStackTrace(streams.err());
        }
        return FAILED;
    }

    private static String describe(Exception trouble) {
        boolean speaksForItself = trouble instanceof MailslotException
                || trouble instanceof OutputException
                || trouble instanceof FailedException;
        if (speaksForItself || (trouble instanceof IOException && trouble.getMessage() != null)) {
            return String.valueOf(trouble.getMessage());
        }
        return "unexpected " + trouble + "; --debug shows where, please report it";
    }

    private void say(String text) {
        streams.err().println(Shown.line(name + ": " + text));
    }
}
