package io.mailslot4j.cli.demo;

import io.mailslot4j.cli.Streams;
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

    /** @param streams where to show it */
    public DemoCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return new Demo(new Stage(streams.out(), Ansi.AUTO.enabled())).play() ? 0 : 1;
    }
}
