package io.mailslot4j.cli;

import java.util.List;

/** Which version this is, and what it runs on. */
final class Version {
    private Version() {}

    static List<String> lines() {
        String version = Version.class.getPackage().getImplementationVersion();
        return List.of(
                "mailslot " + (version == null ? "(not packaged)" : version),
                "Java " + System.getProperty("java.version") + ", " + System.getProperty("java.vendor"),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    }
}
