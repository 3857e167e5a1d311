package io.mailslot4j.cli;

import io.mailslot4j.cli.output.Streams;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What {@code mailslot} does without a command: help, the version, or a word about usage. */
@Command(
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "",
            "Sends and receives Windows remote mailslot messages, and finds NetBIOS names.",
            "",
            "A mailslot is named \\\\.\\mailslot\\PATH on this machine, or PATH for short;",
            "  \\\\COMPUTER@ADDRESS\\mailslot\\PATH  is on one other computer,",
            "  \\\\WORKGROUP\\mailslot\\PATH         on all of our workgroup or domain,",
            "  \\\\*\\mailslot\\PATH                 the same, without naming it.",
            "Slashes do for backslashes: //*/mailslot/PATH.",
            ""
        },
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Examples:",
            "  mailslot demo                            see messages travel, on this machine",
            "  mailslot listen LOG                      show what comes for the mailslot LOG",
            "  mailslot put '\\\\*\\mailslot\\LOG' hello    send hello to all of our workgroup",
            "  mailslot lookup SERVER                   find the computer SERVER",
            "  mailslot status SERVER                   show the names that it has",
            "  mailslot names                           show which names are ours",
            "  mailslot decode capture.pcap             show what is in a capture",
            "  mailslot report capture.pcap -o r.html   the same as a page",
            "  mailslot replay capture.pcap --to HOST   send its datagrams again",
            "",
            "Options of a command: mailslot COMMAND --help",
            "Exit codes: 0 done, 1 failed or timed out, 2 usage."
        })
final class MailslotCommand implements Callable<Integer> {
    private final Streams streams;

    @Spec
    private @Nullable CommandSpec command;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // The parser sees to it.
    private boolean help;

    @Option(names = "--version", description = "Show the version, and what it runs on.")
    private boolean version;

    MailslotCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (version) {
            Version.lines().forEach(streams.out()::line);
            return 0;
        }
        if (command == null) {
            throw new IllegalStateException("not run by the parser");
        }
        throw new ParameterException(
                command.commandLine(),
                "missing command: " + String.join(", ", command.subcommands().keySet()));
    }
}
