package io.mailslot4j.cli.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The {@code mailslot} command, to be run in other processes, on the same JVM as this one.
 *
 * @param main where it starts
 */
record Program(Class<?> main) {
    /** What the launcher starts java with, a file of options; without it the demo works too, but starts slower. */
    private static final String OPTIONS = "mailslot4j.options";

    /** A process that runs it with {@code args}. */
    ProcessBuilder with(List<String> args) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        String options = System.getProperty(OPTIONS);
        if (options != null) {
            command.add("@" + options);
        } else {
            command.addAll(List.of(
                    "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
        }
        if (main.getModule().isNamed()) {
            command.addAll(List.of(
                    "-p",
                    System.getProperty("jdk.module.path"),
                    "-m",
                    main.getModule().getName() + "/" + main.getName()));
        } else {
            command.add(main.getName());
        }
        command.addAll(args);
        return new ProcessBuilder(command);
    }
}
