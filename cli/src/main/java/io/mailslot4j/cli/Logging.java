package io.mailslot4j.cli;

/** What of the library's log goes to standard error: nothing, or with {@code --debug} much. */
final class Logging {
    private static final String LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";

    static {
        // Named, so that nobody searches every jar for it; and that is nothing to tell users.
        System.setProperty("slf4j.provider", "org.slf4j.simple.SimpleServiceProvider");
        System.setProperty("slf4j.internal.verbosity", "WARN");
    }

    private Logging() {}

    /** Must come before the first logger is made. */
    static void show(boolean debug) {
        System.setProperty(LEVEL, debug ? "debug" : "off");
    }
}
