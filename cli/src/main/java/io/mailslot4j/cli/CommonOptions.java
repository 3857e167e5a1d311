package io.mailslot4j.cli;

import picocli.CommandLine.Option;

/** The options that every command has. */
final class CommonOptions {
    static final String DEBUG = "--debug";

    @Option(names = DEBUG, description = "Show the log and, with an error, where it came from.")
    void debug(boolean on) {
        Logging.show(on);
    }

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // The parser sees to it.
    private boolean help;
}
