/** The {@code mailslot} command. */
module io.mailslot4j.cli {
    requires info.picocli;
    requires io.mailslot4j.pcaps;
    requires io.mailslot4j.transport.netty;

    opens io.mailslot4j.cli to
            info.picocli;
    opens io.mailslot4j.cli.demo to
            info.picocli;
}
