package io.mailslot4j.cli;

import java.util.List;

/** Which version this is, and what it runs on. */
final class Version {
    private static final String EPOLL = "/META-INF/native/libnetty_transport_native_epoll_%s.so";

    private Version() {}

    static List<String> lines() {
        String version = Version.class.getPackage().getImplementationVersion();
        return List.of(
                "mailslot " + (version == null ? "(not packaged)" : version),
                "Java " + System.getProperty("java.version") + ", " + System.getProperty("java.vendor"),
                "transport " + transport() + ", " + System.getProperty("os.name") + " "
                        + System.getProperty("os.arch"));
    }

    /** What the first reader would use. Looks only whether the native library is there: loading it takes a while. */
    private static String transport() {
        String machine = System.getProperty("os.arch", "").equals("aarch64") ? "aarch_64" : "x86_64";
        boolean epoll = System.getProperty("os.name", "").equals("Linux")
                && Version.class.getResource(EPOLL.replace("%s", machine)) != null;
        return epoll ? "epoll" : "nio";
    }
}
