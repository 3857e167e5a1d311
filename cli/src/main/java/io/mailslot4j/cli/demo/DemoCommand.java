package io.mailslot4j.cli.demo;

import io.mailslot4j.cli.output.Streams;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/** {@code mailslot demo}: shows that messages travel, on this machine alone. */
@Command(
        sortOptions = false,
        header = "See messages travel, on this machine.",
        description = {
            "",
            "A listener and several senders, each a process of its own, exchange real UDP",
            "datagrams, but on loopback addresses and a high port: nothing leaves this",
            "machine, and no privileges are needed.",
            ""
        })
public final class DemoCommand implements Callable<Integer> {
    private final Streams streams;
    private final Program program;

    /**
     * @param streams where to show it
     * @param main where the command starts that the others run
     */
    public DemoCommand(Streams streams, Class<?> main) {
        this.streams = streams;
        this.program = new Program(main);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return new Demo(new Stage(streams.out(), Ansi.AUTO.enabled()), program).play() ? 0 : 1;
    }
}
