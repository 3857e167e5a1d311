package io.mailslot4j.cli.demo;

import io.mailslot4j.cli.arguments.Command;
import io.mailslot4j.cli.arguments.Given;
import io.mailslot4j.cli.arguments.Usage;
import io.mailslot4j.cli.output.Streams;
import io.mailslot4j.cli.output.Terminal;
import java.io.IOException;

/** {@code mailslot demo}: shows that messages travel, on this machine alone. */
public final class DemoCommand implements Command {
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
    public Usage usage() {
        return Usage.of("See messages travel, on this machine.").text("""
                        A listener and several senders, each a process of its own, exchange real UDP
                        datagrams, but on loopback addresses and a high port: nothing leaves this
                        machine, and no privileges are needed.
                        """);
    }

    @Override
    public boolean run(Given given) throws IOException, InterruptedException {
        return new Demo(new Stage(streams.out(), Terminal.showsColours()), program).play();
    }
}
