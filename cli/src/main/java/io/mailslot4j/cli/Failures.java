package io.mailslot4j.cli;

import io.mailslot4j.MailslotException;
import io.mailslot4j.MailslotUseException;
import io.mailslot4j.cli.output.FailedException;
import io.mailslot4j.cli.output.OutputException;
import io.mailslot4j.cli.output.Shown;
import io.mailslot4j.cli.output.UsageException;
import java.io.IOException;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong, in one line on standard error, and chooses the exit code. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final PrintStream err;

    Failures(PrintStream err) {
        this.err = err;
    }

    @Override
    public int handleParseException(ParameterException trouble, String[] args) {
        String command = trouble.getCommandLine().getCommandSpec().qualifiedName();
        String what = trouble instanceof UnmatchedArgumentException unknown ? describe(unknown) : trouble.getMessage();
        return usage(command, what);
    }

    private static String describe(UnmatchedArgumentException unknown) {
        String argument = unknown.getUnmatched().get(0);
        if (unknown.isUnknownOption()) {
            return "unknown option " + argument;
        }
        return unknown.getCommandLine().getSubcommands().isEmpty()
                ? "too many arguments, from '" + argument + "' on"
                : "unknown command '" + argument + "'";
    }

    private int usage(String command, @Nullable String what) {
        say(command + ": " + what + "; see '" + command + " --help'");
        return ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception trouble, CommandLine command, ParseResult parsed) {
        if (trouble instanceof OutputException output && output.readerIsGone()) {
            return ExitCode.OK;
        }
        String name = command.getCommandSpec().qualifiedName();
        if (trouble instanceof UsageException || trouble instanceof MailslotUseException) {
            return usage(name, trouble.getMessage());
        }
        say(name + ": " + describe(trouble));
        if (parsed.hasMatchedOption(CommonOptions.DEBUG)) {
            trouble.printStackTrace(err);
        }
        return ExitCode.SOFTWARE;
    }

    /** Of what was not printed by a command but by its parser. */
    int ofHelp(String command, OutputException trouble) {
        if (trouble.readerIsGone()) {
            return ExitCode.OK;
        }
        say(command + ": " + trouble.getMessage());
        return ExitCode.SOFTWARE;
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
        err.println(Shown.line(text));
    }
}
