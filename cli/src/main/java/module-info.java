/** The {@code mailslot} command. */
module io.mailslot4j.cli {
    requires info.picocli;
    requires io.mailslot4j.pcaps;
    requires io.mailslot4j.transport.netty;

    opens io.mailslot4j.cli to
            info.picocli;
    opens io.mailslot4j.cli.captures to
            info.picocli;
    opens io.mailslot4j.cli.decode to
            info.picocli;
    opens io.mailslot4j.cli.demo to
            info.picocli;
    opens io.mailslot4j.cli.messages to
            info.picocli;
    opens io.mailslot4j.cli.names to
            info.picocli;
    opens io.mailslot4j.cli.network to
            info.picocli;
    opens io.mailslot4j.cli.replay to
            info.picocli;
    opens io.mailslot4j.cli.report to
            info.picocli;
}
