package io.mailslot4j.cli;

/** What of the library's log goes to standard error: nothing, or with {@code --debug} much. */
final class Logging {
    private Logging() {}

    /** Must come before the first logger is made. */
    static void show(boolean debug) {
        // Named, so that nobody searches every jar for who logs and how; and that is nothing to tell users.
        System.setProperty(
                "slf4j.provider",
                debug ? "org.slf4j.simple.SimpleServiceProvider" : "org.slf4j.helpers.NOP_FallbackServiceProvider");
        if (!debug) {
            // Where SLF4J keeps silent Netty turns to the log of the JDK. That takes its settings from this class,
            // which has none.
            System.setProperty("java.util.logging.config.class", Object.class.getName());
        }
        System.setProperty("slf4j.internal.verbosity", "WARN");
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "debug");
    }
}
