package io.mailslot4j.cli;

import io.mailslot4j.cli.arguments.Command;
import io.mailslot4j.cli.arguments.Flag;
import io.mailslot4j.cli.arguments.Given;
import io.mailslot4j.cli.arguments.Operand;
import io.mailslot4j.cli.arguments.Usage;
import io.mailslot4j.cli.output.Streams;
import io.mailslot4j.cli.output.UsageException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What {@code mailslot} does without a command: help, the version, or a word about usage. */
final class MailslotCommand implements Command {
    private static final Operand<String> COMMAND =
            Operand.any("COMMAND", "One of those below, and what it takes.", Function.identity());
    private static final Flag VERSION = Flag.of("--version", "Show the version, and what it runs on.");

    private final Streams streams;

    MailslotCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Usage usage() {
        return Usage.of("Sends and receives Windows remote mailslot messages, and finds NetBIOS names.")
                .text("""
                        A mailslot is named \\\\.\\mailslot\\PATH on this machine, or PATH for short;
                          \\\\COMPUTER@ADDRESS\\mailslot\\PATH  is on one other computer,
                          \\\\WORKGROUP\\mailslot\\PATH         on all of our workgroup or domain,
                          \\\\*\\mailslot\\PATH                 the same, without naming it.
                        Slashes do for backslashes: //*/mailslot/PATH.
                        """)
                .operands(COMMAND)
                .options(VERSION)
                .ending("Commands:\n" + commands() + """

                        Examples:
                          mailslot demo                            see messages travel, on this machine
                          mailslot listen LOG                      show what comes for the mailslot LOG
                          mailslot put '\\\\*\\mailslot\\LOG' hello    send hello to all of our workgroup
                          mailslot lookup SERVER                   find the computer SERVER
                          mailslot status SERVER                   show the names that it has
                          mailslot names                           show which names are ours
                          mailslot doctor                          show what works on this host
                          mailslot decode capture.pcap             show what is in a capture
                          mailslot report capture.pcap -o r.html   the same as a page
                          mailslot replay capture.pcap --to ADDR   send its datagrams again

                        Options of a command: mailslot COMMAND --help
                        Exit codes: 0 done, 1 failed or timed out, 2 usage.
                        """);
    }

    private String commands() {
        return Commands.NAMES.stream()
                .map(name -> "  " + name + " ".repeat(8 - name.length())
                        + Commands.named(name, streams).usage().header() + "\n")
                .collect(Collectors.joining());
    }

    @Override
    public boolean run(Given given) {
        if (given.has(VERSION)) {
            Version.lines().forEach(streams.out()::line);
            return true;
        }
        List<String> words = given.all(COMMAND);
        if (words.isEmpty()) {
            throw new UsageException("missing command: " + String.join(", ", Commands.NAMES));
        }
        String first = words.get(0);
        throw new UsageException(
                Commands.NAMES.contains(first)
                        ? "options of " + first + " go behind it"
                        : "unknown command '" + first + "'");
    }
}
