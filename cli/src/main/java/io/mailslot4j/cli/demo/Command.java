package io.mailslot4j.cli.demo;

import io.mailslot4j.cli.Main;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another process of the {@code mailslot} command, on the same JVM as this one. */
final class Command {
    /** What the launcher starts java with, a file of options; without it the demo works too, but starts slower. */
    private static final String OPTIONS = "mailslot4j.options";

    private Command() {}

    /** A process that runs {@code mailslot} with {@code args}. */
    static ProcessBuilder of(List<String> args) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        String options = System.getProperty(OPTIONS);
        if (options != null) {
            command.add("@" + options);
        } else {
            command.addAll(List.of(
                    "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
        }
        if (Main.class.getModule().isNamed()) {
            command.addAll(List.of(
                    "-p",
                    System.getProperty("jdk.module.path"),
                    "-m",
                    Main.class.getModule().getName() + "/" + Main.class.getName()));
        } else {
            command.add(Main.class.getName());
        }
        command.addAll(args);
        return new ProcessBuilder(command);
    }
}
